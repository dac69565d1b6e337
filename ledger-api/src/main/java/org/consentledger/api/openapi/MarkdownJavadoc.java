package org.consentledger.api.openapi;

import com.github.therapi.runtimejavadoc.ClassJavadoc;
import com.github.therapi.runtimejavadoc.CommentFormatter;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.providers.SpringDocJavadocProvider;

/** Gives the document the Javadoc that was kept beside the classes, as sentences in Markdown. */
final class MarkdownJavadoc extends SpringDocJavadocProvider {
  private static final Pattern TAG = Pattern.compile("</?code>");
  private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)?\\s+([^}]*)}|</?a[^>]*>");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final CommentFormatter COMMENTS = new CommentFormatter();

  /**
   * What the constants of an enumeration mean, in their order; those that say nothing are left out.
   */
  static Map<String, String> meanings(Class<?> enumeration) {
    Map<String, String> meanings = new LinkedHashMap<>();
    ClassJavadoc javadoc = RuntimeJavadoc.getJavadoc(enumeration);
    javadoc
        .getEnumConstants()
        .forEach(
            constant -> {
              String meaning = sentence(COMMENTS.format(constant.getComment()));
              if (!meaning.isEmpty()) {
                meanings.put(constant.getName(), meaning);
              }
            });
    return meanings;
  }

  @Override
  public String getClassJavadoc(Class<?> described) {
    return sentence(super.getClassJavadoc(described));
  }

  @Override
  public Map<String, String> getRecordClassParamJavadoc(Class<?> described) {
    Map<String, String> components = new LinkedHashMap<>();
    super.getRecordClassParamJavadoc(described)
        .forEach((name, meaning) -> components.put(name, sentence(meaning)));
    return components;
  }

  @Override
  public String getMethodJavadocDescription(Method method) {
    return sentence(super.getMethodJavadocDescription(method));
  }

  @Override
  public String getMethodJavadocReturn(Method method) {
    return sentence(super.getMethodJavadocReturn(method));
  }

  @Override
  public @Nullable String getParamJavadoc(Method method, String name) {
    String meaning = super.getParamJavadoc(method, name);
    return meaning == null ? null : sentence(meaning);
  }

  @Override
  public String getFieldJavadoc(Field field) {
    return sentence(super.getFieldJavadoc(field));
  }

  @Override
  public String getFirstSentence(String text) {
    int end = text.indexOf(". ");
    String first = end < 0 ? text : text.substring(0, end);
    return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
  }

  /** With a capital and a full stop, though Javadoc's tags begin small and end open. */
  static String sentence(String html) {
    String text = LINK.matcher(html).replaceAll("$1");
    text = SPACE.matcher(TAG.matcher(text).replaceAll("`")).replaceAll(" ").strip();
    if (text.isEmpty()) {
      return text;
    }
    String capital = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    return capital.endsWith(".") || capital.endsWith("?") ? capital : capital + ".";
  }
}
