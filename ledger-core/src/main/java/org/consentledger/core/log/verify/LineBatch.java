package org.consentledger.core.log.verify;

import java.util.Arrays;

/**
 * Lines that follow one another in a buffer, which others read as well and nobody changes any more.
 */
final class LineBatch {

  private static final int FIRST = 300;

  private final byte[] bytes;
  private final long firstNumber;
  private int[] bounds = new int[FIRST];
  private int count;
  private long highestLeaf = EventLine.NO_LEAF;
  private boolean isComplete;

  LineBatch(byte[] bytes, int from, long firstNumber) {
    this.bytes = bytes;
    this.firstNumber = firstNumber;
    bounds[0] = from;
  }

  /** Adds the line that ends before the offset, where its newline stands. */
  void add(int end, long leaf) {
    count++;
    if (count == bounds.length) {
      bounds = Arrays.copyOf(bounds, 2 * count);
    }
    bounds[count] = end + 1;
    highestLeaf = Math.max(highestLeaf, leaf);
  }

  /** After the last of all lines that were asked for. */
  void setComplete() {
    isComplete = true;
  }

  /** Whether no more of the lines that were asked for will come. */
  boolean isComplete() {
    return isComplete;
  }

  /** The highest leaf that a line is about; {@link EventLine#NO_LEAF} if none is about one. */
  long highestLeaf() {
    return highestLeaf;
  }

  byte[] bytes() {
    return bytes;
  }

  int count() {
    return count;
  }

  int from(int line) {
    return bounds[line];
  }

  int to(int line) {
    return bounds[line + 1] - 1;
  }

  /** The number of a line in its file, from 1. */
  long number(int line) {
    return firstNumber + line;
  }

  int length() {
    return bounds[count] - bounds[0];
  }
}
