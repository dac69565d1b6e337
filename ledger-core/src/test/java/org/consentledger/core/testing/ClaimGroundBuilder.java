package org.consentledger.core.testing;

import static org.consentledger.core.testing.Samples.GROUND;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.PAPER;
import static org.consentledger.core.testing.Samples.SUBJECT;
import static org.consentledger.core.testing.Samples.set;

import java.time.Instant;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.consentledger.core.subject.SubjectCommand.ClaimGround;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;

/**
 * Builds the command by which a ground is claimed: for the newsletter, with all the evidence that
 * its clause demands, for all data of the purpose, now, with the purpose's own term.
 */
public final class ClaimGroundBuilder {

  private final LegalGround ground;
  private SortedSet<String> evidence;
  private PurposeId purpose = NEWSLETTER;
  private SortedSet<Category> categories = set();
  private @Nullable UUID approver;
  private @Nullable Instant effectiveAt;
  private @Nullable Instant validUntil;

  ClaimGroundBuilder(LegalGround ground) {
    this.ground = ground;
    this.evidence = new TreeSet<>(ground.evidence());
  }

  public ClaimGroundBuilder bringing(String... keys) {
    evidence = new TreeSet<>(Arrays.asList(keys));
    return this;
  }

  public ClaimGroundBuilder forPurpose(PurposeId other) {
    purpose = other;
    return this;
  }

  public ClaimGroundBuilder covering(Category... covered) {
    categories = set(covered);
    return this;
  }

  public ClaimGroundBuilder approvedBy(UUID approverReference) {
    approver = approverReference;
    return this;
  }

  public ClaimGroundBuilder at(Instant moment) {
    effectiveAt = moment;
    return this;
  }

  public ClaimGroundBuilder until(Instant end) {
    validUntil = end;
    return this;
  }

  public ClaimGround build() {
    return new ClaimGround(
        SUBJECT,
        GROUND,
        ground,
        purpose,
        categories,
        evidence,
        PAPER,
        approver,
        effectiveAt,
        validUntil);
  }
}
