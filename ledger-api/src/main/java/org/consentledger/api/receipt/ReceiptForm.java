package org.consentledger.api.receipt;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/** The forms in which a receipt can be had; the first is the one for who does not mind. */
public enum ReceiptForm {
  LINKED_DATA(ReceiptForm.JSON_LD),
  KANTARA(MediaType.APPLICATION_JSON_VALUE),
  PAGE(MediaType.TEXT_HTML_VALUE),
  PAPER(MediaType.APPLICATION_PDF_VALUE);

  static final String JSON_LD = "application/ld+json";

  private final String mediaType;

  ReceiptForm(String mediaType) {
    this.mediaType = mediaType;
  }

  /** What is answered. */
  MediaType mediaType() {
    MediaType type = MediaType.parseMediaType(mediaType);
    return this == PAGE ? new MediaType(type, StandardCharsets.UTF_8) : type;
  }
}
