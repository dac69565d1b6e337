package org.consentledger.core.recipient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.recipient.RecipientEvent.CrossBorderAssured;
import org.consentledger.core.recipient.RecipientEvent.CrossBorderNoticeFiled;
import org.consentledger.core.recipient.RecipientEvent.RecipientDescribed;
import org.consentledger.core.vocabulary.RecipientId;
import org.jspecify.annotations.Nullable;

/**
 * A recipient with all its versions and all that was done before data crossed the border to it, the
 * oldest first.
 *
 * @param assurances the information that was obtained from it and its country (clause 10.2)
 * @param notices the notices to the authority (clause 10.1)
 */
public record RecipientState(
    RecipientId recipientId,
    List<RecipientVersion> versions,
    List<CrossBorderStep> assurances,
    List<CrossBorderStep> notices) {

  private static final Comparator<CrossBorderStep> BY_DATE =
      Comparator.comparing(CrossBorderStep::date).thenComparing(CrossBorderStep::recordedAt);

  /** Copies the lists. */
  public RecipientState {
    versions = List.copyOf(versions);
    assurances = List.copyOf(assurances);
    notices = List.copyOf(notices);
  }

  /** The state after one more event. */
  public static RecipientState evolve(
      @Nullable RecipientState before, RecipientEvent event, UUID eventId) {
    RecipientState known =
        before == null
            ? new RecipientState(event.recipientId(), List.of(), List.of(), List.of())
            : before;
    return switch (event) {
      case RecipientDescribed it ->
          known.with(
              new RecipientVersion(it.number(), it.description(), it.describedAt(), eventId));
      case CrossBorderAssured it ->
          known.withAssurance(
              new CrossBorderStep(
                  it.country(),
                  it.date(),
                  it.referenceHash(),
                  it.reference(),
                  it.recordedAt(),
                  eventId));
      case CrossBorderNoticeFiled it ->
          known.withNotice(
              new CrossBorderStep(
                  it.country(),
                  it.date(),
                  it.referenceHash(),
                  it.reference(),
                  it.recordedAt(),
                  eventId));
    };
  }

  private RecipientState with(RecipientVersion version) {
    return new RecipientState(recipientId, and(versions, version), assurances, notices);
  }

  private RecipientState withAssurance(CrossBorderStep assurance) {
    return new RecipientState(recipientId, versions, and(assurances, assurance), notices);
  }

  private RecipientState withNotice(CrossBorderStep notice) {
    return new RecipientState(recipientId, versions, assurances, and(notices, notice));
  }

  private static <T> List<T> and(List<T> all, T one) {
    List<T> more = new ArrayList<>(all);
    more.add(one);
    return more;
  }

  /** The newest version. */
  public RecipientVersion latest() {
    return versions.getLast();
  }

  /** The version that was in force at this moment, if the recipient was described by then. */
  public Optional<RecipientVersion> inForceAt(Instant moment) {
    return versions.reversed().stream()
        .filter(version -> !version.describedAt().isAfter(moment))
        .findFirst();
  }

  /**
   * The event that recorded the information from abroad which stood at this moment, for the country
   * in which the recipient then was (clause 10.2).
   */
  public Optional<UUID> assuredAt(Instant moment) {
    return assurance(moment).map(CrossBorderStep::evidence);
  }

  /**
   * The event that recorded the notice to the authority which stood at this moment, for the country
   * in which the recipient then was (clause 10.1).
   */
  public Optional<UUID> noticedAt(Instant moment) {
    return notice(moment).map(CrossBorderStep::evidence);
  }

  /** The information from abroad that stood at this moment; see {@link #assuredAt}. */
  public Optional<CrossBorderStep> assurance(Instant moment) {
    return standing(assurances, moment);
  }

  /** The notice to the authority that stood at this moment; see {@link #noticedAt}. */
  public Optional<CrossBorderStep> notice(Instant moment) {
    return standing(notices, moment);
  }

  private Optional<CrossBorderStep> standing(List<CrossBorderStep> steps, Instant moment) {
    return inForceAt(moment)
        .flatMap(
            version ->
                steps.stream()
                    .filter(step -> step.country().equals(version.country()))
                    .filter(step -> step.isTakenBy(moment))
                    .max(BY_DATE));
  }

  /** What was known of the recipient at a moment; nothing where it had not been described yet. */
  public Optional<RecipientState> knownAt(Instant moment) {
    List<RecipientVersion> known =
        versions.stream().filter(version -> !version.describedAt().isAfter(moment)).toList();
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RecipientState(
                recipientId, known, knownAt(assurances, moment), knownAt(notices, moment)));
  }

  private static List<CrossBorderStep> knownAt(List<CrossBorderStep> steps, Instant moment) {
    return steps.stream().filter(step -> !step.recordedAt().isAfter(moment)).toList();
  }
}
