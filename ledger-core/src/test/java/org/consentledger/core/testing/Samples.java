package org.consentledger.core.testing;

import java.time.Instant;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.consentledger.core.calendar.Deadlines;
import org.consentledger.core.calendar.WorkingDays;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.SubjectId;

/** Names that tests use, so that a test says only what matters to it. */
public final class Samples {

  /** The moment at which tests act. */
  public static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");

  /** A moment before {@link #NOW}, after purposes and policies began. */
  public static final Instant EARLIER = Instant.parse("2026-02-01T09:00:00Z");

  /** When the sample policy and the sample purposes began. */
  public static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

  public static final SubjectId SUBJECT =
      new SubjectId(UUID.fromString("00000000-0000-4000-8000-000000000001"));

  public static final PurposeId NEWSLETTER = new PurposeId("newsletter");
  public static final PurposeId SURVEY = new PurposeId("survey");

  public static final PolicyVersion POLICY = new PolicyVersion("2026-01");
  public static final PolicyVersion NEXT_POLICY = new PolicyVersion("2026-02");

  public static final Category EMAIL = new Category("EMAIL");
  public static final Category PHONE = new Category("PHONE");
  public static final Category IIN = new Category("IIN");

  public static final RecipientId PRINTER = new RecipientId("printer");
  public static final RecipientId COURIER = new RecipientId("courier");

  /** Names the sample claim of a ground. */
  public static final UUID GROUND = id(700);

  /** Names the sample prohibition. */
  public static final UUID PROHIBITION = id(800);

  /** Names the sample suspension. */
  public static final UUID SUSPENSION = id(860);

  /** Names the sample hold. */
  public static final UUID HOLD = id(850);

  /** Where the vault keeps what was brought as evidence, as citation or as conditions. */
  public static final UUID PAPER = id(890);

  /** Where the vault keeps who approved. */
  public static final UUID APPROVER = id(891);

  public static final String NOTICE_HASH = "a".repeat(64);

  /** Terms on the calendar that is shipped. */
  public static final Deadlines DEADLINES = new Deadlines(WorkingDays.shipped());

  private Samples() {}

  /** An identifier that is the same in each run. */
  public static UUID id(int number) {
    return new UUID(0x4000L, 0x8000000000000000L + number);
  }

  /** A set, sorted. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <T> SortedSet<T> set(T... elements) {
    return new TreeSet<>(Arrays.asList(elements));
  }
}
