package org.consentledger.projections.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The page in an archive that tells a person, in three languages, what it is and how to check it.
 */
final class ArchiveIndexPage {

  private static final String PAGE = "index.html";

  private final ArchiveManifest manifest;

  ArchiveIndexPage(ArchiveManifest manifest) {
    this.manifest = manifest;
  }

  String html() {
    StringBuilder facts = new StringBuilder();
    row(facts, "log · журнал", manifest.checkpoint().origin());
    row(facts, "created · создано · жасалды", manifest.createdAt().toString());
    row(facts, "from · с · бастап", String.valueOf(manifest.scope().from()).replace("null", "—"));
    row(facts, "to · до · дейін", String.valueOf(manifest.scope().to()).replace("null", "—"));
    row(
        facts,
        "subject · субъект",
        String.valueOf(manifest.scope().subjectId()).replace("null", "—"));
    row(
        facts,
        "request · запрос · сұрау салу",
        String.valueOf(manifest.scope().requestId()).replace("null", "—"));
    row(facts, "events · события · оқиғалар", Long.toString(manifest.events()));
    row(facts, "leaves · листья · жапырақтар", Long.toString(manifest.signed().size()));
    row(facts, "root · корень · түбір", manifest.signed().root().base64());
    String counts =
        manifest.counts().entrySet().stream()
            .map(
                count ->
                    "<tr><td>" + count.getKey() + "</td><td>" + count.getValue() + "</td></tr>")
            .collect(Collectors.joining("\n"));
    return page().replace("{{facts}}", facts).replace("{{counts}}", counts);
  }

  private static String page() {
    try (InputStream page = ArchiveIndexPage.class.getResourceAsStream(PAGE)) {
      return new String(
          Objects.requireNonNull(page, "the page is in the jar").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Identifiers, numbers and codes only, none of which can hold markup; the origin might. */
  private static void row(StringBuilder rows, String name, String value) {
    String escaped = value.replace("&", "&amp;").replace("<", "&lt;");
    rows.append("<tr><th>").append(name).append("</th><td><code>").append(escaped);
    rows.append("</code></td></tr>\n");
  }
}
