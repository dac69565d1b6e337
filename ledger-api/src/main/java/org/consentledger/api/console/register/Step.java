package org.consentledger.api.console.register;

import java.util.List;
import java.util.Optional;
import org.consentledger.api.command.CommandContext;
import org.consentledger.core.vocabulary.Language;
import org.springframework.http.ResponseEntity;

/**
 * What is done about an item of a register beside describing it anew: it is asked on a page of its
 * own, which says what comes of it.
 */
interface Step {

  /** Its name, in addresses and words. */
  String name();

  /** The register, in addresses. */
  String register();

  /** What it is done about; nothing where there is no such item, or nothing more to do. */
  Optional<About> about(String id, Language language);

  /** The fields of the form. */
  List<Register.Field> fields();

  /**
   * Sends the command.
   *
   * @throws Entry.Wrong where a field does not say what it should
   */
  ResponseEntity<String> take(String id, Entry entered, CommandContext context);

  /**
   * What it is done about.
   *
   * @param name as it stands, or a key of words where {@code worded}
   * @param version which is known; a page that is not about the newest does nothing
   * @param back where one came from
   */
  record About(String name, boolean worded, int version, String back) {}
}
