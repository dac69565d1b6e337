package org.consentledger.api.receipt;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** The forms in which a receipt can be had; the first is the one for who does not mind. */
enum ReceiptForm {
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

  /** The form that the {@code Accept} header prefers; one is known to be acceptable. */
  static ReceiptForm accepted(@Nullable String header) {
    List<MediaType> wanted = MediaType.parseMediaTypes(header);
    MimeTypeUtils.sortBySpecificity(wanted);
    for (MediaType type : wanted) {
      for (ReceiptForm form : values()) {
        if (type.includes(MediaType.parseMediaType(form.mediaType))) {
          return form;
        }
      }
    }
    return LINKED_DATA;
  }
}
