package org.consentledger.api.personaldata;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.consentledger.api.problem.InvalidInput;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.core.personaldata.BlindIndex;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.IdentifierKind;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes personal data in: checks its form, finds whose it is, and seals it. The categories EMAIL,
 * PHONE, FULL_NAME and IIN hold what identifies a person under {@code value}.
 */
@Component
public final class Intake {

  private static final String VALUE = "value";
  private static final Category FULL_NAME = new Category("FULL_NAME");

  private final BlindIndex index;
  private final JsonMapper json;

  /**
   * Personal data that has the right form.
   *
   * @param contents the data of each category
   * @param identifiers what the person can be looked up by, each in its one written form
   */
  public record Checked(
      SortedMap<Category, ObjectNode> contents, Map<IdentifierKind, String> identifiers) {

    /** The categories, for the event. */
    public SortedSet<Category> categories() {
      return new TreeSet<>(contents.keySet());
    }
  }

  Intake(BlindIndex index, JsonMapper json) {
    this.index = index;
    this.json = json;
  }

  /**
   * Checks the form of personal data.
   *
   * @throws ProblemException with a pointer to each part that has not the right form
   */
  public Checked check(
      @Nullable IdentifiersRequest identifiers, @Nullable Map<String, ObjectNode> personalData) {
    SortedMap<Category, ObjectNode> contents = new TreeMap<>();
    List<InvalidInput> errors = new ArrayList<>();
    if (personalData != null) {
      personalData.forEach(
          (category, content) -> contents.put(category(category), content.deepCopy()));
    }
    if (identifiers != null) {
      named(identifiers)
          .forEach(
              (category, named) -> {
                JsonNode other = put(contents, category, named.value());
                if (other != null) {
                  errors.add(contradiction(named.pointer(), category));
                }
              });
    }
    Map<IdentifierKind, String> normalised = new EnumMap<>(IdentifierKind.class);
    for (IdentifierKind kind : IdentifierKind.values()) {
      ObjectNode content = contents.get(kind.category());
      if (content != null) {
        value(content)
            .flatMap(kind::normalise)
            .ifPresentOrElse(
                form -> normalised.put(kind, form), () -> errors.add(malformed(kind, identifiers)));
      }
    }
    if (!errors.isEmpty()) {
      throw invalid(errors);
    }
    return new Checked(contents, normalised);
  }

  /** The identifier in its one written form. */
  public String normalise(IdentifierKind kind, String value) {
    return kind.normalise(value)
        .orElseThrow(
            () ->
                invalid(
                    List.of(
                        new InvalidInput(
                            "/" + kind.name().toLowerCase(Locale.ROOT),
                            "MALFORMED",
                            expected(kind)))));
  }

  /** Refuses where an identifier belongs to somebody else already. */
  public void requireFree(Checked checked, SubjectId subject) {
    checked
        .identifiers()
        .forEach(
            (kind, value) ->
                index
                    .find(kind, value)
                    .filter(owner -> !owner.equals(subject))
                    .ifPresent(
                        owner -> {
                          throw new Refused(new Refusal.SubjectExists(owner));
                        }));
  }

  /** Seals what was checked. */
  public void deposit(Checked checked, Deposit deposit) {
    checked.identifiers().forEach(deposit::index);
    checked
        .contents()
        .forEach((category, content) -> deposit.put(category, json.writeValueAsBytes(content)));
  }

  /** Reads sealed data back into JSON. */
  public Map<String, JsonNode> read(SortedMap<Category, byte[]> sealed) {
    Map<String, JsonNode> contents = new LinkedHashMap<>();
    sealed.forEach((category, content) -> contents.put(category.value(), json.readTree(content)));
    return contents;
  }

  private static Category category(String code) {
    try {
      return new Category(code);
    } catch (IllegalArgumentException noCode) {
      throw invalid(
          List.of(
              new InvalidInput(
                  "/personalData",
                  "MALFORMED",
                  "A category is a code in upper case, such as QUESTIONNAIRE.")));
    }
  }

  /** What the identifiers say, with where they say it. */
  private record Named(String pointer, String value) {}

  private static Map<Category, Named> named(IdentifiersRequest identifiers) {
    Map<Category, Named> named = new LinkedHashMap<>();
    name(named, IdentifierKind.EMAIL.category(), "/identifiers/email", identifiers.email());
    name(named, IdentifierKind.PHONE.category(), "/identifiers/phone", identifiers.phone());
    name(named, IdentifierKind.IIN.category(), "/identifiers/iin", identifiers.iin());
    name(named, FULL_NAME, "/identifiers/fullName", identifiers.fullName());
    return named;
  }

  private static void name(
      Map<Category, Named> named, Category category, String pointer, @Nullable String value) {
    if (value != null) {
      named.put(category, new Named(pointer, value));
    }
  }

  /** The other value that stands there, if one does; then nothing is put. */
  private static @Nullable JsonNode put(
      SortedMap<Category, ObjectNode> contents, Category category, String value) {
    ObjectNode content =
        contents.computeIfAbsent(category, absent -> JsonNodeFactory.instance.objectNode());
    JsonNode held = content.get(VALUE);
    if (held == null) {
      content.put(VALUE, value);
      return null;
    }
    return held.isString() && held.stringValue().equals(value) ? null : held;
  }

  private static Optional<String> value(ObjectNode content) {
    return Optional.ofNullable(content.get(VALUE))
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue);
  }

  private static InvalidInput contradiction(String pointer, Category category) {
    return new InvalidInput(
        pointer,
        "CONTRADICTION",
        "personalData." + category.value() + ".value says something else. Send one of the two.");
  }

  private static InvalidInput malformed(
      IdentifierKind kind, @Nullable IdentifiersRequest identifiers) {
    Named named = identifiers == null ? null : named(identifiers).get(kind.category());
    String pointer = named == null ? "/personalData/" + kind.name() + "/" + VALUE : named.pointer();
    return new InvalidInput(pointer, "MALFORMED", expected(kind));
  }

  private static String expected(IdentifierKind kind) {
    return switch (kind) {
      case EMAIL -> "Expected an e-mail address such as name@example.kz.";
      case PHONE -> "Expected a telephone number such as +7 701 000 00 00.";
      case IIN -> "Expected an individual identification number: twelve digits.";
    };
  }

  private static ProblemException invalid(List<InvalidInput> errors) {
    return new ProblemException(
        Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "INVALID_INPUT",
                "Some of the input is not as it should be; see errors.")
            .withErrors(errors));
  }
}
