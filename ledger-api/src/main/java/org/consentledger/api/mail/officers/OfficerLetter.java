package org.consentledger.api.mail.officers;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.api.letter.Addresses;
import org.consentledger.api.letter.Envelope;
import org.consentledger.api.letter.Letter;
import org.consentledger.api.letter.LetterServer;
import org.consentledger.api.letter.Pages;
import org.consentledger.api.mail.acknowledgement.LoopMark;
import org.consentledger.core.vocabulary.Language;
import org.springframework.stereotype.Component;

/** Writes the letters to officers: what waits, kind by kind. */
@Component
final class OfficerLetter {

  /** So many of a kind are named; more than that nobody reads in a letter. */
  private static final int MOST_NAMED = 20;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private final OfficerMatters matters;
  private final LetterServer server;
  private final Pages pages;
  private final Clock clock;

  /** What is said of one kind. */
  record Section(String title, List<Line> lines) {}

  /** What is said of one matter. */
  record Line(String text, String link) {}

  OfficerLetter(OfficerMatters matters, LetterServer server, Pages pages, Clock clock) {
    this.matters = matters;
    this.server = server;
    this.pages = pages;
    this.clock = clock;
  }

  /** A letter that tells these notices; none where nothing of it waits any more. */
  Optional<Letter> write(
      UUID letterId,
      InternetAddress from,
      OfficerProperties.Officer officer,
      List<OfficerNotices.Entry> notices)
      throws MessagingException {
    Language language = officer.language();
    Map<OfficerNotice, List<Line>> lines = lines(notices, language);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    List<Section> sections = new ArrayList<>();
    lines.forEach((kind, some) -> sections.add(section(kind, some, language)));
    String subject = subject(lines, language);
    Letter letter = server.letter(letterId.toString());
    new Envelope(
            from,
            pages.words("officers.sender", language),
            Addresses.parse(officer.address()).orElseThrow(),
            null,
            Map.of(LoopMark.FIELD, LoopMark.TEXT))
        .close(
            letter,
            pages.letter(
                "officers", language, subject, Map.of("subject", subject, "sections", sections)),
            language,
            clock.instant());
    return Optional.of(letter);
  }

  private Section section(OfficerNotice kind, List<Line> lines, Language language) {
    List<Line> named = new ArrayList<>(lines.subList(0, Math.min(MOST_NAMED, lines.size())));
    int more = lines.size() - named.size();
    if (more > 0) {
      named.add(
          new Line(
              pages.words("officers.more", language, Integer.toString(more)), matters.list(kind)));
    }
    return new Section(title(kind, language), List.copyOf(named));
  }

  private Map<OfficerNotice, List<Line>> lines(
      List<OfficerNotices.Entry> notices, Language language) {
    Map<OfficerNotice, List<Line>> lines = new EnumMap<>(OfficerNotice.class);
    for (OfficerNotices.Entry notice : notices) {
      matters
          .find(notice.kind(), notice.matter(), language)
          .ifPresent(
              matter ->
                  lines
                      .computeIfAbsent(notice.kind(), kind -> new ArrayList<>())
                      .add(line(matter, language)));
    }
    return lines;
  }

  private Line line(OfficerMatters.Matter matter, Language language) {
    return new Line(
        matter.due() == null
            ? matter.name()
            : matter.name()
                + ", "
                + pages.words("officers.due", language, DAY.format(matter.due())),
        matter.link());
  }

  private String subject(Map<OfficerNotice, List<Line>> lines, Language language) {
    OfficerNotice first = lines.keySet().iterator().next();
    long count = lines.values().stream().mapToLong(List::size).sum();
    return count == 1
        ? title(first, language)
        : pages.words("officers.several", language, Long.toString(count));
  }

  private String title(OfficerNotice kind, Language language) {
    return pages.words("officers." + kind.name(), language);
  }
}
