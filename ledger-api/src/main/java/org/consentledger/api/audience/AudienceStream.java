package org.consentledger.api.audience;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.consentledger.api.query.BrokenOff;
import org.consentledger.core.decision.Question;
import org.consentledger.core.log.SealingLoop;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.audience.Audience;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an audience whole, one member a line. It holds one part at a time, and no connection to
 * the database while it writes, however slowly the reader reads.
 */
@Component
final class AudienceStream {

  /** What was decided longer ago than this is decided anew before it is written. */
  private static final Duration LONGEST_HELD = Duration.ofSeconds(1);

  private final Audience audience;
  private final SealingLoop sealing;
  private final JsonMapper json;
  private final Clock clock;

  AudienceStream(Audience audience, SealingLoop sealing, JsonMapper json, Clock clock) {
    this.audience = audience;
    this.sealing = sealing;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Writes all lines. Where reading fails after the answer began, its last line says so: a list
   * without an end must not pass for a short one.
   *
   * @param hasBegun whether the answer is on its way already
   * @throws IOException where the reader has gone
   */
  void write(Question question, OutputStream out, BooleanSupplier hasBegun) throws IOException {
    @Nullable SubjectId place = null;
    do {
      Instant now = clock.instant();
      Audience.Part part;
      try {
        sealing.requireGoing();
        part = audience.part(question, place, now);
      } catch (RuntimeException failure) {
        if (!hasBegun.getAsBoolean()) {
          throw failure;
        }
        write(
            BrokenOff.because(
                failure,
                "AUDIENCE_INCOMPLETE",
                "The list broke off here: there may be more subjects. Ask again."),
            out);
        break;
      }
      place = write(part, now, out);
    } while (place != null);
    out.flush();
  }

  /** Writes a part while it is fresh; answers the subject after whom to go on. */
  private @Nullable SubjectId write(Audience.Part part, Instant decidedAt, OutputStream out)
      throws IOException {
    List<Audience.Member> members = part.members();
    Instant freshUntil = decidedAt.plus(LONGEST_HELD);
    for (int i = 0; i < members.size(); i++) {
      if (i > 0 && clock.instant().isAfter(freshUntil)) {
        return members.get(i - 1).subjectId();
      }
      write(members.get(i), out);
    }
    return part.last();
  }

  private void write(Object line, OutputStream out) throws IOException {
    out.write(json.writeValueAsBytes(line));
    out.write('\n');
  }
}
