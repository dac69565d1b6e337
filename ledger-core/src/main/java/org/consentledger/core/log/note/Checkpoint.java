package org.consentledger.core.log.note;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consentledger.core.log.merkle.Hash;

/**
 * What a log states about its tree, as C2SP's tlog-checkpoint has it, without extension lines.
 *
 * @param origin the log's identity, which is also the name of its keys
 * @param size how many leaves the tree has
 * @param root the root of the tree
 */
public record Checkpoint(String origin, long size, Hash root) {

  private static final Pattern FORM = Pattern.compile("([^\n]+)\n(0|[1-9][0-9]*)\n([^\n]+)\n");

  /** Refuses an origin that cannot be the name of a key. */
  public Checkpoint {
    KeyName.require(origin);
    if (size < 0) {
      throw new IllegalArgumentException("A tree has no negative size.");
    }
  }

  /**
   * Reads the text of a checkpoint.
   *
   * @throws IllegalArgumentException if it is in another form than {@link #text} writes
   */
  public static Checkpoint parse(String text) {
    Matcher lines = FORM.matcher(text);
    if (!lines.matches()) {
      throw new IllegalArgumentException("A checkpoint is three lines: origin, size and root.");
    }
    return new Checkpoint(
        lines.group(1), Long.parseLong(lines.group(2)), Hash.parseBase64(lines.group(3)));
  }

  /**
   * The checkpoint in a note that the log signed.
   *
   * @param keys keys that are known, of the log and perhaps of witnesses
   * @throws IllegalArgumentException if the text is no checkpoint
   * @throws NotVerified if a signature is wrong or none is of a key of the log, under its origin
   */
  public static Checkpoint open(SignedNote note, Collection<VerifierKey> keys) {
    Checkpoint checkpoint = parse(note.text());
    if (!checkpoint.isOfLog(note.open(keys))) {
      throw new NotVerified("No known key of the log signed the checkpoint.");
    }
    return checkpoint;
  }

  /** The text that is signed. */
  public String text() {
    return origin + "\n" + size + "\n" + root.base64() + "\n";
  }

  /** The note with the signatures of these keys; at a rotation of keys, the old one first. */
  public SignedNote sign(List<SignerKey> keys) {
    String text = text();
    return new SignedNote(text, keys.stream().map(key -> key.sign(text)).toList());
  }

  /** Whether the log itself is among the signers: a key of its name, and none of a witness. */
  public boolean isOfLog(Set<VerifierKey> signers) {
    return signers.stream()
        .anyMatch(key -> key.type() == VerifierKey.Type.ED25519 && key.name().equals(origin));
  }
}
