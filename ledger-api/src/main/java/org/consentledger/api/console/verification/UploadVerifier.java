package org.consentledger.api.console.verification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.core.log.TransparencyLog;
import org.consentledger.core.log.note.VerifierKey;
import org.consentledger.core.log.verify.Anchors;
import org.consentledger.core.log.verify.ArchiveVerifier;
import org.consentledger.core.log.verify.Verification;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Verifies a file that somebody sent, as {@code ledger verify} does. What is larger than allowed,
 * packed or unpacked, is refused before it is read; one archive at a time is verified on a node,
 * because that takes all of its cores; and the file is gone when this is done.
 */
@Component
final class UploadVerifier {

  private static final int LARGEST_TEXT = 1 << 20;
  private static final int MOST_FILES = 200_000;
  private static final byte[] ZIP = {'P', 'K'};

  private final TransparencyLog log;
  private final TextVerifier texts;
  private final VerificationProperties properties;
  private final Semaphore free = new Semaphore(1);

  UploadVerifier(TransparencyLog log, TextVerifier texts, VerificationProperties properties) {
    this.log = log;
    this.texts = texts;
    this.properties = properties;
  }

  Verdict verify(MultipartFile sent) {
    try {
      Path file = Files.createTempFile("ledger-verification", ".upload");
      try {
        sent.transferTo(file);
        return verify(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private Verdict verify(Path file) throws IOException {
    if (isArchive(file)) {
      if (!free.tryAcquire()) {
        throw new ProblemException(
            Problem.of(
                HttpStatus.TOO_MANY_REQUESTS,
                "VERIFICATION_BUSY",
                "Another archive is being verified. Send yours in a minute."));
      }
      try {
        return archive(file);
      } finally {
        free.release();
      }
    }
    return Files.size(file) > LARGEST_TEXT
        ? texts.unknown()
        : texts.verify(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
  }

  private static boolean isArchive(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
    }
  }

  private Verdict archive(Path file) {
    Optional<String> excess = excess(file);
    if (excess.isPresent()) {
      return Verdict.wrong(Verdict.Kind.ARCHIVE, List.of(), Map.of(), excess.get());
    }
    Optional<VerifierKey> ours = log.keys().reversed().stream().findFirst();
    Verification verification =
        new ArchiveVerifier(new Anchors(ours, List.of(), List.of()), (done, total) -> {})
            .verify(file);
    Map<String, Object> facts = new LinkedHashMap<>();
    verification
        .checkpoint()
        .ifPresent(
            checkpoint -> {
              facts.put("origin", checkpoint.origin());
              facts.put("leaves", checkpoint.size());
              facts.put("root", checkpoint.root().base64());
            });
    facts.put("events", verification.events());
    facts.put("checkpoints", verification.checkpoints());
    facts.put("cosignatures", verification.cosignatures());
    facts.put("stamps", verification.timeStamps());
    return new Verdict(
        Verdict.Kind.ARCHIVE,
        verification.isSound(),
        List.of("entries", "tree", "signatures", "payloads", "order", "ourKey"),
        facts,
        verification.findings().stream().map(Object::toString).toList(),
        verification.findingsInAll());
  }

  /** The verifier stops where a file is longer than it says, so that what it says can be added. */
  private Optional<String> excess(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      long unpacked = zip.stream().mapToLong(ZipEntry::getSize).map(it -> Math.max(it, 0)).sum();
      if (zip.size() > MOST_FILES || unpacked > properties.unpackedLimit().toBytes()) {
        return Optional.of("ARCHIVE: unpacked, it is larger than what is verified here");
      }
      return Optional.empty();
    } catch (IOException noZip) {
      return Optional.of("ARCHIVE: it cannot be read");
    }
  }
}
