package org.consentledger.api.letter;

import java.util.NavigableSet;
import java.util.TreeSet;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
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

  private static final int FIRST_BELOW = 2;
  private static final int DEEPEST = 6;

  private Markdown() {}

  /** The text as HTML. */
  public static String html(String markdown) {
    return HTML.render(parse(markdown));
  }

  /** The text as a part of a page that has a heading of its own: its own headings stand below. */
  public static String section(String markdown) {
    Node text = parse(markdown);
    NavigableSet<Integer> levels = new TreeSet<>();
    text.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            levels.add(heading.getLevel());
          }
        });
    text.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            int below = levels.headSet(heading.getLevel(), false).size();
            heading.setLevel(Math.min(FIRST_BELOW + below, DEEPEST));
          }
        });
    return HTML.render(text);
  }

  /** The text without marks; links show where they lead. */
  public static String plain(String markdown) {
    return PLAIN.render(parse(markdown));
  }

  private static Node parse(String markdown) {
    return PARSER.parse(markdown);
  }
}
