package org.consentledger.api.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.api.copies.CopiesUnderTest.eventually;
import static org.consentledger.api.copies.CopiesUnderTest.timeStamps;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.tsp.TimeStampResponse;
import org.consentledger.core.log.TimeStamp;
import org.consentledger.core.log.VouchedCheckpoint;
import org.consentledger.core.log.merkle.Hasher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeStampTest {

  @TempDir private Path folder;
  private CopiesUnderTest ledger;
  private TimeStampServer authority;

  @BeforeEach
  void prepare() throws Exception {
    ledger = new CopiesUnderTest(folder);
    authority = new TimeStampServer();
  }

  @AfterEach
  void close() {
    ledger.close();
    authority.close();
  }

  private String file(X509Certificate certificate) throws Exception {
    return Files.writeString(folder.resolve("trusted.pem"), TimeStampServer.pem(certificate))
        .toString();
  }

  private List<VouchedCheckpoint> stamped() {
    return ledger.vouchers.after(0, 1000).stream()
        .filter(each -> !each.timeStamps().isEmpty())
        .toList();
  }

  @Test
  void the_newest_checkpoint_is_stamped_each_hour_and_the_stamp_is_kept_with_what_it_is_over()
      throws Exception {
    CopiesUnderTest.Node node = ledger.start(timeStamps(authority.url(), file(authority.root)));
    eventually(() -> stamped().size() == 1);
    ledger.grow(node, 3);
    ledger.grow(node, 3);
    assertThat(stamped()).hasSize(1);
    ledger.clock.move(Duration.ofHours(1));
    eventually(() -> stamped().size() == 2);

    VouchedCheckpoint checkpoint = stamped().getLast();
    assertThat(checkpoint.size()).isEqualTo(7);
    TimeStamp stamp = checkpoint.timeStamps().getFirst();
    assertThat(new String(stamp.stamped(), StandardCharsets.UTF_8))
        .isEqualTo(checkpoint.signed().note().format());
    assertThat(
            new TimeStampResponse(stamp.response())
                .getTimeStampToken()
                .getTimeStampInfo()
                .getMessageImprintDigest())
        .isEqualTo(Hasher.sha256().digest(stamp.stamped()));
    assertThat(stamp.authority()).isEqualTo(authority.url());
    assertThat(node.isUp()).isTrue();
    keepForOpenssl(stamp);
  }

  /** For a check by hand: openssl ts -verify -in response -data stamped -CAfile trusted.pem. */
  private void keepForOpenssl(TimeStamp stamp) throws Exception {
    String place = System.getProperty("copies.keep");
    if (place != null) {
      Files.write(Path.of(place, "stamped"), stamp.stamped());
      Files.write(Path.of(place, "response.tsr"), stamp.response());
      Files.writeString(Path.of(place, "trusted.pem"), TimeStampServer.pem(authority.root));
    }
  }

  @Test
  void without_an_hour_of_news_nothing_is_stamped_again() {
    CopiesUnderTest.Node first = ledger.start(timeStamps(authority.url(), null));
    eventually(() -> stamped().size() == 1);
    eventually(() -> ledger.state(first, 0).deliveredAt() != null); // at the time that it was
    ledger.clock.move(Duration.ofHours(5));
    CopiesUnderTest.Node next = ledger.start(timeStamps(authority.url(), null));
    ledger.grow(next, 1);
    eventually(() -> stamped().size() == 2);
  }

  @Test
  void the_certificate_of_the_authority_itself_is_enough() throws Exception {
    ledger.start(timeStamps(authority.url(), file(authority.certificate)));
    eventually(() -> stamped().size() == 1);
  }

  @Test
  void the_stamp_of_another_authority_is_not_kept() throws Exception {
    try (TimeStampServer other = new TimeStampServer()) {
      CopiesUnderTest.Node node = ledger.start(timeStamps(authority.url(), file(other.root)));
      eventually(() -> ledger.failure(node, 0).equals("WRONG_SIGNATURE"));
      assertThat(stamped()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SERVER_ERROR,SERVER_ERROR",
    "REFUSES,REJECTED",
    "OTHER_NONCE,WRONG_SIGNATURE",
    "OTHER_BYTES,WRONG_SIGNATURE",
    "CHANGED_SIGNATURE,WRONG_SIGNATURE",
    "GARBAGE,MALFORMED"
  })
  void what_is_wrong_is_told_and_not_kept_and_tried_again(
      TimeStampServer.Fault fault, String word) {
    authority.fault = fault;
    CopiesUnderTest.Node node = ledger.start(timeStamps(authority.url(), null));
    eventually(() -> ledger.failure(node, 0).equals(word));
    assertThat(stamped()).isEmpty();
    assertThat(node.isUp()).isTrue();

    authority.fault = TimeStampServer.Fault.NONE;
    ledger.clock.move(Duration.ofMinutes(6));
    eventually(() -> stamped().size() == 1);
    eventually(() -> ledger.failure(node, 0).isEmpty());
  }
}
