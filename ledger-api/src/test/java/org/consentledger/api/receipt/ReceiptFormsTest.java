package org.consentledger.api.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.consentledger.api.document.CanonicalJson;
import org.consentledger.api.document.Labels;
import org.consentledger.api.document.Paper;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Receipts as Kantara has them, as pages and on paper. */
class ReceiptFormsTest {

  /** 18 mm in points. */
  private static final float MARGIN = 51;

  private static final JsonMapper JSON = new JsonMapper();

  static List<ReceiptFacts> all() {
    return SampleFacts.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_kantara_receipt_has_what_its_form_requires(ReceiptFacts facts) throws Exception {
    for (Language language : Language.values()) {
      JsonNode receipt =
          JSON.valueToTree(
              KantaraReceipt.of(facts, ReceiptLabels.in(language)).with(SampleFacts.PROOF));
      try (InputStream schema =
          getClass().getResourceAsStream("/receipts/kantara-cr-1.1.schema.json")) {
        assertThat(
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JSON.readTree(schema))
                    .validate(receipt))
            .isEmpty();
      }
      assertThat(receipt.get("language").stringValue()).isEqualTo(language.code());
    }
  }

  @Test
  void a_kantara_receipt_says_what_is_sensitive_and_who_gets_data() {
    JsonNode receipt =
        JSON.valueToTree(KantaraReceipt.of(SampleFacts.given(), ReceiptLabels.in(Language.EN)));
    JsonNode purpose = receipt.at("/services/0/purposes/0");
    assertThat(receipt.get("sensitive").booleanValue()).isTrue();
    assertThat(receipt.get("spiCat")).extracting(JsonNode::stringValue).containsExactly("HEALTH");
    assertThat(purpose.get("thirdPartyName").stringValue()).isEqualTo("printer");
    assertThat(purpose.get("termination").stringValue())
        .isEqualTo(
            "Until 2027-03-01 14:30:00 +05:00. Kept after the end of the purpose for: 3 y 6 mo.");
    assertThat(receipt.get("consentTimestamp").longValue())
        .isEqualTo(SampleFacts.AT.getEpochSecond());
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_page_is_well_formed_and_needs_nothing_else(ReceiptFacts facts) throws Exception {
    for (Language language : Language.values()) {
      String page = ReceiptPage.of(facts, SampleFacts.PROOF, ReceiptLabels.in(language));
      Document read =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));

      assertThat(read.getDocumentElement().getAttribute("lang")).isEqualTo(language.code());
      assertThat(read.getElementsByTagName("h1").getLength()).isEqualTo(1);
      assertThat(read.getElementsByTagName("main").getLength()).isEqualTo(1);
      for (String loading : List.of("script", "img", "link", "iframe", "object")) {
        assertThat(read.getElementsByTagName(loading).getLength()).as(loading).isZero();
      }
      assertThat(page).doesNotContain("url(", "@import", " src=");
      assertThat(read.getDocumentElement().getTextContent())
          .contains(
              facts.operator().name(),
              facts.receiptId().toString(),
              facts.title(language),
              ReceiptLabels.in(language).text("kind", facts.kind()));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_receipt_on_paper_can_be_read_in_each_language(Language language) throws Exception {
    Labels labels = ReceiptLabels.in(language);
    byte[] paper = Paper.of(ReceiptPage.of(SampleFacts.given(), SampleFacts.PROOF, labels));

    try (PDDocument document = Loader.loadPDF(paper)) {
      String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
      assertThat(text)
          .contains(
              labels.text("kind.GIVEN"),
              SampleFacts.given().operator().name(),
              labels.text("action.DISSEMINATE"),
              "Астана қ., Достық көшесі, 1");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language.code());
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getPage(0).getResources().getFontNames())
          .allSatisfy(
              name ->
                  assertThat(document.getPage(0).getResources().getFont(name).isEmbedded())
                      .isTrue());
    }
  }

  @Test
  void nothing_on_paper_runs_over_the_edge() throws Exception {
    Labels labels = ReceiptLabels.in(Language.KK);
    byte[] paper = Paper.of(ReceiptPage.of(SampleFacts.given(), SampleFacts.PROOF, labels));
    List<Float> ends = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(paper)) {
      new PDFTextStripper() {
        @Override
        protected void writeString(String text, List<TextPosition> letters) {
          TextPosition last = letters.getLast();
          ends.add(last.getXDirAdj() + last.getWidthDirAdj());
        }
      }.getText(document);
      float edge = document.getPage(0).getMediaBox().getWidth() - MARGIN;
      assertThat(ends).isNotEmpty().allMatch(end -> end <= edge);
    }
  }

  @Test
  void a_kazakh_receipt_on_paper_has_all_kazakh_letters() throws Exception {
    String letters = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі";
    byte[] paper =
        Paper.of(
            "<html lang=\"kk\"><head><title>т</title></head><body style=\"font-family:'Liberation"
                + " Sans'\"><p>"
                + letters
                + "</p></body></html>");
    try (PDDocument document = Loader.loadPDF(paper)) {
      assertThat(new PDFTextStripper().getText(document).strip()).isEqualTo(letters);
    }
  }

  @Test
  void each_word_is_there_in_each_language() throws Exception {
    Map<Language, Set<Object>> keys = new TreeMap<>();
    for (Language language : Language.values()) {
      Properties words = new Properties();
      try (InputStream file =
          ReceiptPage.class.getResourceAsStream("receipt_" + language.code() + ".properties")) {
        words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      }
      keys.put(language, words.keySet());
    }
    assertThat(keys.get(Language.KK)).isEqualTo(keys.get(Language.RU));
    assertThat(keys.get(Language.EN)).isEqualTo(keys.get(Language.RU));
    List<String> actions = new ArrayList<>();
    for (ProcessingAction action : ProcessingAction.values()) {
      actions.add(ReceiptLabels.in(Language.KK).text("action", action));
    }
    assertThat(actions).hasSize(18).doesNotHaveDuplicates();
    assertThat(ReceiptLabels.in(Language.KK).text("action.DESTRUCT")).isEqualTo("жою");
  }

  @Test
  void canonical_json_is_that_of_rfc_8785() {
    JsonNode document =
        JSON.readTree(
            "{ \"ө\": [1, true, \"\\u20ac$\\u000F\\n"
                + "A'\\u0042\\\"\\\\/\"], \"b\": {\"z\": \"\", \"A\": 7} }");
    assertThat(new String(CanonicalJson.bytes(document), StandardCharsets.UTF_8))
        .isEqualTo("{\"b\":{\"A\":7,\"z\":\"\"},\"ө\":[1,true,\"€$\\u000f\\nA'B\\\"\\\\/\"]}");
  }
}
