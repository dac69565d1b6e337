package org.consentledger.api.console.home;

import org.consentledger.api.page.PageController;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of the console. */
@PageController
final class HomeController {

  @GetMapping("/console")
  String show() {
    return "console/home/home";
  }
}
