package org.consentledger.core.log;

import java.util.List;
import org.consentledger.core.log.note.SignedNote;

/**
 * A checkpoint, with what others vouch for of it.
 *
 * @param signed the checkpoint as the log signed it
 * @param cosignatures of witnesses, in the order in which they came
 * @param timeStamps of authorities, in the order in which they came
 */
public record VouchedCheckpoint(
    StoredCheckpoint signed, List<WitnessLine> cosignatures, List<TimeStamp> timeStamps) {

  /** Keeps the lists as they are. */
  public VouchedCheckpoint {
    cosignatures = List.copyOf(cosignatures);
    timeStamps = List.copyOf(timeStamps);
  }

  /** How many leaves it speaks of. */
  public long size() {
    return signed.size();
  }

  /** The note with the lines of the witnesses after those of the log. */
  public SignedNote note() {
    return signed.note().with(cosignatures.stream().map(WitnessLine::line).toList());
  }
}
