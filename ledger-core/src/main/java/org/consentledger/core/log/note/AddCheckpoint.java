package org.consentledger.core.log.note;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consentledger.core.log.merkle.Hash;

/**
 * What a log asks a witness, as C2SP's tlog-witness has it: to cosign a checkpoint whose tree goes
 * on from the one that the witness cosigned last.
 *
 * @param oldSize the size of the tree that the witness cosigned last; 0 where there is none
 * @param proof the consistency proof from that tree to the tree of the checkpoint
 * @param checkpoint the checkpoint, signed by the log
 */
public record AddCheckpoint(long oldSize, List<Hash> proof, SignedNote checkpoint) {

  private static final int MOST_HASHES = 63;
  private static final Pattern FORM =
      Pattern.compile("old (0|[1-9][0-9]{0,18})\n((?:[^\n]+\n){0,63})\n(.*)", Pattern.DOTALL);

  /** Refuses what cannot be written. */
  public AddCheckpoint {
    proof = List.copyOf(proof);
    if (oldSize < 0 || proof.size() > MOST_HASHES) {
      throw new IllegalArgumentException(
          "A witness is asked with a size and at most " + MOST_HASHES + " hashes.");
    }
    Checkpoint.parse(checkpoint.text());
  }

  /**
   * Reads the body of a request.
   *
   * @throws IllegalArgumentException if it is in another form than {@link #format} writes
   */
  public static AddCheckpoint parse(String body) {
    Matcher parts = FORM.matcher(body);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "A witness is asked with an old size, at most 63 hashes, a blank line and a checkpoint.");
    }
    List<Hash> proof =
        Arrays.stream(parts.group(2).split("\n"))
            .filter(line -> !line.isEmpty())
            .map(Hash::parseBase64)
            .toList();
    return new AddCheckpoint(
        Long.parseLong(parts.group(1)), proof, SignedNote.parse(parts.group(3)));
  }

  /** The body of the request. */
  public String format() {
    StringBuilder body = new StringBuilder("old ").append(oldSize).append('\n');
    proof.forEach(hash -> body.append(hash.base64()).append('\n'));
    return body.append('\n').append(checkpoint.format()).toString();
  }

  /**
   * The cosignature of this witness in what it answered; lines of other keys are passed over.
   *
   * @return none where no line is in its name
   * @throws IllegalArgumentException if the answer does not consist of signature lines
   * @throws NotVerified if a line in its name is not of its key
   */
  public Optional<NoteSignature> cosignature(VerifierKey witness, String answer) {
    if (!answer.endsWith("\n")) {
      throw new IllegalArgumentException("A witness answers with lines that end.");
    }
    SignedNote answered =
        new SignedNote(
            checkpoint.text(),
            Arrays.stream(answer.substring(0, answer.length() - 1).split("\n", -1))
                .map(NoteSignature::parse)
                .toList());
    List<NoteSignature> named = answered.signatures().stream().filter(witness::isNamedBy).toList();
    if (!named.isEmpty()) {
      answered.open(List.of(witness));
    }
    return named.stream().findFirst();
  }
}
