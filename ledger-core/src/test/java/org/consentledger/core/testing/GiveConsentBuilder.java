package org.consentledger.core.testing;

import static org.consentledger.core.testing.Samples.set;

import java.time.Instant;
import java.util.SortedSet;
import java.util.UUID;
import org.consentledger.core.subject.ConsentConditions;
import org.consentledger.core.subject.SubjectCommand.GiveConsent;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.GiverRole;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Builds the command by which a consent is recorded: by the person, on the web, in Russian, now, to
 * all data of the purpose.
 */
public final class GiveConsentBuilder {

  private final SubjectId subject;
  private final PurposeId purpose;
  private PolicyVersion policy;
  private Language language = Language.RU;
  private @Nullable String noticeHash;
  private GiverRole givenBy = GiverRole.SUBJECT;
  private @Nullable UUID authority;
  private SortedSet<Category> categories = set();
  private ConsentConditions conditions = ConsentConditions.NONE;
  private @Nullable Instant effectiveAt;
  private @Nullable Instant expiresAt;

  GiveConsentBuilder(SubjectId subject, PurposeId purpose, PolicyVersion policy) {
    this.subject = subject;
    this.purpose = purpose;
    this.policy = policy;
  }

  public GiveConsentBuilder under(PolicyVersion version) {
    policy = version;
    return this;
  }

  public GiveConsentBuilder in(Language shown) {
    language = shown;
    return this;
  }

  public GiveConsentBuilder shown(String hash) {
    noticeHash = hash;
    return this;
  }

  public GiveConsentBuilder byRepresentative(@Nullable UUID authorityReference) {
    givenBy = GiverRole.REPRESENTATIVE;
    authority = authorityReference;
    return this;
  }

  public GiveConsentBuilder covering(Category... covered) {
    categories = set(covered);
    return this;
  }

  public GiveConsentBuilder allowing(ConsentConditions allowed) {
    conditions = allowed;
    return this;
  }

  public GiveConsentBuilder at(Instant moment) {
    effectiveAt = moment;
    return this;
  }

  public GiveConsentBuilder until(Instant end) {
    expiresAt = end;
    return this;
  }

  public GiveConsent build() {
    return new GiveConsent(
        subject,
        purpose,
        policy,
        language,
        noticeHash,
        Channel.WEB,
        givenBy,
        authority,
        categories,
        conditions,
        null,
        effectiveAt,
        expiresAt);
  }
}
