package org.consentledger.api.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.consentledger.core.log.merkle.Hash;
import org.consentledger.core.log.merkle.ProofVerifier;
import org.consentledger.core.log.merkle.Proofs;
import org.consentledger.core.log.merkle.TilePath;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.log.note.NotVerified;
import org.consentledger.core.log.note.SignedNote;
import org.consentledger.core.log.note.VerifierKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fetches the newest checkpoint of a ledger that serves, for an auditor to keep. */
@Command(
    name = "checkpoint",
    description =
        "Fetches the newest checkpoint of a ledger, verifies it, and shows that the log goes on"
            + " from an older one. Keep what it writes: it is what a rewritten history fails"
            + " against.",
    mixinStandardHelpOptions = true)
final class CheckpointCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--url",
      defaultValue = "http://localhost:8080",
      description = "Where the ledger serves (${DEFAULT-VALUE}).")
  private String url = "";

  @Option(
      names = "--vkey",
      paramLabel = "KEY",
      description = "A verifier key of the log that is known from elsewhere.")
  private @Nullable String key;

  @Option(
      names = "--since",
      paramLabel = "FILE",
      description = "An older checkpoint; the log must go on from it.")
  private @Nullable Path since;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to keep the checkpoint; otherwise it is printed.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("The command line fills in the command.");
    }
    RemoteLedger ledger = new RemoteLedger(url);
    List<VerifierKey> keys = keys(ledger);
    SignedNote note = parse(ledger.get("/log/checkpoint"));
    Checkpoint newest = open(note, keys);
    PrintWriter told = spec.commandLine().getErr();
    if (since != null) {
      requireGoesOn(ledger, open(parse(read(since)), keys), newest);
      told.println("The log goes on from " + since + ".");
    }
    keep(note);
    told.println(newest.origin() + " has " + newest.size() + " leaves.");
    told.flush();
    return 0;
  }

  private List<VerifierKey> keys(RemoteLedger ledger) {
    try {
      List<VerifierKey> keys =
          new String(ledger.get("/log/vkey"), StandardCharsets.UTF_8)
              .lines()
              .map(VerifierKey::parse)
              .toList();
      if (key != null && !keys.contains(VerifierKey.parse(key))) {
        throw new CommandFailed("The key given is not among the keys of this log.");
      }
      return keys;
    } catch (IllegalArgumentException noKey) {
      throw new CommandFailed("A verifier key cannot be read: " + noKey.getMessage());
    }
  }

  private static SignedNote parse(byte[] note) {
    try {
      return SignedNote.parse(note);
    } catch (IllegalArgumentException malformed) {
      throw new CommandFailed("This is no checkpoint: " + malformed.getMessage());
    }
  }

  private static Checkpoint open(SignedNote note, List<VerifierKey> keys) {
    try {
      return Checkpoint.open(note, keys);
    } catch (IllegalArgumentException | NotVerified wrong) {
      throw new CommandFailed("The checkpoint is not one of this log: " + wrong.getMessage());
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new CommandFailed("The file " + file + " cannot be read.");
    }
  }

  private static void requireGoesOn(RemoteLedger ledger, Checkpoint older, Checkpoint newer) {
    if (older.size() > newer.size()) {
      throw new CommandFailed(
          "The log has " + newer.size() + " leaves, fewer than the " + older.size() + " it had.");
    }
    Proofs proofs =
        new Proofs(
            (level, index, width) -> ledger.get("/log/" + new TilePath(level, index, width)));
    List<Hash> proof = proofs.consistency(older.size(), newer.size());
    boolean goesOn =
        new ProofVerifier()
            .verifyConsistency(older.size(), newer.size(), older.root(), newer.root(), proof);
    if (!goesOn) {
      throw new CommandFailed(
          "The log does not go on from the older checkpoint: its history was rewritten, or there"
              + " are two. Keep both checkpoints; together they prove it.");
    }
  }

  private void keep(SignedNote note) {
    if (spec == null || out == null) {
      System.out.print(note.format());
      return;
    }
    try {
      Files.writeString(out, note.format());
    } catch (IOException failure) {
      throw new CommandFailed("The file " + out + " cannot be written.");
    }
  }
}
