package org.consentledger.api.console.verification;

import org.consentledger.api.page.PageController;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Verifies what an auditor was given, and says what was checked. */
@PageController
@RequestMapping("/console/verify")
final class VerificationController {

  private final UploadVerifier verifier;
  private final VerificationProperties properties;

  VerificationController(UploadVerifier verifier, VerificationProperties properties) {
    this.verifier = verifier;
    this.properties = properties;
  }

  @GetMapping
  ModelAndView ask() {
    return new ModelAndView("console/verification/verify")
        .addObject("limit", properties.uploadLimit().toMegabytes());
  }

  /** Not after a redirection: what was sent is gone, and so is what came of it. */
  @PostMapping
  ModelAndView verify(@RequestParam("file") MultipartFile file) {
    ModelAndView page = ask();
    if (file.isEmpty()) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page.addObject("missing", true);
    }
    return page.addObject("verdict", verifier.verify(file));
  }
}
