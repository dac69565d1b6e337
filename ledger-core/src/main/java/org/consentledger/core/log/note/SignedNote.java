package org.consentledger.core.log.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A text with signatures, as C2SP's signed-note has it.
 *
 * @param text the text, with its last newline. It says nothing until {@link #open} did not refuse
 *     it
 * @param signatures the signatures, in their order
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

  private static final int MOST_SIGNATURES = 100;

  /** Refuses a text that a note cannot have. */
  public SignedNote {
    requireText(text);
    signatures = List.copyOf(signatures);
    if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
      throw new IllegalArgumentException(
          "A note has 1 to " + MOST_SIGNATURES + " signatures, not " + signatures.size() + ".");
    }
  }

  /**
   * Reads a note out of its UTF-8.
   *
   * @throws IllegalArgumentException if it is in another form than {@link #format} writes
   */
  public static SignedNote parse(byte[] note) {
    try {
      return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(note)).toString());
    } catch (CharacterCodingException invalid) {
      throw new IllegalArgumentException("A note is valid UTF-8.", invalid);
    }
  }

  /**
   * Reads a note.
   *
   * @throws IllegalArgumentException if it is in another form than {@link #format} writes
   */
  public static SignedNote parse(String note) {
    int blank = note.lastIndexOf("\n\n");
    if (blank < 0 || !note.endsWith("\n") || blank + 2 == note.length()) {
      throw new IllegalArgumentException("A note is a text, a blank line and signature lines.");
    }
    String lines = note.substring(blank + 2, note.length() - 1);
    List<NoteSignature> signatures =
        Arrays.stream(lines.split("\n", MOST_SIGNATURES + 1)).map(NoteSignature::parse).toList();
    return new SignedNote(note.substring(0, blank + 1), signatures);
  }

  /** The note as it is written. */
  public String format() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> note.append(signature.line()).append('\n'));
    return note.toString();
  }

  /** The note with more signatures after its own, such as those of witnesses. */
  public SignedNote with(List<NoteSignature> more) {
    List<NoteSignature> all = new ArrayList<>(signatures);
    all.addAll(more);
    return new SignedNote(text, all);
  }

  /**
   * The keys that signed the note, each once, out of those that are known. Signatures of others are
   * passed over.
   *
   * @throws NotVerified if a signature in the name of a known key is not of that key, or no known
   *     key signed
   */
  public Set<VerifierKey> open(Collection<VerifierKey> known) {
    Set<VerifierKey> signers = new LinkedHashSet<>();
    for (NoteSignature signature : signatures) {
      signer(signature, known).ifPresent(key -> addVerified(signers, key, signature));
    }
    if (signers.isEmpty()) {
      throw new NotVerified("No known key signed the note.");
    }
    return signers;
  }

  private void addVerified(Set<VerifierKey> signers, VerifierKey key, NoteSignature signature) {
    boolean verified =
        switch (key.type()) {
          case ED25519 -> key.verify(text.getBytes(StandardCharsets.UTF_8), signature.signature());
          case COSIGNATURE, ML_DSA_COSIGNATURE -> Cosignature.of(signature).isOf(key, text);
        };
    if (!verified) {
      throw new NotVerified("The signature in the name of " + key.name() + " is not of its key.");
    }
    signers.add(key);
  }

  private static Optional<VerifierKey> signer(
      NoteSignature signature, Collection<VerifierKey> known) {
    List<VerifierKey> named =
        known.stream().filter(key -> key.isNamedBy(signature)).distinct().toList();
    if (named.size() > 1) {
      throw new IllegalArgumentException("Two known keys have one name and one identifier.");
    }
    return named.stream().findFirst();
  }

  private static void requireText(String text) {
    if (!text.endsWith("\n") || text.chars().anyMatch(it -> it < ' ' && it != '\n')) {
      throw new IllegalArgumentException(
          "The text of a note ends with a newline and has no other control characters.");
    }
  }
}
