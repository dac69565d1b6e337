package org.consentledger.api.mail.intake;

import java.util.Optional;
import org.consentledger.api.mail.acknowledgement.MailboxAddresses;
import org.consentledger.api.mail.letter.Markings;
import org.consentledger.api.mail.letter.MarkingsFile;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts together what takes letters in. Where no mailbox is named, nothing runs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
@Import(MailIn.class)
class MailInConfiguration {

  @Bean
  Markings markings(MailProperties properties) {
    return properties.markingsFile() == null
        ? MarkingsFile.shipped()
        : MarkingsFile.of(properties.markingsFile());
  }

  @Bean
  MailboxAddresses mailboxAddresses(MailProperties properties) {
    return name ->
        Optional.ofNullable(properties.in().get(name)).map(MailProperties.Mailbox::ownAddress);
  }
}
