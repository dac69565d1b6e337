package org.consentledger.api.query;

import java.beans.PropertyEditorSupport;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Reads a UUID in its 36 characters and in no other way. Java's own reading takes {@code 1-1-1-1-1}
 * and the digits of all scripts, and Spring falls back on it where a converter refuses.
 */
@ControllerAdvice
final class UuidText {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  @InitBinder
  void register(WebDataBinder binder) {
    binder.registerCustomEditor(UUID.class, new Editor());
  }

  static UUID read(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("no UUID in its 36 characters");
    }
    return UUID.fromString(text);
  }

  private static final class Editor extends PropertyEditorSupport {
    @Override
    public void setAsText(String text) {
      setValue(read(text));
    }
  }
}
