package org.consentledger.api.purpose;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.consentledger.core.vocabulary.Codes;
import org.consentledger.core.vocabulary.DisposalApproval;
import org.consentledger.core.vocabulary.DisposalMethod;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.jspecify.annotations.Nullable;

/**
 * A purpose (section 6).
 *
 * @param title its name, by language: ru, kk, en
 * @param policyVersion the version of the policy that announces it
 * @param categories the categories of data that it needs
 * @param actions what may be done for it
 * @param grounds the grounds that it may rest on
 * @param marketing whether it is advertising; not where it is not said
 * @param distribution whether data is disseminated to an unlimited circle; not where it is not said
 * @param retention how long data is kept after the purpose ends for a subject, ISO 8601 such as P3Y
 * @param consentTerm how long a consent holds, ISO 8601 such as P1Y
 * @param disposal what becomes of the data when the purpose ends; DESTROY where it is not said
 * @param disposalApproval whether that happens by itself; AUTOMATIC where it is not said
 * @param incompatibleWith codes of purposes with whose data it must not be mixed
 * @param doubleOptIn whether consent is taken out of the person's own mailbox alone, or by hand
 *     with its evidence (LETTER, IN_PERSON); not where it is not said
 */
public record PurposeRequest(
    @NotEmpty Map<Language, @NotNull @Size(min = 1, max = 500) String> title,
    @NotNull @Pattern(regexp = Codes.CODE) String policyVersion,
    @NotEmpty @Size(max = 100) List<@NotNull @Pattern(regexp = Codes.CATEGORY) String> categories,
    @NotEmpty List<@NotNull ProcessingAction> actions,
    @NotEmpty List<@NotNull LegalGround> grounds,
    @Nullable Boolean marketing,
    @Nullable Boolean distribution,
    @Nullable @Pattern(regexp = TERM) String retention,
    @Nullable @Pattern(regexp = TERM) String consentTerm,
    @Nullable DisposalMethod disposal,
    @Nullable DisposalApproval disposalApproval,
    @Nullable @Size(max = 100) List<@NotNull @Pattern(regexp = Codes.CODE) String> incompatibleWith,
    @Nullable Boolean doubleOptIn) {

  /** ISO 8601 durations of years, months, weeks, days, hours, minutes, seconds. */
  static final String TERM =
      "P(?=[0-9T])(?=.*[1-9])(?:[0-9]{1,4}Y)?(?:[0-9]{1,5}M)?(?:[0-9]{1,6}W)?(?:[0-9]{1,7}D)?"
          + "(?:T(?=[0-9])(?:[0-9]{1,8}H)?(?:[0-9]{1,9}M)?(?:[0-9]{1,9}S)?)?";
}
