package org.consentledger.api.console.signin;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.web.util.UriUtils;

/**
 * The secret of one-time codes as a QR code, which a telephone reads.
 *
 * @param size how wide and how high it is, in modules
 * @param path the dark modules, as a path of SVG
 */
public record KeyPicture(int size, String path) {

  private static final int QUIET = 4;

  /** The picture of a key, in the form that programs for one-time codes know. */
  static KeyPicture of(String name, String ledger, String secret) {
    String label = UriUtils.encode(ledger + ":" + name, StandardCharsets.UTF_8);
    String issuer = UriUtils.encode(ledger, StandardCharsets.UTF_8);
    return of("otpauth://totp/" + label + "?secret=" + secret + "&issuer=" + issuer);
  }

  private static KeyPicture of(String text) {
    try {
      BitMatrix dark =
          new QRCodeWriter()
              .encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET));
      StringBuilder path = new StringBuilder();
      for (int y = 0; y < dark.getHeight(); y++) {
        for (int x = 0; x < dark.getWidth(); x++) {
          if (dark.get(x, y)) {
            path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
          }
        }
      }
      return new KeyPicture(dark.getWidth(), path.toString());
    } catch (WriterException impossible) {
      throw new IllegalStateException("A key is short enough for a picture.", impossible);
    }
  }
}
