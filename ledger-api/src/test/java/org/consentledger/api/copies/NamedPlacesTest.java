package org.consentledger.api.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.consentledger.core.log.TransparencyLog;
import org.consentledger.core.log.Vouchers;
import org.consentledger.core.log.note.SignerKey;
import org.consentledger.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

class NamedPlacesTest {

  private static final SignerKey WITNESS = SignerKey.generate("w/1", new SecureRandom());
  private static final String KEY = WITNESS.cosignatureVerifierKey().toString();
  private static TestDatabase database;

  @TempDir private static Path folder;

  @BeforeAll
  static void prepare() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static OutsidePlaces places(Map<String, String> settings) {
    CopiesProperties properties =
        new Binder(new MapConfigurationPropertySource(settings))
            .bindOrCreate("ledger.log", CopiesProperties.class);
    JdbcClient client = database.programClient();
    return new NamedPlaces(
            properties,
            new TransparencyLog(client),
            new Vouchers(client),
            () -> null,
            HttpClient::newHttpClient,
            Clock.systemUTC())
        .outside(new CopyStates(client));
  }

  @Test
  void nothing_is_named_by_default() {
    OutsidePlaces places = places(Map.of());
    assertThat(places.places()).isEmpty();
    assertThat(places.quorum()).isZero();
  }

  @Test
  void empty_settings_name_nothing() {
    assertThat(
            places(
                    Map.of(
                        "ledger.log.copies.directory", "",
                        "ledger.log.copies.mail.to", "",
                        "ledger.log.timestamps.url", ""))
                .places())
        .isEmpty();
  }

  @Test
  void more_than_half_of_the_witnesses_are_a_quorum() {
    Map<String, String> settings = new LinkedHashMap<>();
    for (int i = 0; i < 4; i++) {
      SignerKey key = SignerKey.generate("w/" + i, new SecureRandom());
      settings.put("ledger.log.witnesses[" + i + "].url", "https://w.example/" + i);
      settings.put(
          "ledger.log.witnesses[" + i + "].verifier-key", key.cosignatureVerifierKey().toString());
    }
    assertThat(places(settings).quorum()).isEqualTo(3);
    settings.put("ledger.log.quorum", "2");
    assertThat(places(settings).quorum()).isEqualTo(2);
  }

  static Stream<Arguments> mistakes() throws Exception {
    Path noPem = Files.writeString(folder.resolve("no.pem"), "no certificate");
    String url = "ledger.log.witnesses[0].url";
    String key = "ledger.log.witnesses[0].verifier-key";
    return Stream.of(
        Arguments.of(Map.of(url, "https://w", key, "w/1+1+AAAA"), "name+keyid+base64"),
        Arguments.of(Map.of(url, "https://w", key, WITNESS.verifierKey().toString()), "type 4"),
        Arguments.of(Map.of(url, "w.example", key, KEY), "begins with https://"),
        Arguments.of(
            Map.of(
                url,
                "https://w",
                key,
                KEY,
                "ledger.log.witnesses[1].url",
                "https://v",
                "ledger.log.witnesses[1].verifier-key",
                KEY),
            "a name of its own"),
        Arguments.of(Map.of(url, "https://w", key, KEY, "ledger.log.quorum", "2"), "from 1 to"),
        Arguments.of(Map.of("ledger.log.quorum", "1"), "which is 0"),
        Arguments.of(Map.of("ledger.log.copies.mail.to", "a@example.kz"), "needs a sender"),
        Arguments.of(
            Map.of(
                "ledger.log.copies.mail.to", "a@example.kz",
                "ledger.log.copies.mail.from", "l@example.kz"),
            "needs a mail server"),
        Arguments.of(Map.of("ledger.log.timestamps.url", "ftp://tsa"), "begins with https://"),
        Arguments.of(
            Map.of(
                "ledger.log.timestamps.url",
                "https://tsa",
                "ledger.log.timestamps.certificate",
                noPem.toString()),
            "certificates in PEM"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void what_is_named_wrongly_is_said_in_a_sentence(Map<String, String> settings, String sentence) {
    assertThatThrownBy(() -> places(settings))
        .isInstanceOfSatisfying(
            InvalidConfigurationPropertyValueException.class,
            failure -> assertThat(failure.getReason()).contains(sentence));
  }
}
