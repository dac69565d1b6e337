package org.consentledger.api.invitation;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.policy.PolicyText;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.subject.Invitation;
import org.consentledger.core.subject.InvitationTerms;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.SubjectId;
import org.springframework.stereotype.Component;

/** Finds the exact texts that people are shown before they consent (clause 12.3). */
@Component
final class Notices {

  private final RegisterReader registers;
  private final Vault vault;

  Notices(RegisterReader registers, Vault vault) {
    this.registers = registers;
    this.vault = vault;
  }

  /**
   * The policy's own text; empty where it has none in this language, or there is no such policy.
   */
  Optional<String> ofPolicy(PolicyVersion version, Language language) {
    return registers
        .current()
        .findPolicy(version)
        .map(policy -> policy.texts().get(language))
        .map(PolicyText::reference)
        .map(reference -> read(Vault.OPERATOR, reference));
  }

  /** Whether such a version of the policy was published. */
  boolean isKnown(PolicyVersion version) {
    return registers.current().findPolicy(version).isPresent();
  }

  /** The text of an invitation. */
  String of(Invitation invitation) {
    InvitationTerms terms = invitation.event().terms();
    UUID own = terms.noticeReference();
    return own == null
        ? ofPolicy(terms.policyVersion(), terms.language()).orElseThrow()
        : read(invitation.event().subjectId(), own);
  }

  private String read(SubjectId owner, UUID reference) {
    byte[] text = vault.documents(owner, List.of(reference)).get(reference);
    return new String(requireNonNull(text), StandardCharsets.UTF_8);
  }

  /** SHA-256 of a text's UTF-8, in lower-case hexadecimal. */
  static String hash(String text) {
    return HexFormat.of().formatHex(digest(text));
  }

  /** SHA-256 of a text's UTF-8. */
  static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256.", impossible);
    }
  }
}
