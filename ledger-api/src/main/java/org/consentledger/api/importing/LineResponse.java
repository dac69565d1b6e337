package org.consentledger.api.importing;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Takes in what the endpoint of a line answers. */
final class LineResponse extends HttpServletResponseWrapper {

  private final AtomicInteger status = new AtomicInteger(SC_OK);
  private final HttpHeaders headers = new HttpHeaders();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  LineResponse() {
    super(Unforeseen.of(HttpServletResponse.class));
  }

  /** What was answered. */
  LineAnswer answer() {
    return new LineAnswer(
        status.get(),
        Boolean.parseBoolean(headers.getFirst("Idempotency-Replayed")),
        body.toString(StandardCharsets.UTF_8));
  }

  @Override
  public void setStatus(int answered) {
    status.set(answered);
  }

  @Override
  public int getStatus() {
    return status.get();
  }

  @Override
  public void setHeader(String name, @Nullable String value) {
    headers.remove(name);
    addHeader(name, value);
  }

  @Override
  public void addHeader(String name, @Nullable String value) {
    if (value != null) {
      headers.add(name, value);
    }
  }

  @Override
  public boolean containsHeader(String name) {
    return headers.containsHeader(name);
  }

  @Override
  public @Nullable String getHeader(String name) {
    return headers.getFirst(name);
  }

  @Override
  public Collection<String> getHeaders(String name) {
    return headers.getOrDefault(name, List.of());
  }

  @Override
  public Collection<String> getHeaderNames() {
    return headers.headerNames();
  }

  @Override
  public void setContentType(@Nullable String type) {
    setHeader(HttpHeaders.CONTENT_TYPE, type);
  }

  @Override
  public @Nullable String getContentType() {
    return headers.getFirst(HttpHeaders.CONTENT_TYPE);
  }

  @Override
  public void setContentLength(int length) {
    headers.setContentLength(length);
  }

  @Override
  public void setContentLengthLong(long length) {
    headers.setContentLength(length);
  }

  @Override
  public void setCharacterEncoding(@Nullable String encoding) {
    // JSON is UTF-8
  }

  @Override
  public String getCharacterEncoding() {
    return StandardCharsets.UTF_8.name();
  }

  @Override
  public boolean isCommitted() {
    return false;
  }

  @Override
  public void resetBuffer() {
    body.reset();
  }

  @Override
  public void flushBuffer() {
    // it is read when the endpoint is done
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return new ServletOutputStream() {
      @Override
      public void write(int octet) {
        body.write(octet);
      }

      @Override
      public void write(byte[] octets, int offset, int length) {
        body.write(octets, offset, length);
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException("There is nothing to wait for.");
      }
    };
  }
}
