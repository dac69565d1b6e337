package org.consentledger.core.log.merkle;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hashes of RFC 6962, section 2.1: a leaf is SHA-256(0x00 || entry), a node is SHA-256(0x01 ||
 * left || right). It keeps its digest and its buffer from hash to hash, so an instance belongs to
 * one thread.
 */
public final class Hasher {

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest digest = sha256();
  private final byte[] node = new byte[1 + 2 * Hash.LENGTH];

  /** A hasher with a digest of its own. */
  public Hasher() {
    node[0] = NODE;
  }

  /** A new SHA-256 digest, which every JDK has. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The root of the tree without leaves: the hash of nothing. */
  public Hash emptyRoot() {
    digest.reset();
    return Hash.owning(digest.digest());
  }

  /** The hash of a leaf with this entry. */
  public Hash leaf(byte[] entry) {
    digest.update(LEAF);
    return Hash.owning(digest.digest(entry));
  }

  /** The hash of the node above these two. */
  public Hash node(Hash left, Hash right) {
    left.copyTo(node, 1);
    right.copyTo(node, 1 + Hash.LENGTH);
    return Hash.owning(digest.digest(node));
  }

  /** Writes the hash of the leaf whose entry is this range to the target, from the offset on. */
  public void leaf(byte[] source, int offset, int length, byte[] target, int targetOffset) {
    digest.update(LEAF);
    digest.update(source, offset, length);
    finish(target, targetOffset);
  }

  /**
   * Writes the hash of the node above two hashes that stand one after the other in the source to
   * the target, from the offset on; source and target may be the same.
   */
  public void node(byte[] source, int offset, byte[] target, int targetOffset) {
    System.arraycopy(source, offset, node, 1, 2 * Hash.LENGTH);
    digest.update(node, 0, node.length);
    finish(target, targetOffset);
  }

  /**
   * The root of the complete subtree over hashes that stand one after the other.
   *
   * @param count how many hashes; a power of two
   */
  public Hash root(byte[] hashes, int offset, int count) {
    if (Integer.bitCount(count) != 1) {
      throw new IllegalArgumentException("No complete subtree has " + count + " leaves.");
    }
    byte[] row = new byte[count * Hash.LENGTH];
    System.arraycopy(hashes, offset, row, 0, row.length);
    for (int width = count; width > 1; width /= 2) {
      for (int i = 0; i < width; i += 2) {
        node(row, i * Hash.LENGTH, row, i / 2 * Hash.LENGTH);
      }
    }
    return Hash.of(row, 0);
  }

  private void finish(byte[] target, int offset) {
    try {
      digest.digest(target, offset, Hash.LENGTH);
    } catch (DigestException tooShort) {
      throw new IllegalArgumentException("No room for a hash at offset " + offset, tooShort);
    }
  }
}
