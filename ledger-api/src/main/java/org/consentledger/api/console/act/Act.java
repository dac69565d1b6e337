package org.consentledger.api.console.act;

import java.util.List;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.console.subject.Person;
import org.springframework.http.ResponseEntity;

/** Something that an officer does about a person, by one command of the API. */
interface Act {

  /** As it stands in addresses, and in words: {@code acts.<name>.title} and its siblings. */
  String name();

  /**
   * What is asked.
   *
   * @param entry what was said so far: one answer may lead to another question
   */
  List<Field> fields(Person person, Entry entry);

  /** What comes of it. It is told before it is done, and nothing is done by telling. */
  List<Consequence> consequences(Person person, Entry entry);

  /** Sends the command, as the API does. */
  ResponseEntity<String> carryOut(Person person, Entry entry, CommandContext context);
}
