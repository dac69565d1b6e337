package org.consentledger.core.subject;

import static org.consentledger.core.testing.Samples.COURIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.IIN;
import static org.consentledger.core.testing.Samples.PHONE;
import static org.consentledger.core.testing.Samples.PRINTER;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.consentledger.core.decision.Question;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
import org.jspecify.annotations.Nullable;

/** What a {@link Story} leaves to chance; the same seed tells the same story. */
final class Chance {

  /** The purposes that are determined, and one that never is. */
  static final List<PurposeId> PURPOSES =
      List.of(new PurposeId("a"), new PurposeId("b"), new PurposeId("c"), new PurposeId("unknown"));

  private static final List<Category> CATEGORIES = List.of(EMAIL, PHONE, IIN);
  private static final List<RecipientId> RECIPIENTS = List.of(PRINTER, COURIER);

  /** One that is never described. */
  private static final RecipientId STRANGER = new RecipientId("stranger");

  private final Random random;

  /** Claims of one ground for one purpose shall meet; so a story is mostly about two grounds. */
  private final List<LegalGround> favourites;

  Chance(long seed) {
    random = new Random(seed);
    favourites = List.of(oneOf(LegalGround.values()), oneOf(LegalGround.values()));
  }

  LegalGround ground() {
    return oneIn(3) ? oneOf(LegalGround.values()) : oneOf(favourites);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean oneIn(int number) {
    return random.nextInt(number) == 0;
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  <T> T oneOf(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  PurposeId purpose() {
    return PURPOSES.get(random.nextInt(3));
  }

  SortedSet<Category> someCategories() {
    return some(CATEGORIES, 3);
  }

  SortedSet<Category> mostCategories() {
    SortedSet<Category> most = new TreeSet<>(CATEGORIES);
    most.removeAll(someCategories());
    return most;
  }

  SortedSet<PurposeId> somePurposes() {
    return some(PURPOSES.subList(0, 3), 3);
  }

  RecipientId recipient() {
    return oneOf(RECIPIENTS);
  }

  SortedSet<RecipientId> someRecipients() {
    return some(RECIPIENTS, 3);
  }

  /** Each with a chance of one in {@code number}. */
  <T> SortedSet<T> some(List<T> choices, int number) {
    SortedSet<T> some = new TreeSet<>();
    choices.stream().filter(choice -> oneIn(number)).forEach(some::add);
    return some;
  }

  /** No moment, or one around this one, sooner after it than {@code seconds}. */
  @Nullable Instant maybe(Instant around, int seconds) {
    return random.nextBoolean() ? null : around.plusSeconds(below(seconds) - seconds / 4);
  }

  /** Mostly not dated; else dated back, or a little ahead. */
  @Nullable Instant dated(Instant now) {
    return oneIn(3) ? now.plusSeconds(below(100) - 90) : null;
  }

  Question question() {
    return new Question(
        oneIn(16) ? oneOf(PURPOSES) : purpose(),
        oneOf(ProcessingAction.values()),
        oneIn(2) ? new TreeSet<>(List.of(oneOf(CATEGORIES))) : someCategories(),
        oneIn(4) ? null : oneIn(12) ? STRANGER : recipient(),
        oneIn(3) ? oneOf(List.of("KZ", "DE")) : null,
        oneIn(6) ? some(PURPOSES, 3) : new TreeSet<>());
  }
}
