package org.consentledger.api.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A page on paper, as PDF with the structure that readers for the blind need. Its font is the one
 * that PDFBox brings along, Liberation Sans, which has all Kazakh letters; it is embedded.
 */
public final class Paper {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final int REGULAR = 400;

  private Paper() {}

  /** The page, printed. */
  public static byte[] of(String page) {
    XRLog.setLoggingEnabled(false); // it prints each step, past the ledger's own log
    ByteArrayOutputStream paper = new ByteArrayOutputStream();
    PdfRendererBuilder printer = new PdfRendererBuilder();
    printer.useFont(Paper::font, "Liberation Sans", REGULAR, FontStyle.NORMAL, true);
    printer.usePdfUaAccessibility(true);
    printer.withHtmlContent(page, null);
    printer.toStream(paper);
    try {
      printer.run();
    } catch (IOException failure) {
      throw new UncheckedIOException("A document could not be printed.", failure);
    }
    return paper.toByteArray();
  }

  private static InputStream font() {
    InputStream font = PDDocument.class.getResourceAsStream(FONT);
    if (font == null) {
      throw new IllegalStateException("PDFBox does not bring its font along any more.");
    }
    return font;
  }
}
