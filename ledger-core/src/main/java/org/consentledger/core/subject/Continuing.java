package org.consentledger.core.subject;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.consentledger.core.purpose.PurposeState;
import org.consentledger.core.register.Registers;
import org.consentledger.core.vocabulary.PurposeId;

/**
 * What goes on although a person took the consent back or demanded that processing stops (clause
 * 3.1): only what rests on another recorded ground.
 */
public final class Continuing {

  private Continuing() {}

  /** The grounds on which processing for this purpose goes on after its consent was withdrawn. */
  public static List<ClaimedGround> afterWithdrawal(
      SubjectState subject, Registers registers, PurposeId purpose, Instant moment) {
    return grounds(subject, registers, moment, ground -> ground.claim().purposeId().equals(purpose))
        .filter(ground -> isNotStopped(subject, ground))
        .toList();
  }

  /** The grounds on which anything goes on after every consent was withdrawn. */
  public static List<ClaimedGround> afterEveryWithdrawal(
      SubjectState subject, Registers registers, Instant moment) {
    return grounds(subject, registers, moment, ground -> isNotStopped(subject, ground)).toList();
  }

  /**
   * The grounds on which processing goes on after the person demanded that it stops: those that
   * bind the operator.
   *
   * @param purposes the purposes that the person named; none named means all
   */
  public static List<ClaimedGround> afterCessation(
      SubjectState subject, Registers registers, SortedSet<PurposeId> purposes, Instant moment) {
    return grounds(
            subject,
            registers,
            moment,
            ground -> purposes.isEmpty() || purposes.contains(ground.claim().purposeId()))
        .filter(ground -> ground.claim().ground().outlastsCessation())
        .toList();
  }

  private static Stream<ClaimedGround> grounds(
      SubjectState subject,
      Registers registers,
      Instant moment,
      Predicate<ClaimedGround> concerned) {
    return subject.circumstances().grounds().stream()
        .filter(concerned)
        .filter(ground -> ground.holdsAt(moment))
        .filter(ground -> registers.isAllowed(ground.claim().ground(), moment))
        .filter(
            ground ->
                registers
                    .findPurpose(ground.claim().purposeId())
                    .filter(purpose -> carries(purpose, ground, moment))
                    .isPresent());
  }

  private static boolean carries(PurposeState purpose, ClaimedGround ground, Instant moment) {
    return !purpose.isRetiredAt(moment)
        && purpose
            .inForceAt(moment)
            .filter(version -> !version.definition().marketing())
            .filter(version -> version.definition().grounds().contains(ground.claim().ground()))
            .isPresent();
  }

  private static boolean isNotStopped(SubjectState subject, ClaimedGround ground) {
    return ground.claim().ground().outlastsCessation()
        || subject.circumstances().processingStops(ground.claim().purposeId()).stream()
            .allMatch(stop -> ground.effectiveAt().isAfter(stop.effectiveAt()));
  }
}
