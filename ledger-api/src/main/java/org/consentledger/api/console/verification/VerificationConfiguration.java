package org.consentledger.api.console.verification;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** How large a file may be that is sent to be verified. No other page takes files. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VerificationProperties.class)
class VerificationConfiguration {

  private static final DataSize FIELDS_BESIDE = DataSize.ofKilobytes(64);

  @Bean
  MultipartConfigElement multipartConfig(VerificationProperties properties) {
    MultipartConfigFactory limits = new MultipartConfigFactory();
    limits.setMaxFileSize(properties.uploadLimit());
    limits.setMaxRequestSize(
        DataSize.ofBytes(properties.uploadLimit().toBytes() + FIELDS_BESIDE.toBytes()));
    return limits.createMultipartConfig();
  }
}
