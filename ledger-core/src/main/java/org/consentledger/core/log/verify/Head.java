package org.consentledger.core.log.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consentledger.core.log.merkle.TilePath;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.log.note.SignedNote;
import org.consentledger.core.log.note.VerifierKey;
import org.consentledger.core.log.verify.Finding.Code;
import org.consentledger.core.log.verify.Manifest.Kind;

/**
 * What an archive says about itself, as far as it can be read.
 *
 * @param manifest the manifest, if it is well formed
 * @param kind what is in the archive, by its manifest or else by its files
 * @param keys the log's keys, oldest first
 * @param note the archive's checkpoint with its signatures, which were not verified
 * @param checkpoint what the note says
 */
record Head(
    Optional<Manifest> manifest,
    Kind kind,
    List<VerifierKey> keys,
    SignedNote note,
    Checkpoint checkpoint) {

  static final String CHECKPOINT = "checkpoint";
  static final String KEYS = "vkeys";
  static final String KEY = "vkey";

  private static final int MOST_BYTES = 1 << 20;

  /** Reads it; empty, with a finding, if there is no checkpoint to go by. */
  static Optional<Head> read(Archive archive, Findings findings) {
    Optional<Manifest> manifest =
        file(archive, Manifest.FILE, findings).flatMap(bytes -> manifest(bytes, findings));
    List<VerifierKey> keys = keys(archive, findings);
    return file(archive, CHECKPOINT, findings)
        .flatMap(bytes -> note(bytes, findings))
        .map(note -> of(archive, manifest, keys, note));
  }

  private static Head of(
      Archive archive, Optional<Manifest> manifest, List<VerifierKey> keys, SignedNote note) {
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    Kind kind = manifest.map(Manifest::kind).orElseGet(() -> kind(archive, checkpoint.size()));
    return new Head(manifest, kind, keys, note, checkpoint);
  }

  private static Kind kind(Archive archive, long size) {
    boolean hasTiles = TilePath.all(size).limit(1).anyMatch(tile -> archive.has(tile.toString()));
    return hasTiles ? Kind.WHOLE : Kind.SELECTION;
  }

  private static Optional<Manifest> manifest(byte[] json, Findings findings) {
    try {
      return Optional.of(Manifest.parse(json));
    } catch (IllegalArgumentException malformed) {
      findings.add(Code.MANIFEST, Manifest.FILE + ": " + malformed.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<SignedNote> note(byte[] bytes, Findings findings) {
    try {
      SignedNote note = SignedNote.parse(bytes);
      Checkpoint.parse(note.text());
      return Optional.of(note);
    } catch (IllegalArgumentException malformed) {
      findings.add(Code.SIGNATURE, CHECKPOINT + ": " + malformed.getMessage());
      return Optional.empty();
    }
  }

  private static List<VerifierKey> keys(Archive archive, Findings findings) {
    List<VerifierKey> keys = keys(archive, KEYS, findings);
    List<VerifierKey> current = keys(archive, KEY, findings);
    if (current.size() != 1 || keys.isEmpty() || !current.getFirst().equals(keys.getLast())) {
      findings.add(Code.KEY, "vkey: it is not the last of vkeys");
    }
    return keys;
  }

  private static List<VerifierKey> keys(Archive archive, String name, Findings findings) {
    List<VerifierKey> keys = new ArrayList<>();
    byte[] bytes = file(archive, name, findings).orElse(new byte[0]);
    String text = new String(bytes, StandardCharsets.UTF_8);
    String lines = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    try {
      for (String line : lines.split("\n", -1)) {
        keys.add(VerifierKey.parse(line));
      }
    } catch (IllegalArgumentException malformed) {
      findings.add(Code.KEY, name + ": " + malformed.getMessage());
    }
    return keys;
  }

  private static Optional<byte[]> file(Archive archive, String name, Findings findings) {
    try {
      return Optional.of(archive.read(name, MOST_BYTES));
    } catch (NoSuchFileException missing) {
      // The inventory says so.
      return Optional.empty();
    } catch (IOException unreadable) {
      findings.add(Code.ARCHIVE, name + " cannot be read: " + unreadable.getMessage());
      return Optional.empty();
    }
  }
}
