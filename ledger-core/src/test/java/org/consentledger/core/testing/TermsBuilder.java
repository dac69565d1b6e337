package org.consentledger.core.testing;

import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.NOTICE_HASH;
import static org.consentledger.core.testing.Samples.PHONE;
import static org.consentledger.core.testing.Samples.POLICY;
import static org.consentledger.core.testing.Samples.set;

import java.time.Instant;
import java.util.SortedSet;
import java.util.UUID;
import org.consentledger.core.subject.ConsentConditions;
import org.consentledger.core.subject.ConsentTerms;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.GiverRole;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.RecipientId;
import org.jspecify.annotations.Nullable;

/**
 * Builds the terms of a consent: by the person, on the web, in Russian, to e-mail and phone, under
 * no conditions, without end.
 */
public final class TermsBuilder {

  private PolicyVersion policy = POLICY;
  private Language language = Language.RU;
  private String noticeHash = NOTICE_HASH;
  private Channel channel = Channel.WEB;
  private GiverRole givenBy = GiverRole.SUBJECT;
  private @Nullable UUID authority;
  private int purposeVersion = 1;
  private SortedSet<Category> categories = set(EMAIL, PHONE);
  private ConsentConditions conditions = ConsentConditions.NONE;
  private @Nullable Instant expiresAt;

  private TermsBuilder() {}

  public static TermsBuilder terms() {
    return new TermsBuilder();
  }

  public TermsBuilder under(PolicyVersion version) {
    policy = version;
    return this;
  }

  public TermsBuilder in(Language shown, String hash) {
    language = shown;
    noticeHash = hash;
    return this;
  }

  public TermsBuilder through(Channel used) {
    channel = used;
    return this;
  }

  public TermsBuilder byRepresentative(UUID authorityReference) {
    givenBy = GiverRole.REPRESENTATIVE;
    authority = authorityReference;
    return this;
  }

  public TermsBuilder toVersion(int number) {
    purposeVersion = number;
    return this;
  }

  public TermsBuilder covering(Category... covered) {
    categories = set(covered);
    return this;
  }

  public TermsBuilder allowing(
      boolean transfer, boolean crossBorder, boolean publication, RecipientId... recipients) {
    conditions = new ConsentConditions(transfer, crossBorder, publication, set(recipients));
    return this;
  }

  public TermsBuilder until(@Nullable Instant end) {
    expiresAt = end;
    return this;
  }

  public ConsentTerms build() {
    return new ConsentTerms(
        policy,
        language,
        noticeHash,
        channel,
        givenBy,
        authority,
        purposeVersion,
        categories,
        conditions,
        null,
        expiresAt,
        null);
  }
}
