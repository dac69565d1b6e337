package org.consentledger.api.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.log.note.SignedNote;
import org.consentledger.core.log.note.VerifierKey;
import org.consentledger.core.log.verify.Anchors;
import org.consentledger.core.log.verify.ArchiveVerifier;
import org.consentledger.core.log.verify.Finding;
import org.consentledger.core.log.verify.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Verifies an export, offline. */
@Command(
    name = "verify",
    description =
        "Verifies an export archive, offline: entries, tiles, root, signatures, payloads, order.",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

  private static final long MEGABYTE = 1_000_000;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "ARCHIVE", description = "The archive, or the folder it is unpacked in.")
  private Path archive = Path.of("");

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description =
          "A checkpoint that was kept earlier; the history must go on from it. May be repeated.")
  private List<Path> checkpoints = new ArrayList<>();

  @Option(
      names = "--vkey",
      paramLabel = "KEY",
      description =
          "A verifier key of the log that is known from elsewhere. Without it, the keys in the"
              + " archive are taken at their word.")
  private @Nullable String key;

  @Option(
      names = "--witness",
      paramLabel = "KEY",
      description =
          "The verifier key of a witness; its cosignature must be right. May be repeated.")
  private List<String> witnesses = new ArrayList<>();

  @Option(names = "--json", description = "Answers with one JSON object, without progress.")
  private boolean json;

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("The command line fills in the command.");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (!Files.exists(archive)) {
      throw new CommandFailed("There is no archive " + archive + ".");
    }
    Verification verification = verify(spec.commandLine().getErr());
    if (json) {
      out.println(new JsonMapper().writeValueAsString(asJson(verification)));
    } else {
      tell(verification, out);
    }
    out.flush();
    return verification.isSound() ? 0 : 1;
  }

  private Verification verify(PrintWriter lines) {
    Anchors anchors = anchors();
    if (json) {
      return new ArchiveVerifier(anchors, (done, total) -> {}).verify(archive);
    }
    try (ProgressLine progress = ProgressLine.of("Verifying", lines, " MB", MEGABYTE)) {
      return new ArchiveVerifier(anchors, progress::advanced).verify(archive);
    }
  }

  private Anchors anchors() {
    try {
      List<SignedNote> notes = new ArrayList<>();
      for (Path checkpoint : checkpoints) {
        notes.add(SignedNote.parse(Files.readAllBytes(checkpoint)));
      }
      return new Anchors(
          Optional.ofNullable(key).map(VerifierKey::parse),
          notes,
          witnesses.stream().map(VerifierKey::parse).toList());
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new CommandFailed(
          "A checkpoint or a key that was given cannot be read: " + unreadable.getMessage());
    }
  }

  private void tell(Verification verification, PrintWriter out) {
    for (Finding finding : verification.findings()) {
      out.println(finding);
    }
    long more = verification.findingsInAll() - verification.findings().size();
    if (more > 0) {
      out.println("… and " + more + " more");
    }
    verification.checkpoint().ifPresent(checkpoint -> tell(checkpoint, verification, out));
    if (key == null) {
      out.println(
          "The keys are those that the archive names. Compare them with a key that you know from"
              + " elsewhere, or give it as --vkey.");
    }
    if (checkpoints.isEmpty()) {
      out.println(
          "No older checkpoint was given. Only a checkpoint that you kept yourself shows that"
              + " history was not rewritten since.");
    }
    out.println(
        verification.isSound()
            ? "SOUND: nothing is wrong with " + archive + "."
            : "NOT SOUND: " + verification.findingsInAll() + " findings, the first of them above.");
  }

  private static void tell(Checkpoint checkpoint, Verification verification, PrintWriter out) {
    out.println("log            " + checkpoint.origin());
    out.println("leaves         " + checkpoint.size());
    out.println("root           " + checkpoint.root().base64());
    out.println("events         " + verification.events());
    out.println("checkpoints    " + verification.checkpoints() + " checked");
    out.println("cosignatures   " + verification.cosignatures());
    out.println(
        "time stamps    "
            + verification.timeStamps()
            + (verification.timeStamps() > 0 ? " (openssl ts -verify checks them)" : ""));
  }

  private static Map<String, Object> asJson(Verification verification) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("sound", verification.isSound());
    verification
        .checkpoint()
        .ifPresent(
            checkpoint -> {
              answer.put("origin", checkpoint.origin());
              answer.put("size", checkpoint.size());
              answer.put("root", checkpoint.root().base64());
            });
    answer.put("events", verification.events());
    answer.put("checkpoints", verification.checkpoints());
    answer.put("cosignatures", verification.cosignatures());
    answer.put("timeStamps", verification.timeStamps());
    answer.put("findingsInAll", verification.findingsInAll());
    answer.put(
        "findings",
        verification.findings().stream()
            .map(finding -> Map.of("code", finding.code().name(), "message", finding.message()))
            .toList());
    return answer;
  }
}
