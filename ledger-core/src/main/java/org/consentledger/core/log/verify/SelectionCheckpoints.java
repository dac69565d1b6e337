package org.consentledger.core.log.verify;

import java.util.Optional;
import org.consentledger.core.log.verify.Finding.Code;
import org.consentledger.core.log.verify.Stated.Origin;

/**
 * Checks the checkpoints of a selection. There is no tree in it, so that neither a rotation of keys
 * nor the way from an older checkpoint to this one can be seen; what was asked for and cannot be
 * shown is a finding.
 */
final class SelectionCheckpoints {

  private final Head head;
  private final Anchors anchors;
  private final Findings findings;

  SelectionCheckpoints(Head head, Anchors anchors, Findings findings) {
    this.head = head;
    this.anchors = anchors;
    this.findings = findings;
  }

  void check(StatedCheckpoints stated) {
    Optional<Stated> next = stated.next(Long.MAX_VALUE);
    for (; next.isPresent(); next = stated.next(Long.MAX_VALUE)) {
      if (next.get().from() == Origin.ARCHIVE) {
        checkSigner(next.get());
      } else {
        compare(next.get());
      }
    }
  }

  private void checkSigner(Stated own) {
    boolean isCurrent = !head.keys().isEmpty() && own.signers().contains(head.keys().getLast());
    if (!isCurrent) {
      findings.add(Code.SIGNATURE, "checkpoint: the last of vkeys did not sign it");
    }
    if (anchors.key().isPresent() && !own.signers().contains(anchors.key().get())) {
      findings.add(
          Code.KEY,
          "checkpoint: the key given did not sign it, and a selection cannot show a rotation");
    }
  }

  private void compare(Stated other) {
    long size = other.checkpoint().size();
    if (size > head.checkpoint().size()) {
      findings.add(Code.CONSISTENCY, other.place() + ": the log has had a larger size");
    } else if (size == head.checkpoint().size()) {
      if (!other.checkpoint().root().equals(head.checkpoint().root())) {
        findings.add(Code.CONSISTENCY, other.place() + ": size " + size + " has another root");
      }
    } else if (other.from() == Origin.AUDITOR) {
      findings.add(
          Code.CONSISTENCY,
          other.place() + ": a selection cannot show that the log goes on from size " + size);
    }
  }
}
