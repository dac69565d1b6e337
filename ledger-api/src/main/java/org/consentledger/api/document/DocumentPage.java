package org.consentledger.api.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * A document for a person: one page of well-formed XHTML that needs nothing else, to be read on a
 * screen, aloud or on paper. Its parts are written one after the other.
 */
public final class DocumentPage {

  private static final String STYLE =
      """
      @page { size: A4; margin: 18mm }
      body { font-family: 'Liberation Sans', Arial, sans-serif; font-size: 11pt; line-height: 1.4; color: #000;
             background: #fff; max-width: 46em; margin: 0 auto; padding: 1em }
      h1 { font-size: 16pt; line-height: 1.2 } h2 { font-size: 12.5pt; margin: 1.4em 0 .3em } h3 { font-size: 11pt; margin: 1em 0 .3em }
      h1, h2, h3 { page-break-after: avoid } tr, li { page-break-inside: avoid }
      .kind { font-size: 13pt; border: 1pt solid #000; padding: .4em .7em }
      table { width: 100%; table-layout: fixed; border-collapse: collapse } caption { display: none }
      th, td { text-align: left; vertical-align: top; padding: .25em .5em; border-bottom: .5pt solid #767676;
               overflow-wrap: anywhere; word-wrap: break-word }
      th { font-weight: normal; color: #333 } th[scope=row] { width: 34% }
      pre { font-family: 'Liberation Sans', Arial, sans-serif; font-size: 8pt; white-space: pre-wrap; word-wrap: break-word }
      @media print { h1, h2, h3 { font-weight: normal } }
      """;

  private final Labels labels;
  private final StringBuilder html = new StringBuilder(8192);

  /**
   * Begins a page.
   *
   * @param title what the document is
   * @param kind what it says, in a few words
   */
  public DocumentPage(Labels labels, String title, String kind) {
    this.labels = labels;
    html.append(
        """
        <!DOCTYPE html>
        <html xmlns="http://www.w3.org/1999/xhtml" lang="%1$s" xml:lang="%1$s">
        <head><meta charset="UTF-8" /><meta name="viewport" content="width=device-width" />
        <title>%2$s</title><meta name="description" content="%3$s" /><style>%4$s</style></head>
        <body><main>
        <h1>%2$s</h1>
        <p class="kind" role="status">%3$s</p>
        """
            .formatted(labels.language().code(), escape(title), escape(kind), STYLE));
  }

  /** Begins a part that has rows; its heading is the word of this key. */
  public void open(String key) {
    heading(key);
    html.append("<table><caption>").append(escape(labels.text(key))).append("</caption><tbody>\n");
  }

  /** A row of such a part. What is not known has none. */
  public void row(String key, @Nullable String value) {
    if (value != null) {
      html.append("<tr><th scope=\"row\">").append(escape(labels.text(key)));
      html.append("</th><td>").append(escape(value)).append("</td></tr>\n");
    }
  }

  /** Ends such a part. */
  public void close() {
    html.append("</tbody></table>\n");
  }

  /**
   * A part that is a table.
   *
   * @param columns the keys of what stands above them
   */
  public void table(String key, List<String> columns, List<List<String>> rows) {
    heading(key);
    html.append("<table><caption>")
        .append(escape(labels.text(key)))
        .append("</caption><thead><tr>");
    for (String column : columns) {
      html.append("<th scope=\"col\">").append(escape(labels.text(column))).append("</th>");
    }
    html.append("</tr></thead><tbody>\n");
    for (List<String> row : rows) {
      html.append("<tr>");
      row.forEach(cell -> html.append("<td>").append(escape(cell)).append("</td>"));
      html.append("</tr>\n");
    }
    close();
  }

  /** A part that is a list. */
  public void list(String key, List<String> entries) {
    heading(key);
    html.append("<ul>");
    entries.forEach(entry -> html.append("<li>").append(escape(entry)).append("</li>"));
    html.append("</ul>\n");
  }

  /** The heading of a part that goes on otherwise. */
  public void heading(String key) {
    html.append("<h2>").append(escape(labels.text(key))).append("</h2>\n");
  }

  /** A paragraph. */
  public void paragraph(String text) {
    html.append("<p>").append(escape(text)).append("</p>\n");
  }

  /** The last part: how to check the document. */
  public void proof(DocumentProof proof) {
    heading("section.proof");
    paragraph(labels.text("proof.how", proof.verifierKeysAt()));
    note("proof.signature", proof.signature());
    if (proof.logProof() == null) {
      paragraph(labels.text("proof.pending", proof.logProofAt()));
    } else {
      note("proof.log", proof.logProof());
    }
  }

  private void note(String key, String text) {
    html.append("<h3>").append(escape(labels.text(key))).append("</h3>\n<pre>");
    html.append(escape(text)).append("</pre>\n");
  }

  /** The whole page. */
  public String end() {
    return html.append("</main></body></html>\n").toString();
  }

  /** With this encoding only what means something in markup is escaped. */
  private static String escape(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
