package org.consentledger.api.page;

import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.LiteWebJarsResourceResolver;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * The files that pages load: ours out of {@code page/assets}, others' out of their webjars. Each
 * has the hash of its content in its name, so that a browser may keep it for ever and never keeps
 * an old one.
 */
@Component
public final class Assets implements WebMvcConfigurer {

  private static final String PREFIX = "/assets/";

  private final ObjectProvider<ResourceUrlProvider> addresses;

  Assets(ObjectProvider<ResourceUrlProvider> addresses) {
    this.addresses = addresses;
  }

  /**
   * The address of a file, for templates: {@code ${assets.of('ledger.css')}}.
   *
   * @throws IllegalArgumentException where there is no such file
   */
  public String of(String file) {
    String address = addresses.getObject().getForLookupPath(PREFIX + file);
    if (address == null || address.equals(PREFIX + file)) {
      throw new IllegalArgumentException("There is no such file for pages.");
    }
    return address;
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler(PagePaths.ASSETS)
        .addResourceLocations(
            "classpath:/org/consentledger/api/page/assets/",
            "classpath:/META-INF/resources/webjars/")
        .setCacheControl(CacheControl.maxAge(365, TimeUnit.DAYS).cachePublic().immutable())
        .resourceChain(true)
        .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
        .addResolver(new LiteWebJarsResourceResolver());
  }
}
