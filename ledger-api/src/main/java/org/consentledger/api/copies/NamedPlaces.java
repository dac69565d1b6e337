package org.consentledger.api.copies;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.consentledger.core.log.TransparencyLog;
import org.consentledger.core.log.Vouchers;
import org.consentledger.core.log.note.VerifierKey;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.util.StringUtils;

/** Makes the places that the configuration names, and says in a sentence what it should not say. */
final class NamedPlaces {

  /** A note has at most a hundred signatures, the log's own among them. */
  private static final int MOST_WITNESSES = 32;

  private final CopiesProperties properties;
  private final TransparencyLog log;
  private final Vouchers vouchers;
  private final Supplier<@Nullable JavaMailSender> mail;
  private final Supplier<HttpClient> http;
  private final Clock clock;

  NamedPlaces(
      CopiesProperties properties,
      TransparencyLog log,
      Vouchers vouchers,
      Supplier<@Nullable JavaMailSender> mail,
      Supplier<HttpClient> http,
      Clock clock) {
    this.properties = properties;
    this.log = log;
    this.vouchers = vouchers;
    this.mail = mail;
    this.http = http;
    this.clock = clock;
  }

  OutsidePlaces outside(CopyStates states) {
    List<VerifierKey> keys =
        properties.witnesses().stream().map(witness -> key(witness.verifierKey())).toList();
    List<Place> places = new ArrayList<>(witnesses(keys));
    directory()
        .map(it -> new DirectoryPlace(it, properties.copies().every()))
        .ifPresent(places::add);
    auditor().ifPresent(places::add);
    timeStamps().ifPresent(places::add);
    return new OutsidePlaces(
        places,
        keys,
        quorum(keys.size()),
        directory().map(it -> new CheckpointDirectory(it, properties.copies().timeout())),
        states);
  }

  private List<Place> witnesses(List<VerifierKey> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    if (keys.size() > MOST_WITNESSES
        || keys.stream().map(VerifierKey::name).distinct().count() < keys.size()) {
      throw wrong(
          "ledger.log.witnesses",
          keys.size() + " witnesses",
          "There may be " + MOST_WITNESSES + " witnesses, each with a name of its own.");
    }
    HttpClient client = http.get();
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      String url = properties.witnesses().get(i).url();
      requireHttp("ledger.log.witnesses[" + i + "].url", url);
      places.add(
          new WitnessPlace(
              new WitnessClient(client, url, keys.get(i), properties.copies().timeout()),
              log,
              vouchers,
              clock));
    }
    return places;
  }

  private static VerifierKey key(String text) {
    try {
      VerifierKey key = VerifierKey.parse(text);
      if (key.type().isOfWitnesses()) {
        return key;
      }
    } catch (IllegalArgumentException noKey) {
      // told below
    }
    throw wrong(
        "ledger.log.witnesses[].verifier-key",
        text,
        "The key of a witness is written name+keyid+base64, and is one for cosignatures (type 4 or"
            + " 6).");
  }

  private int quorum(int witnesses) {
    Integer named = properties.quorum();
    if (named == null) {
      return witnesses == 0 ? 0 : witnesses / 2 + 1;
    }
    if (named < 1 || named > witnesses) {
      throw wrong(
          "ledger.log.quorum",
          named,
          "A quorum is a number from 1 to that of the witnesses, which is " + witnesses + ".");
    }
    return named;
  }

  private Optional<Path> directory() {
    return Optional.ofNullable(properties.copies().directory())
        .filter(StringUtils::hasText)
        .map(Path::of);
  }

  private Optional<Place> auditor() {
    CopiesProperties.Mail named = properties.copies().mail();
    List<String> to = named.to().stream().filter(StringUtils::hasText).toList();
    if (to.isEmpty()) {
      return Optional.empty();
    }
    String from = named.from();
    if (!StringUtils.hasText(from)) {
      throw wrong("ledger.log.copies.mail.from", from, "Mail to an auditor needs a sender.");
    }
    JavaMailSender sender = mail.get();
    if (sender == null) {
      throw wrong(
          "spring.mail.host", null, "Mail to an auditor needs a mail server to go through.");
    }
    return Optional.of(new MailPlace(sender, from, to, named.every()));
  }

  private Optional<Place> timeStamps() {
    CopiesProperties.TimeStamps named = properties.timestamps();
    String url = named.url();
    if (!StringUtils.hasText(url)) {
      return Optional.empty();
    }
    requireHttp("ledger.log.timestamps.url", url);
    TimeStampClient client =
        new TimeStampClient(
            http.get(),
            URI.create(url),
            new StampVerifier(certificates(named.certificate())),
            properties.copies().timeout(),
            clock);
    return Optional.of(new TimeStampPlace(client, vouchers, named.every()));
  }

  private static Collection<X509Certificate> certificates(@Nullable String file) {
    if (!StringUtils.hasText(file)) {
      return List.of();
    }
    try (InputStream pem = Files.newInputStream(Path.of(file))) {
      List<X509Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!certificates.isEmpty()) {
        return certificates;
      }
    } catch (IOException | CertificateException unreadable) {
      // told below
    }
    throw wrong(
        "ledger.log.timestamps.certificate", file, "This is no file with certificates in PEM.");
  }

  private static void requireHttp(String name, String url) {
    if (!url.matches("https?://[^\\s/?#]+[^\\s?#]*(\\?\\S*)?")) {
      throw wrong(name, url, "This is no address that begins with https:// or http://.");
    }
  }

  private static InvalidConfigurationPropertyValueException wrong(
      String name, @Nullable Object value, String reason) {
    return new InvalidConfigurationPropertyValueException(name, value, reason);
  }
}
