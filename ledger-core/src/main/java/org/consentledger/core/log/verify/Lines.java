package org.consentledger.core.log.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads lines in large blocks. A line stays where it was read; before the block gives way to the
 * next one, {@link #isBlockEnd} says so. A line that is too long is passed over, and counted; where
 * reading fails, the lines end.
 */
final class Lines implements AutoCloseable {

  static final int LONGEST_LINE = 32 << 20;

  private static final int BLOCK = 4 << 20;

  private final InputStream in;
  private Optional<IOException> failure = Optional.empty();
  private byte[] block = new byte[0];
  private int filled;
  private int from;
  private int to = -1;
  private boolean hasEnded;
  private long number = 1;
  private long tooLong;

  Lines(InputStream in) {
    this.in = in;
  }

  /** Whether there is a line; {@link #from} and {@link #to} say where. Reads on if need be. */
  boolean hasLine() {
    while (!find() && !hasEnded) {
      readOn();
    }
    if (to < 0 && from < filled) {
      to = filled;
    }
    return to >= 0;
  }

  /** Goes to the line after. */
  void pass() {
    from = Math.min(to + 1, filled);
    number++;
    to = -1;
  }

  /** Whether to look for another line would mean to read another block. */
  boolean isBlockEnd() {
    return !find() && !hasEnded;
  }

  byte[] block() {
    return block;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** The number of the line, from 1. */
  long number() {
    return number;
  }

  /** Why the lines ended before the file did, if they did. */
  Optional<IOException> failure() {
    return failure;
  }

  /** How many lines were passed over since they were too long. */
  long tooLong() {
    return tooLong;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean find() {
    if (to < 0) {
      to = NewlineSearch.find(block, from, filled);
    }
    return to >= 0;
  }

  /** Fills a new block, beginning with what is left of the last. */
  private void readOn() {
    int rest = filled - from;
    if (rest > LONGEST_LINE) {
      skipLine();
      return;
    }
    byte[] next = new byte[Math.min(Math.max(BLOCK, 2 * rest), LONGEST_LINE + 1)];
    System.arraycopy(block, from, next, 0, rest);
    block = next;
    from = 0;
    filled = fill(rest);
  }

  private void skipLine() {
    tooLong++;
    number++;
    block = new byte[BLOCK];
    int newline;
    do {
      filled = fill(0);
      newline = NewlineSearch.find(block, 0, filled);
    } while (newline < 0 && !hasEnded);
    from = newline < 0 ? filled : newline + 1;
  }

  /** Fills the block from the offset on and says up to where. */
  private int fill(int offset) {
    int end = offset;
    try {
      while (end < block.length && !hasEnded) {
        int read = in.read(block, end, block.length - end);
        hasEnded = read < 0;
        end += Math.max(read, 0);
      }
    } catch (IOException broken) {
      failure = Optional.of(broken);
      hasEnded = true;
    }
    return end;
  }
}
