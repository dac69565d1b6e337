package org.consentledger.core.log.note;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consentledger.core.log.merkle.CanonicalBase64;
import org.consentledger.core.log.merkle.Hash;
import org.consentledger.core.log.merkle.ProofVerifier;

/**
 * A proof that an entry is in the log, as C2SP's tlog-proof has it: for itself and offline.
 *
 * @param extra data for the application, as base 64; nothing vouches for it
 * @param index the index of the leaf
 * @param hashes the inclusion proof, from the leaf's sibling to the root's child
 * @param checkpoint the checkpoint that the hashes lead to
 */
public record LogProof(
    Optional<String> extra, long index, List<Hash> hashes, SignedNote checkpoint) {

  private static final String HEADER = "c2sp.org/tlog-proof@v1\n";
  private static final int MOST_HASHES = 63;

  private static final Pattern FORM =
      Pattern.compile(
          "(?:extra ([^\n]+)\n)?index (0|[1-9][0-9]{0,18})\n((?:[^\n]+\n){0,63})\n(.*)",
          Pattern.DOTALL);

  /** Refuses what cannot be written. */
  public LogProof {
    hashes = List.copyOf(hashes);
    if (index < 0 || hashes.size() > MOST_HASHES) {
      throw new IllegalArgumentException("A proof has an index and at most 63 hashes.");
    }
    extra.ifPresent(CanonicalBase64::decode);
    Checkpoint.parse(checkpoint.text());
  }

  /** A proof without extra data. */
  public static LogProof of(long index, List<Hash> hashes, SignedNote checkpoint) {
    return new LogProof(Optional.empty(), index, hashes, checkpoint);
  }

  /**
   * Reads a proof.
   *
   * @throws IllegalArgumentException if it is in another form than {@link #format} writes
   */
  public static LogProof parse(String text) {
    Matcher parts = FORM.matcher(text.startsWith(HEADER) ? text.substring(HEADER.length()) : "");
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "A proof is a header, an index, at most 63 hashes, a blank line and a checkpoint.");
    }
    List<Hash> hashes =
        Arrays.stream(parts.group(3).split("\n"))
            .filter(line -> !line.isEmpty())
            .map(Hash::parseBase64)
            .toList();
    return new LogProof(
        Optional.ofNullable(parts.group(1)),
        Long.parseLong(parts.group(2)),
        hashes,
        SignedNote.parse(parts.group(4)));
  }

  /** The proof as it is written. */
  public String format() {
    StringBuilder text = new StringBuilder(HEADER);
    extra.ifPresent(data -> text.append("extra ").append(data).append('\n'));
    text.append("index ").append(index).append('\n');
    hashes.forEach(hash -> text.append(hash.base64()).append('\n'));
    return text.append('\n').append(checkpoint.format()).toString();
  }

  /**
   * The checkpoint, if the leaf is under it and the log signed it.
   *
   * @param leaf the hash of the leaf
   * @param keys keys that are known, of the log and perhaps of witnesses
   * @throws NotVerified if a signature is wrong or missing, or the hashes do not lead from the leaf
   *     to the root
   */
  public Checkpoint verify(Hash leaf, Collection<VerifierKey> keys) {
    Checkpoint signed = Checkpoint.open(checkpoint, keys);
    if (!new ProofVerifier().verifyInclusion(index, signed.size(), leaf, hashes, signed.root())) {
      throw new NotVerified("The proof does not lead from the leaf to the root.");
    }
    return signed;
  }
}
