package org.consentledger.api.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * One connection to the ledger that is kept, for one request after the other; as cheap as can be.
 */
final class Connected implements AutoCloseable {

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final String token;
  private final String keys = UUID.randomUUID().toString();
  private long sent;

  Connected(URI ledger, String token) throws IOException {
    this.socket = new Socket(ledger.getHost(), ledger.getPort());
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
    this.token = token;
  }

  /** Sends a request under a key of its own, and takes the answer in. */
  void send(Request request) throws IOException {
    byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
    byte[] head =
        """
        POST %s HTTP/1.1
        Host: localhost
        Authorization: Bearer %s
        Content-Type: application/json
        Idempotency-Key: %s-%d
        Content-Length: %d

        """
            .formatted(request.path(), token, keys, sent++, body.length)
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[head.length + body.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    out.write(all);
    String status = line();
    int length = -1;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      }
    }
    String answer = length >= 0 ? text(length) : chunks();
    if (!status.startsWith("HTTP/1.1 2")) {
      throw new IllegalStateException(status + " " + answer);
    }
  }

  private String chunks() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int size = size(); size > 0; size = size()) {
      text.append(text(size));
      line();
    }
    line();
    return text.toString();
  }

  private int size() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String text(int length) throws IOException {
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("The ledger closed the connection.");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
