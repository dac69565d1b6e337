package org.consentledger.projections.current;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.consentledger.core.subject.CurrentSubject;
import org.consentledger.core.subject.SubjectState;

/**
 * Makes subjects of rows of {@code current_subject}, and remembers those that it made last: a row
 * that has not changed since is not parsed again. Nothing is taken from memory unseen. The row says
 * which version it is, and what another node has written since is another version.
 */
public final class ReadSubjects {

  /** What is remembered, by the length of its text. */
  private static final long MOST_CHARACTERS = 8_000_000;

  private final StateJson json = new StateJson();
  private final Cache<UUID, Read> read =
      CacheBuilder.newBuilder()
          .maximumWeight(MOST_CHARACTERS)
          .weigher((UUID subject, Read it) -> it.characters())
          .build();

  private final LongAdder looks = new LongAdder();
  private final LongAdder parses = new LongAdder();

  private record Read(CurrentSubject subject, int characters) {

    boolean isOf(long version, long position) {
      return subject.version() == version && subject.position() == position;
    }
  }

  /**
   * The subject in a row with {@code subject_id}, {@code version}, {@code position}, {@code state}.
   */
  CurrentSubject of(ResultSet row) throws SQLException {
    looks.increment();
    UUID id = row.getObject("subject_id", UUID.class);
    long version = row.getLong("version");
    long position = row.getLong("position");
    Read known = read.getIfPresent(id);
    if (known == null || !known.isOf(version, position)) {
      parses.increment();
      String text = row.getString("state");
      known =
          new Read(
              new CurrentSubject(json.read(text, SubjectState.class), version, position),
              text.length());
      read.put(id, known);
    }
    return known.subject();
  }

  /** How often the state of a subject was asked for. */
  public long looks() {
    return looks.sum();
  }

  /** How often it had to be parsed for it. */
  public long parses() {
    return parses.sum();
  }
}
