package org.consentledger.api.importing;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;

/** The body of a line, which is here already. */
final class LineBody extends ServletInputStream {

  private final ByteArrayInputStream body;

  LineBody(ByteArrayInputStream body) {
    this.body = body;
  }

  @Override
  public int read() {
    return body.read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    return body.read(buffer, offset, length);
  }

  @Override
  public boolean isFinished() {
    return body.available() == 0;
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void setReadListener(ReadListener listener) {
    throw new UnsupportedOperationException("There is nothing to wait for.");
  }
}
