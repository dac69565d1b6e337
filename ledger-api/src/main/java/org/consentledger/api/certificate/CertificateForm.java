package org.consentledger.api.certificate;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/** The forms in which a certificate can be had; the first is the one for who does not mind. */
enum CertificateForm {
  DATA,
  PAGE,
  PAPER;

  /** What is answered. */
  MediaType mediaType() {
    return switch (this) {
      case DATA -> MediaType.APPLICATION_JSON;
      case PAGE -> new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
      case PAPER -> MediaType.APPLICATION_PDF;
    };
  }
}
