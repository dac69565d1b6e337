package org.consentledger.core.log.verify;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consentledger.core.log.verify.Finding.Code;
import org.consentledger.core.log.verify.Stated.Origin;

/**
 * The time stamps of an archive: what an authority signed lies beside the checkpoint that it is
 * about. The authority's own signature is for {@code openssl ts -verify}.
 */
final class TimeStamps {

  private static final String FOLDER = "timestamps/";
  private static final Pattern NAME =
      Pattern.compile("timestamps/(0|[1-9][0-9]{0,17})[.](tsr|checkpoint)");
  private static final int MOST_BYTES = 1 << 20;
  private static final int STAMP = 1;
  private static final int CHECKPOINT = 2;

  private final TreeMap<Long, Integer> filesBySize = new TreeMap<>();

  static boolean isOne(String name) {
    return name.startsWith(FOLDER);
  }

  /** Takes a file; a finding is made if it is none of a time stamp, or comes twice. */
  void add(String name, Findings findings) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      findings.add(Code.FILE, name + " is none of a time stamp");
      return;
    }
    int file = parts.group(2).equals("tsr") ? STAMP : CHECKPOINT;
    int before = filesBySize.getOrDefault(Long.valueOf(parts.group(1)), 0);
    if ((before & file) != 0) {
      findings.add(Code.FILE, name + " is there twice");
    }
    filesBySize.put(Long.valueOf(parts.group(1)), before | file);
  }

  /** How many there are. */
  long count() {
    return filesBySize.values().stream().filter(files -> (files & STAMP) != 0).count();
  }

  /** Makes a finding of each that is there without its checkpoint, and the other way round. */
  void checkPairs(Findings findings) {
    filesBySize.forEach(
        (size, files) -> {
          if (files != (STAMP | CHECKPOINT)) {
            findings.add(
                Code.TIME_STAMP,
                FOLDER + size + (files == STAMP ? ": no checkpoint" : ": no time stamp"));
          }
        });
  }

  /** The checkpoints, by rising size. */
  CheckpointSource checkpoints(Archive archive, CheckpointReader reader, Findings findings) {
    Iterator<Long> sizes =
        filesBySize.entrySet().stream()
            .filter(files -> (files.getValue() & CHECKPOINT) != 0)
            .map(files -> files.getKey())
            .iterator();
    return () -> {
      while (sizes.hasNext()) {
        Optional<Stated> stated = read(archive, reader, findings, sizes.next());
        if (stated.isPresent()) {
          return stated;
        }
      }
      return Optional.empty();
    };
  }

  private static Optional<Stated> read(
      Archive archive, CheckpointReader reader, Findings findings, long size) {
    String name = FOLDER + size + ".checkpoint";
    try {
      Optional<Stated> stated = reader.read(name, Origin.EARLIER, archive.read(name, MOST_BYTES));
      if (stated.isPresent() && stated.get().checkpoint().size() != size) {
        findings.add(Code.TIME_STAMP, name + ": its checkpoint is of another size");
        return Optional.empty();
      }
      return stated;
    } catch (IOException unreadable) {
      findings.add(Code.ARCHIVE, name + " cannot be read: " + unreadable.getMessage());
      return Optional.empty();
    }
  }
}
