package org.consentledger.core.testing;

import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.GROUND;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.PAPER;
import static org.consentledger.core.testing.Samples.PHONE;
import static org.consentledger.core.testing.Samples.set;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SortedSet;
import java.util.UUID;
import org.consentledger.core.subject.GroundClaim;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;

/**
 * Builds what was claimed: a ground for the newsletter, for e-mail and phone, approved by nobody
 * else, until a year after {@link Samples#EARLIER}.
 */
public final class ClaimBuilder {

  /** Where a claim of the sample purposes ends if nobody says when. */
  public static final Instant A_YEAR_LATER =
      EARLIER.atOffset(ZoneOffset.ofHours(5)).plusYears(1).toInstant();

  private final LegalGround ground;
  private UUID name = GROUND;
  private PurposeId purpose = NEWSLETTER;
  private SortedSet<Category> categories = set(EMAIL, PHONE);
  private @Nullable UUID approver;
  private Instant validUntil = A_YEAR_LATER;

  private ClaimBuilder(LegalGround ground) {
    this.ground = ground;
  }

  public static ClaimBuilder claim(LegalGround ground) {
    return new ClaimBuilder(ground);
  }

  public ClaimBuilder named(UUID groundId) {
    name = groundId;
    return this;
  }

  public ClaimBuilder forPurpose(PurposeId other) {
    purpose = other;
    return this;
  }

  public ClaimBuilder covering(Category... covered) {
    categories = set(covered);
    return this;
  }

  public ClaimBuilder approvedBy(UUID approverReference) {
    approver = approverReference;
    return this;
  }

  public ClaimBuilder until(Instant end) {
    validUntil = end;
    return this;
  }

  public GroundClaim build() {
    return new GroundClaim(name, ground, purpose, categories, PAPER, approver, validUntil);
  }
}
