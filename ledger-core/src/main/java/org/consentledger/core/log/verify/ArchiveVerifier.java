package org.consentledger.core.log.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.consentledger.core.log.verify.Finding.Code;

/**
 * Verifies an export archive, a ZIP file or a folder, with all cores and in memory that does not
 * depend on its size. It reads the archive, writes to a temporary folder of its own, and needs
 * nothing else.
 *
 * <p>Not covered, since nothing can be recomputed from them: in the manifest when it was made and
 * what was asked for, when earlier checkpoints were issued, what a time stamp's authority signed,
 * signatures of keys that are not known, and what stands in files that the format does not name.
 */
public final class ArchiveVerifier {

  private final Anchors anchors;
  private final Progress progress;

  /**
   * A verifier.
   *
   * @param anchors what the auditor holds from elsewhere
   * @param progress hears how far it has come
   */
  public ArchiveVerifier(Anchors anchors, Progress progress) {
    this.anchors = anchors;
    this.progress = progress;
  }

  /** Verifies an archive. Whatever is wrong with it becomes a finding. */
  public Verification verify(Path path) {
    Report report = new Report(progress);
    try (Archive archive = Archive.open(path)) {
      verify(archive, report);
    } catch (IOException | IllegalArgumentException unreadable) {
      // What java.util.zip refuses, and a disk that does not give or take any more.
      report.findings().add(Code.ARCHIVE, "the archive cannot be read: " + unreadable.getMessage());
    }
    return report.finish();
  }

  private void verify(Archive archive, Report report) throws IOException {
    Findings findings = report.findings();
    archive.checkPacking(findings);
    Inventory.findMissing(archive, findings);
    Optional<Head> head = Head.read(archive, findings);
    if (head.isEmpty()) {
      return;
    }
    report.setHead(head.get());
    Inventory inventory =
        Inventory.of(archive, head.get().checkpoint().size(), head.get().kind(), findings);
    report.setInventory(inventory);
    checkKnownKey(head.get(), findings);
    if (head.get().checkpoint().size() == 0) {
      findings.add(Code.SIZE, "checkpoint: a log has at least its genesis");
    }
    new ContentCheck(archive, head.get(), anchors, inventory, report).run();
  }

  private void checkKnownKey(Head head, Findings findings) {
    if (anchors.key().isPresent() && !head.keys().contains(anchors.key().get())) {
      findings.add(Code.KEY, "vkeys: the key given is not among the keys of the log");
    }
  }
}
