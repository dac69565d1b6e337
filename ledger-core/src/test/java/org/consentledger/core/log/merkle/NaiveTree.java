package org.consentledger.core.log.merkle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** A tree written down as RFC 6962 defines it, by recursion, without a thought for speed. */
public final class NaiveTree implements TileReader {

  private final List<byte[]> entries;
  private final List<TilePath> fetched = new ArrayList<>();

  public NaiveTree(List<byte[]> entries) {
    this.entries = List.copyOf(entries);
  }

  public static NaiveTree ofSize(int size) {
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      entries.add(("entry " + i).getBytes(StandardCharsets.UTF_8));
    }
    return new NaiveTree(entries);
  }

  public Hash root(int start, int end) {
    if (start == end) {
      return sha256(new byte[0]);
    }
    if (end - start == 1) {
      return sha256(new byte[] {0}, entries.get(start));
    }
    int left = 1;
    while (left * 2 < end - start) {
      left *= 2;
    }
    return sha256(
        new byte[] {1}, root(start, start + left).bytes(), root(start + left, end).bytes());
  }

  public Hash leaf(int index) {
    return root(index, index + 1);
  }

  /** PATH(m, D[n]) of section 2.1.1. */
  List<Hash> path(int index, int start, int end) {
    if (end - start == 1) {
      return new ArrayList<>();
    }
    int middle = start + Integer.highestOneBit(end - start - 1);
    boolean isLeft = index < middle;
    List<Hash> path = isLeft ? path(index, start, middle) : path(index, middle, end);
    path.add(isLeft ? root(middle, end) : root(start, middle));
    return path;
  }

  /** SUBPROOF(m, D[n], b) of section 2.1.2. */
  List<Hash> subproof(int older, int start, int end, boolean isKnown) {
    if (older == end - start) {
      return isKnown ? new ArrayList<>() : new ArrayList<>(List.of(root(start, end)));
    }
    int left = Integer.highestOneBit(end - start - 1);
    boolean isLeft = older <= left;
    List<Hash> proof =
        isLeft
            ? subproof(older, start, start + left, isKnown)
            : subproof(older - left, start + left, end, false);
    proof.add(isLeft ? root(start + left, end) : root(start, start + left));
    return proof;
  }

  @Override
  public byte[] hashes(int level, long tileIndex, int width) {
    fetched.add(new TilePath(level, tileIndex, width));
    byte[] hashes = new byte[width * Hash.LENGTH];
    int leaves = 1 << (TilePath.HEIGHT * level);
    for (int i = 0; i < width; i++) {
      int start = (int) (tileIndex * TilePath.FULL + i) * leaves;
      root(start, start + leaves).copyTo(hashes, i * Hash.LENGTH);
    }
    return hashes;
  }

  List<TilePath> fetched() {
    return fetched;
  }

  private static Hash sha256(byte[]... parts) {
    MessageDigest digest = Hasher.sha256();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return Hash.of(digest.digest());
  }
}
