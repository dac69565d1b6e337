package org.consentledger.api.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.consentledger.api.certificate.DisposalCertificate.BackupState;
import org.consentledger.api.certificate.DisposalCertificate.Backups;
import org.consentledger.api.certificate.DisposalCertificate.CertificateKind;
import org.consentledger.api.certificate.DisposalCertificate.CertifiedOperator;
import org.consentledger.api.certificate.DisposalCertificate.CertifiedTerm;
import org.consentledger.api.certificate.DisposalCertificate.DisposalMeans;
import org.consentledger.api.certificate.DisposalCertificate.Told;
import org.consentledger.api.certificate.DisposalCertificate.ToldRecipient;
import org.consentledger.api.document.DocumentProof;
import org.consentledger.api.document.Labels;
import org.consentledger.api.inventory.InformationSystems.SystemInUse;
import org.consentledger.core.calendar.Certainty;
import org.consentledger.core.calendar.TermUnit;
import org.consentledger.core.personaldata.ErasedStore;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.InventoryId;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.RequestReason;
import org.consentledger.core.vocabulary.SubjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

/** Whatever a certificate says, it has words for it in each language. */
class CertificatePageTest {

  private static final String WORDS = "org.consentledger.api.certificate.certificate";
  private static final Instant AT = Instant.parse("2028-02-29T20:30:00Z");
  private static final UUID ID = UUID.fromString("018f5d2c-0000-4000-8000-0000000000d7");
  private static final DocumentProof PROOF =
      new DocumentProof(
          "consent-ledger/disposal-certificate/v1\n…\n\n— log abc\n",
          false,
          null,
          "https://ledger.example/log/proof/" + ID,
          "https://ledger.example/log/vkey");

  private static DisposalCertificate certificate(
      CertificateKind kind, DisposalGround ground, RequestReason reason, boolean isFinal) {
    Told told = new Told(Channel.LETTER, AT, ID);
    boolean whole = kind != CertificateKind.ERASURE;
    return new DisposalCertificate(
        DisposalCertificate.FORM,
        "2028-18432",
        3,
        isFinal,
        ID,
        new SubjectId(new UUID(7, 7)),
        new CertifiedOperator("Мысал банкі \"Үміт\" АҚ <&>", "123456789012"),
        kind,
        whole ? DisposalMeans.DELETED_WITH_KEY : DisposalMeans.DELETED,
        DisposalCertificate.LEDGER,
        ground,
        ground.clause(),
        reason,
        whole ? new TreeSet<>() : new TreeSet<>(List.of(new Category("EMAIL"))),
        "crm",
        AT,
        "officer",
        AT,
        AT,
        new CertifiedTerm(
            CertificateFinder.termId(ground),
            "an article",
            1,
            isFinal ? TermUnit.WORKING_DAYS : TermUnit.CALENDAR_DAYS,
            Certainty.SECONDARY,
            AT,
            LocalDate.of(2028, 3, 2),
            isFinal),
        AT,
        AT,
        ID,
        18432,
        whole
            ? List.of(new SystemInUse(new InventoryId("crm"), "Жүйе <1>", "Алматы & Астана"))
            : List.of(),
        EnumSet.allOf(ErasedStore.class),
        whole
            ? List.of(
                new ToldRecipient(new RecipientId("courier"), told, isFinal ? told : null),
                new ToldRecipient(new RecipientId("printer"), null, null))
            : List.of(),
        backups(isFinal, reason),
        null);
  }

  private static Backups backups(boolean isFinal, RequestReason reason) {
    if (isFinal) {
      return new Backups(BackupState.DEAD, AT, AT);
    }
    return reason == RequestReason.INACCURATE
        ? new Backups(BackupState.EPOCH_KEY_DESTROYED, AT, null)
        : new Backups(BackupState.PENDING, null, null);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void clause_2_14_a_page_has_words_for_everything_and_is_well_formed(Language language)
      throws Exception {
    Labels labels = new Labels(WORDS, language);
    for (CertificateKind kind : CertificateKind.values()) {
      for (DisposalGround ground : DisposalGround.values()) {
        for (RequestReason reason : RequestReason.values()) {
          boolean isFinal = reason == RequestReason.OUTDATED;
          String page =
              CertificatePage.of(certificate(kind, ground, reason, isFinal), PROOF, labels);
          Document read =
              DocumentBuilderFactory.newInstance()
                  .newDocumentBuilder()
                  .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
          assertThat(read.getDocumentElement().getTextContent())
              .contains("2028-18432", "Мысал банкі \"Үміт\" АҚ <&>", "2028-03-01 01:30:00 +05:00")
              .contains(labels.text("ground", ground), labels.text("reason", reason))
              .doesNotContain("{0}", "''");
        }
      }
    }
  }

  @Test
  void each_word_is_there_in_each_language() {
    ResourceBundle.Control exactly =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    for (String words : List.of(WORDS, "org.consentledger.api.document.document")) {
      assertThat(List.of(Language.RU, Language.KK))
          .allSatisfy(
              language ->
                  assertThat(
                          ResourceBundle.getBundle(words, Locale.of(language.code()), exactly)
                              .keySet())
                      .isEqualTo(
                          ResourceBundle.getBundle(words, Locale.of("en"), exactly).keySet()));
    }
  }
}
