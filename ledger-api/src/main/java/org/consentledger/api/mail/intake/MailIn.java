package org.consentledger.api.mail.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.consentledger.api.mail.acknowledgement.LoopMark;
import org.consentledger.api.mail.letter.MailTrust;
import org.consentledger.core.personaldata.IdentifierKind;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.beans.factory.BeanRegistry.SupplierContext;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.env.Environment;

/** A job for each mailbox that is named. */
final class MailIn implements BeanRegistrar {

  @Override
  public void register(BeanRegistry registry, Environment environment) {
    MailProperties properties =
        Binder.get(environment).bindOrCreate("ledger.mail", MailProperties.class);
    properties
        .in()
        .forEach(
            (name, mailbox) ->
                registry.registerBean(
                    "mailboxJob-" + name,
                    MailboxJob.class,
                    spec -> spec.supplier(beans -> job(name, mailbox, properties, beans))));
  }

  private static MailboxJob job(
      String name,
      MailProperties.Mailbox mailbox,
      MailProperties properties,
      SupplierContext beans) {
    return new MailboxJob(
        name,
        mailbox.every(),
        new ImapMailbox(mailbox, sockets(mailbox, beans)),
        trust(mailbox, properties),
        beans.bean(LetterDesk.class),
        beans.bean(LetterEffects.class),
        beans.bean(LetterTable.class),
        beans.bean(MailboxStates.class),
        beans.bean(MeterRegistry.class));
  }

  private static @Nullable SSLSocketFactory sockets(
      MailProperties.Mailbox mailbox, SupplierContext beans) {
    return mailbox.sslBundle() == null
        ? null
        : beans
            .bean(SslBundles.class)
            .getBundle(mailbox.sslBundle())
            .createSslContext()
            .getSocketFactory();
  }

  private static MailTrust trust(MailProperties.Mailbox mailbox, MailProperties properties) {
    Map<String, MailProperties.Mailbox> all = properties.in();
    Set<String> own =
        Stream.concat(
                properties.ownAddresses().stream(),
                all.values().stream().map(MailProperties.Mailbox::ownAddress))
            .flatMap(address -> IdentifierKind.EMAIL.normalise(address).stream())
            .collect(Collectors.toSet());
    return new MailTrust(mailbox.authenticationServer(), mailbox.spamHeaders(), own, LoopMark.TEXT);
  }
}
