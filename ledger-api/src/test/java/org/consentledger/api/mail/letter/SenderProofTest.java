package org.consentledger.api.mail.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderProofTest {

  private static SenderProof proof(String from, String... results) throws LetterUnreadable {
    List<String> lines = new ArrayList<>();
    for (String result : results) {
      lines.add("Authentication-Results: " + result);
    }
    lines.addAll(List.of("From: " + from, "Subject: x", "", "x"));
    return SenderProof.of(Letters.of(lines.toArray(String[]::new)), Letters.TRUST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mx.operator.example.kz; dmarc=pass header.from=example.kz",
        "MX.operator.example.kz 1; dmarc=PASS (p=none) header.from=Example.KZ",
        "mx.operator.example.kz;\r\n"
            + "\tspf=none smtp.mailfrom=x;\r\n"
            + " dmarc = pass header.from = example.kz",
        "mx.operator.example.kz; dkim=fail header.d=example.kz; dmarc=pass header.from=example.kz",
        "\"mx.operator.example.kz\"; dmarc=pass",
      })
  void dmarc_that_passed_for_the_domain_proves_the_sender(String results) throws LetterUnreadable {
    assertThat(proof("Ann <ann@example.kz>", results)).isEqualTo(SenderProof.DMARC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mx.operator.example.kz; dkim=pass header.d=example.kz",
        "mx.operator.example.kz; dkim=pass header.i=@mail.example.kz",
        "mx.operator.example.kz; dkim=fail header.d=other.kz; dkim=pass header.d=example.kz",
        "mx.operator.example.kz; dmarc=none header.from=news.example.kz; dkim=pass"
            + " header.d=example.kz",
      })
  void so_does_a_signature_of_the_same_organisation(String results) throws LetterUnreadable {
    assertThat(proof("ann@news.example.kz", results)).isEqualTo(SenderProof.ALIGNED_DKIM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mx.operator.example.kz; none",
        "mx.operator.example.kz; dmarc=fail header.from=example.kz",
        "mx.operator.example.kz; dmarc=fail header.from=example.kz; dkim=pass header.d=example.kz",
        "mx.operator.example.kz; dmarc=pass header.from=attacker.kz",
        "mx.operator.example.kz; dkim=pass header.d=attacker.kz",
        "mx.operator.example.kz; dkim=pass",
        "mx.operator.example.kz; spf=pass smtp.mailfrom=ann@example.kz",
        "mx.attacker.kz; dmarc=pass header.from=example.kz",
        "mx.operator.example.kz.attacker.kz; dmarc=pass header.from=example.kz",
        "mx.operator.example.kz; spf=fail (; dmarc=pass header.from=example.kz) smtp.mailfrom=x",
        "mx.operator.example.kz; spf=fail reason=\"; dmarc=pass\" smtp.mailfrom=x",
        "mx.operator.example.kz; spf=fail (\\); dmarc=pass header.from=example.kz",
        "",
        ";;;",
      })
  void nothing_else_does(String results) throws LetterUnreadable {
    assertThat(proof("ann@example.kz", results)).isEqualTo(SenderProof.NONE);
  }

  @Test
  void a_statement_below_the_topmost_was_brought_along_and_counts_for_nothing()
      throws LetterUnreadable {
    String good = "mx.operator.example.kz; dmarc=pass header.from=example.kz";
    assertThat(proof("ann@example.kz", "mx.operator.example.kz; dmarc=fail", good))
        .isEqualTo(SenderProof.NONE);
    assertThat(proof("ann@example.kz", "relay.example; spf=none", good))
        .isEqualTo(SenderProof.NONE);
    assertThat(proof("ann@example.kz", good, "mx.operator.example.kz; dmarc=fail"))
        .isEqualTo(SenderProof.DMARC);
    assertThat(proof("ann@example.kz")).isEqualTo(SenderProof.NONE);
  }

  @Test
  void two_under_one_public_suffix_are_two_organisations() throws LetterUnreadable {
    assertThat(proof("ann@one.gov.kz", "mx.operator.example.kz; dkim=pass header.d=two.gov.kz"))
        .isEqualTo(SenderProof.NONE);
    assertThat(proof("ann@one.gov.kz", "mx.operator.example.kz; dkim=pass header.d=gov.kz"))
        .isEqualTo(SenderProof.NONE);
    assertThat(proof("ann@one.gov.kz", "mx.operator.example.kz; dkim=pass header.d=a.one.gov.kz"))
        .isEqualTo(SenderProof.ALIGNED_DKIM);
  }

  @Test
  void whoever_names_two_senders_is_none_of_them() throws LetterUnreadable {
    String good = "mx.operator.example.kz; dmarc=pass header.from=example.kz";
    assertThat(proof("ann@example.kz, bob@example.kz", good)).isEqualTo(SenderProof.NONE);
    assertThat(
            SenderProof.of(
                Letters.of(
                    "Authentication-Results: " + good,
                    "From: ann@example.kz",
                    "From: bob@example.kz",
                    "",
                    "x"),
                Letters.TRUST))
        .isEqualTo(SenderProof.NONE);
    assertThat(proof("\"ann@example.kz\" <bob@attacker.kz>", good)).isEqualTo(SenderProof.NONE);
  }

  @Test
  void a_mailbox_whose_server_is_not_named_believes_nobody() throws LetterUnreadable {
    MailTrust nobody = new MailTrust(null, List.of(), Set.of(), "x");
    assertThat(SenderProof.of(Letters.read("gmail-web-withdrawal-ru"), nobody))
        .isEqualTo(SenderProof.NONE);
  }
}
