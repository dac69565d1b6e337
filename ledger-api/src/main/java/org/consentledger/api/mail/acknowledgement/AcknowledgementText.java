package org.consentledger.api.mail.acknowledgement;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.consentledger.core.request.RequestDue;
import org.consentledger.core.request.RequestState;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.consentledger.core.vocabulary.Language;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The words of an acknowledgement, in the language of the letter. It quotes nothing of it. */
@Component
final class AcknowledgementText {

  private static final String PLACE = "org/consentledger/api/mail/acknowledgement/";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private final SpringTemplateEngine templates = new SpringTemplateEngine();

  /** A subject and a text. */
  record Words(String subject, String text) {}

  AcknowledgementText() {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix(PLACE);
    resolver.setSuffix(".txt");
    resolver.setTemplateMode(TemplateMode.TEXT);
    resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
    templates.setTemplateResolver(resolver);
  }

  /**
   * What to write about a request as it stands.
   *
   * @param continuing what goes on although every consent was withdrawn (clause 3.1)
   */
  Words about(RequestState request, List<String> continuing, Language language) {
    Map<String, Object> facts = new TreeMap<>();
    facts.put("number", request.received().number().toString());
    facts.put("received", day(request.received().effectiveAt()));
    facts.put("type", request.received().type().name());
    facts.put("open", request.isOpen());
    facts.put("continuing", continuing);
    RequestDue due = request.term().due();
    if (due != null) {
      facts.put("due", DAY.format(due.day()));
    }
    String whole =
        templates.process(language.code(), new Context(Locale.of(language.code()), facts));
    String[] parts = whole.strip().split("\\R", 2);
    return new Words(parts[0].strip(), parts[1].strip() + "\n");
  }

  private static String day(Instant moment) {
    LocalDate day = Kazakhstan.dayOf(moment);
    return DAY.format(day);
  }
}
