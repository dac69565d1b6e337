package org.consentledger.api.letter;

import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** Texts in CommonMark, as letters and pages show them. HTML in them is shown as it is written. */
public final class Markdown {

  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
  private static final TextContentRenderer PLAIN = TextContentRenderer.builder().build();

  private Markdown() {}

  /** The text as HTML. */
  public static String html(String markdown) {
    return HTML.render(parse(markdown));
  }

  /** The text without marks; links show where they lead. */
  public static String plain(String markdown) {
    return PLAIN.render(parse(markdown));
  }

  private static Node parse(String markdown) {
    return PARSER.parse(markdown);
  }
}
