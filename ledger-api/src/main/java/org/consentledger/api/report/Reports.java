package org.consentledger.api.report;

import java.util.Optional;
import java.util.UUID;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.document.Labels;
import org.consentledger.api.document.Paper;
import org.consentledger.api.personaldata.RecordedReading;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.subject.SubjectReader;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.current.CurrentSubjects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes reports, whoever asks; that one is read is recorded before it is made (clause 8.1). */
@Component
public final class Reports {

  private static final String WORDS = "org.consentledger.api.report.report";

  private final CurrentSubjects subjects;
  private final RecordedReading readings;
  private final ReportFinder finder;
  private final JsonMapper json;

  Reports(
      CurrentSubjects subjects, RecordedReading readings, ReportFinder finder, JsonMapper json) {
    this.subjects = subjects;
    this.readings = readings;
    this.finder = finder;
    this.json = json;
  }

  /** The words of reports, and of what is said of a person's data elsewhere. */
  public static Labels words(Language language) {
    return new Labels(WORDS, language);
  }

  /**
   * A report.
   *
   * @param wanted the language of its words; the person's own where it is not said
   * @param ground the ground on which it is read
   * @param context who reads it
   * @throws Refused where nobody is registered, or the data is gone
   */
  public SubjectReport make(
      SubjectId subjectId,
      Optional<Language> wanted,
      @Nullable LegalGround ground,
      CommandContext context) {
    SubjectReader.Seen seen = subjects.look(subjectId);
    SubjectState subject = readings.requireHeld(subjectId);
    UUID access = readings.record(subjectId, subject.categories(), null, ground, context);
    Language own = subject.language() == null ? Language.RU : subject.language();
    return finder.find(seen, access, words(wanted.orElse(own)));
  }

  /** The report for programs. */
  public byte[] json(SubjectReport report) {
    return json.writeValueAsBytes(report);
  }

  /** The report as PDF. */
  public byte[] paper(SubjectReport report) {
    return Paper.of(ReportPage.of(report, words(report.language())));
  }
}
