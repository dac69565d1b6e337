package org.consentledger.api.console.subject;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.consentledger.api.console.account.Actors;
import org.consentledger.api.console.law.LawWords;
import org.consentledger.api.page.Dates;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Tells what an event says, in words: one line for each thing that people ask about. */
@Component
class EventFacts {

  private final LawWords law;
  private final Actors actors;
  private final Dates dates;

  /**
   * One thing that an event says.
   *
   * @param label the key of the word for what it is
   */
  record Fact(String label, String text) {}

  EventFacts(LawWords law, Actors actors, Dates dates) {
    this.law = law;
    this.actors = actors;
    this.dates = dates;
  }

  /** What an event says besides its purpose, channel and times. */
  List<Fact> of(Happening happening) {
    JsonNode data = happening.data();
    List<Fact> facts = new ArrayList<>();
    add(facts, data, "/kind", "kind", code -> law.of("ProhibitionKind", code));
    add(facts, data, "/interest", "interest", code -> law.of("PublicInterest", code));
    add(facts, data, "/method", "method", code -> law.of("DisposalMethod", code));
    add(facts, data, "/ground", "ground", code -> law.of("DisposalGround", code));
    add(facts, data, "/claim/ground", "ground", code -> law.of("LegalGround", code));
    add(facts, data, "/claim/validUntil", "until", this::moment);
    add(facts, data, "/reason", "reason", code -> law.of("RequestReason", code));
    add(facts, data, "/act/action", "action", code -> law.of("ProcessingAction", code));
    add(facts, data, "/act/recipientId", "recipient", this::recipient);
    add(facts, data, "/act/country", "country", code -> code);
    add(facts, data, "/recipientId", "recipient", this::recipient);
    add(facts, data, "/terms/policyVersion", "policy", code -> code);
    add(facts, data, "/terms/language", "language", code -> law.of("Language", upper(code)));
    add(facts, data, "/terms/givenBy", "givenBy", code -> law.of("GiverRole", code));
    add(facts, data, "/terms/expiresAt", "until", this::moment);
    add(facts, data, "/terms/noticeHash", "noticeHash", code -> code);
    for (String pointer :
        List.of(
            "/categories",
            "/terms/categories",
            "/scope/categories",
            "/claim/categories",
            "/act/categories")) {
      add(facts, data, pointer, "categories", code -> law.category(new Category(code)));
    }
    for (String pointer : List.of("/purposes", "/scope/purposes")) {
      add(facts, data, pointer, "purposes", code -> law.purpose(new PurposeId(code)));
    }
    add(facts, data, "/reasons", "reasons", code -> law.of("ReasonCode", code));
    add(facts, data, "/requestedBy", "requestedBy", actors::name);
    add(facts, data, "/approvedBy", "approvedBy", actors::name);
    add(facts, data, "/dueAt", "dueAt", this::moment);
    return facts;
  }

  private static String upper(String code) {
    return code.toUpperCase(Locale.ROOT);
  }

  private String recipient(String code) {
    return law.recipient(new RecipientId(code));
  }

  private String moment(String text) {
    try {
      return dates.moment(Instant.parse(text));
    } catch (DateTimeException none) {
      return text;
    }
  }

  private static void add(
      List<Fact> facts, JsonNode data, String pointer, String label, UnaryOperator<String> words) {
    JsonNode found = data.at(pointer);
    if (found.isString()) {
      facts.add(new Fact("subjects.fact." + label, words.apply(found.stringValue())));
    } else if (found.isArray() && !found.isEmpty()) {
      List<String> named = new ArrayList<>();
      found.forEach(each -> named.add(words.apply(each.asString())));
      facts.add(new Fact("subjects.fact." + label, String.join(", ", named)));
    }
  }
}
