package org.consentledger.api.mail.letter;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@link Markings} from JSON. */
public final class MarkingsFile {

  private static final JsonMapper JSON = new JsonMapper();

  private MarkingsFile() {}

  /** The words that come with the program. */
  public static Markings shipped() {
    try (InputStream file = MarkingsFile.class.getResourceAsStream("markings.json")) {
      return read(requireNonNull(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * An operator's own words, instead of those that come with the program.
   *
   * @throws IllegalStateException with a sentence, where the file is of no use
   */
  public static Markings of(Path path) {
    try (InputStream file = Files.newInputStream(path)) {
      return read(file);
    } catch (IOException | JacksonException | NullPointerException failure) {
      throw new IllegalStateException(
          "ledger.mail.markings-file: " + path + " cannot be read as a file of markings.", failure);
    }
  }

  private static Markings read(InputStream file) {
    return new Markings(JSON.readValue(file, Markings.Words.class));
  }
}
