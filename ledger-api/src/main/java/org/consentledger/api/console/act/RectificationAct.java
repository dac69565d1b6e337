package org.consentledger.api.console.act;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.console.subject.Person;
import org.consentledger.api.personaldata.IdentifiersRequest;
import org.consentledger.api.subject.AccuracyController;
import org.consentledger.api.subject.SubjectRequests;
import org.consentledger.core.personaldata.IdentifierKind;
import org.consentledger.core.vocabulary.RequestReason;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Clauses 4.1, 8.3: what a person is known by is corrected. */
@Component
final class RectificationAct implements Act {

  private final AccuracyController accuracy;
  private final Options options;

  RectificationAct(AccuracyController accuracy, Options options) {
    this.accuracy = accuracy;
    this.options = options;
  }

  @Override
  public String name() {
    return "rectification";
  }

  @Override
  public List<Field> fields(Person person, Entry entry) {
    return List.of(
        Field.identifier(IdentifierKind.EMAIL),
        Field.identifier(IdentifierKind.PHONE),
        Field.line("FULL_NAME", 500).optional(),
        Field.identifier(IdentifierKind.IIN),
        Field.choice("reason", options.of(RequestReason.values()), null).optional(),
        Field.flag("unblock"));
  }

  @Override
  public List<Consequence> consequences(Person person, Entry entry) {
    List<Consequence> all = new ArrayList<>();
    if (Stream.of("EMAIL", "PHONE", "FULL_NAME", "IIN").noneMatch(entry::isTicked)) {
      all.add(Consequence.note("rectified.nothing"));
    }
    all.add(Consequence.holds("rectified"));
    all.add(Consequence.ends("rectified.before"));
    all.add(
        Consequence.note(entry.isTicked("unblock") ? "rectified.unblocked" : "rectified.blocked"));
    all.add(Consequence.note("identity"));
    return all;
  }

  @Override
  public ResponseEntity<String> carryOut(Person person, Entry entry, CommandContext context) {
    return accuracy.rectify(
        person.id(),
        new SubjectRequests.Rectify(
            new IdentifiersRequest(
                entry.text("EMAIL"),
                entry.text("PHONE"),
                entry.text("FULL_NAME"),
                entry.text("IIN")),
            null,
            entry.one("reason", RequestReason.class),
            entry.isTicked("unblock"),
            null),
        context);
  }
}
