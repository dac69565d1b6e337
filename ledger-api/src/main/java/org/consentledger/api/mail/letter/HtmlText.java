package org.consentledger.api.mail.letter;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** What a reader of an HTML letter sees, line by line, without what mail programs quote in it. */
final class HtmlText {

  private static final String QUOTED =
      """
      blockquote, div.gmail_quote, div.gmail_extra, div.gmail_attr, div.moz-cite-prefix, div.yahoo_quoted,
      div#divRplyFwdMsg, div#divRplyFwdMsg ~ *, div#appendonsend ~ *, div#mail-editor-reference-message-container,
      script, style, head, [style~=(?i)display\\s*:\\s*none]
      """;

  private static final Set<String> LINES =
      Set.of("br", "p", "div", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "hr");

  private HtmlText() {}

  static String of(String html) {
    Document document = Jsoup.parse(html);
    document.select(QUOTED).remove();
    StringBuilder text = new StringBuilder();
    document.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
              text.append(words.text());
            } else {
              line(node);
            }
          }

          @Override
          public void tail(Node node, int depth) {
            line(node);
          }

          private void line(Node node) {
            if (node instanceof Element element && LINES.contains(element.normalName())) {
              text.append('\n');
            }
          }
        });
    return text.toString();
  }
}
