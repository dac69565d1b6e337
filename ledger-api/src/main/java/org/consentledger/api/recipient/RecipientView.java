package org.consentledger.api.recipient;

import java.time.Instant;
import java.time.LocalDate;
import org.consentledger.api.recipient.RecipientRequest.RecipientContract;
import org.consentledger.core.recipient.RecipientState;
import org.consentledger.core.recipient.RecipientVersion;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.RecipientKind;
import org.jspecify.annotations.Nullable;

/**
 * A recipient in its newest version.
 *
 * @param version counts the recipient's versions, from 1
 * @param name its name
 * @param bin its business identification number: twelve digits
 * @param country where it is: ISO 3166-1 alpha-2
 * @param kind as what it is given data
 * @param contract the civil-law contract with it (clause 8.2)
 * @param contact who answers there
 * @param crossBorder what was done before data crosses the border to its country
 */
public record RecipientView(
    RecipientId recipientId,
    int version,
    String name,
    @Nullable String bin,
    String country,
    RecipientKind kind,
    @Nullable RecipientContract contract,
    @Nullable String contact,
    Instant describedAt,
    CrossBorder crossBorder) {

  /**
   * What was done before data crosses the border to a recipient, for the country in which it is.
   *
   * @param assurance the information from the recipient and its country (clause 10.2)
   * @param notice the notice to the authority (clause 10.1)
   */
  public record CrossBorder(@Nullable StepTaken assurance, @Nullable StepTaken notice) {}

  /**
   * A step that was taken.
   *
   * @param reference what the document is found by
   * @param date the day in Kazakhstan on which the step was taken
   */
  public record StepTaken(String reference, LocalDate date, Instant recordedAt) {}

  static RecipientView of(
      RecipientState recipient, RecipientRequest said, CrossBorder crossBorder) {
    RecipientVersion version = recipient.latest();
    return new RecipientView(
        recipient.recipientId(),
        version.number(),
        said.name(),
        said.bin(),
        said.country(),
        said.kind(),
        said.contract(),
        said.contact(),
        version.describedAt(),
        crossBorder);
  }
}
