package org.consentledger.api.page;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Words and languages of pages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageProperties.class)
class PageConfiguration implements WebMvcConfigurer {

  private static final ReaderLanguage LANGUAGE = new ReaderLanguage();

  private final ObjectProvider<Frames> frames;
  private final ObjectProvider<Assets> assets;

  PageConfiguration(ObjectProvider<Frames> frames, ObjectProvider<Assets> assets) {
    this.frames = frames;
    this.assets = assets;
  }

  @Bean
  MessageSource messageSource() {
    return new Words();
  }

  /** The name is Spring's. */
  @Bean
  ReaderLanguage localeResolver() {
    return LANGUAGE;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(LANGUAGE);
    registry.addInterceptor(new FrameInterceptor(frames, assets));
  }
}
