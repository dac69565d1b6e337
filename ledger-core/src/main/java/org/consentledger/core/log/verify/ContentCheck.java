package org.consentledger.core.log.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.consentledger.core.log.merkle.TilePath;
import org.consentledger.core.log.verify.Finding.Code;
import org.consentledger.core.log.verify.Stated.Origin;

/** Checks what an archive holds, once it is known what it says about itself. */
final class ContentCheck {

  /** So many bundles that are not there are looked for, and after that no more. */
  private static final long MOST_MISSING = 10;

  private static final long EVENTS_A_PART = 200_000;
  private static final long MOST_PARTS = 256;
  private static final long SHORTEST_LINE = 200;

  private final Archive archive;
  private final Head head;
  private final Anchors anchors;
  private final Inventory inventory;
  private final Report report;
  private final Findings findings;
  private final long size;

  ContentCheck(Archive archive, Head head, Anchors anchors, Inventory inventory, Report report) {
    this.archive = archive;
    this.head = head;
    this.anchors = anchors;
    this.inventory = inventory;
    this.report = report;
    this.findings = report.findings();
    this.size = head.checkpoint().size();
  }

  void run() throws IOException {
    int parts = (int) Math.clamp(mostEvents() / EVENTS_A_PART, 1, MOST_PARTS);
    try (TemporaryFolder folder = TemporaryFolder.create();
        Spill sequences = new Spill(folder.path(), "sequences", parts);
        Spill removals = new Spill(folder.path(), "removals", parts);
        EventLines lines = new EventLines(stream(EventLines.FILE), findings);
        Lines earlier = new Lines(stream(EarlierCheckpoints.FILE));
        Pipeline pipeline = new Pipeline()) {
      StatedCheckpoints stated = stated(earlier);
      HistoryCheck history = new HistoryCheck(head.kind(), sequences, removals, findings);
      switch (head.kind()) {
        case WHOLE -> checkWhole(pipeline, lines, stated, history);
        case SELECTION -> checkSelection(pipeline, lines, stated, history);
      }
      history.finish();
      head.manifest().ifPresent(manifest -> compare(manifest, history.events()));
      report.setCounts(history.events(), stated.taken());
    }
  }

  private void checkWhole(
      Pipeline pipeline, EventLines lines, StatedCheckpoints stated, HistoryCheck history)
      throws IOException {
    KeyChain keys = new KeyChain(head.keys(), head.checkpoint().origin(), findings);
    TreeCheck tree = new TreeCheck(new UpperTiles(archive, findings), stated, keys, findings);
    long bundles = TilePath.fullTiles(0, size) + (TilePath.partialWidth(0, size) > 0 ? 1 : 0);
    long lookedFor = Math.min(bundles, inventory.bundles() + MOST_MISSING);
    pipeline.run(
        new WholeSource(archive, lines, KeyedHash.random(), size, lookedFor),
        outcome -> {
          findings.addAll(outcome.findings());
          outcome.leaves().ifPresent(tree::append);
          history.take(outcome, keys.goesOnFromAnotherLog());
          report.advance(outcome.bytes());
        });
    tree.finish(size);
  }

  private void checkSelection(
      Pipeline pipeline, EventLines lines, StatedCheckpoints stated, HistoryCheck history)
      throws IOException {
    KeyedHash keys = KeyedHash.random();
    pipeline.run(
        () -> {
          LineBatch batch = lines.next(Long.MAX_VALUE);
          return batch.count() == 0 ? null : new SelectionUnit(head.checkpoint(), batch, keys);
        },
        outcome -> {
          findings.addAll(outcome.findings());
          history.take(outcome, true);
          report.advance(outcome.bytes());
        });
    new SelectionCheckpoints(head, anchors, findings).check(stated);
  }

  private StatedCheckpoints stated(Lines earlier) {
    CheckpointReader reader =
        new CheckpointReader(
            head.checkpoint().origin(), head.keys(), anchors.witnesses(), findings);
    Optional<Stated> own = reader.open(Head.CHECKPOINT, Origin.ARCHIVE, head.note());
    own.ifPresent(this::requireWitnesses);
    return new StatedCheckpoints(
        List.of(
            CheckpointSource.of(own.stream()),
            new EarlierCheckpoints(earlier, reader, findings),
            inventory.timeStamps().checkpoints(archive, reader, findings),
            CheckpointSource.of(
                anchors.checkpoints().stream()
                    .map(note -> reader.open("the checkpoint given", Origin.AUDITOR, note))
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparingLong(it -> it.checkpoint().size())))));
  }

  private void requireWitnesses(Stated own) {
    anchors.witnesses().stream()
        .filter(witness -> !own.signers().contains(witness))
        .forEach(
            witness ->
                findings.add(Code.SIGNATURE, "checkpoint: " + witness.name() + " did not cosign"));
  }

  private void compare(Manifest manifest, long events) {
    if (!manifest.origin().equals(head.checkpoint().origin())) {
      findings.add(Code.MANIFEST, "the manifest is of another log than the checkpoint");
    }
    if (manifest.size() != size) {
      findings.add(
          Code.SIZE, "the manifest says size " + manifest.size() + ", the checkpoint " + size);
    }
    if (manifest.events() != events) {
      findings.add(
          Code.MANIFEST, "the manifest says " + manifest.events() + " events, there are " + events);
    }
  }

  private long mostEvents() throws IOException {
    long length = archive.has(EventLines.FILE) ? archive.length(EventLines.FILE) : 0;
    return Math.min(size, length / SHORTEST_LINE);
  }

  private InputStream stream(String name) throws IOException {
    return archive.has(name) ? archive.stream(name) : InputStream.nullInputStream();
  }
}
