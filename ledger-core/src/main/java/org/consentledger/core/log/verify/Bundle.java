package org.consentledger.core.log.verify;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.consentledger.core.log.merkle.EntryBundle;
import org.consentledger.core.log.merkle.TilePath;
import org.consentledger.core.log.verify.Finding.Code;

/** The entries of one bundle, where they stand in its bytes. */
final class Bundle {

  private static final int MOST_BYTES = TilePath.FULL * (EntryBundle.LONGEST_ENTRY + 2);

  private final byte[] bytes;
  private final int[] from;
  private final int[] to;

  private Bundle(byte[] bytes, int count) {
    this.bytes = bytes;
    this.from = new int[count];
    this.to = new int[count];
  }

  /** Reads a bundle; empty, with a finding, if it is missing or malformed. */
  static Optional<Bundle> read(Archive archive, TilePath path, Findings findings) {
    try {
      return Optional.of(of(archive.read(path.toString(), MOST_BYTES), path.width()));
    } catch (NoSuchFileException missing) {
      findings.add(Code.FILE, path + " is missing");
    } catch (IOException unreadable) {
      findings.add(Code.ARCHIVE, path + " cannot be read: " + unreadable.getMessage());
    } catch (IllegalArgumentException malformed) {
      findings.add(Code.ENTRY, path + ": " + malformed.getMessage());
    }
    return Optional.empty();
  }

  private static Bundle of(byte[] bytes, int count) {
    Bundle bundle = new Bundle(bytes, count);
    EntryBundle walk = new EntryBundle(bytes);
    int found = 0;
    while (walk.next()) {
      if (found < count) {
        bundle.from[found] = walk.offset();
        bundle.to[found] = walk.offset() + walk.length();
      }
      found++;
    }
    if (found != count) {
      throw new IllegalArgumentException("it holds " + found + " entries and should hold " + count);
    }
    return bundle;
  }

  byte[] bytes() {
    return bytes;
  }

  int count() {
    return from.length;
  }

  int from(int index) {
    return from[index];
  }

  int to(int index) {
    return to[index];
  }
}
