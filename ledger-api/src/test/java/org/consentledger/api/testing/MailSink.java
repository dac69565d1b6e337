package org.consentledger.api.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An SMTP server that takes whatever it is told to take, quickly, and notes when. */
public final class MailSink implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("<([^>]*)>");
  private static final String TAKEN = "250 taken";

  private final ServerSocket server;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile UnaryOperator<String> recipientReply = recipient -> TAKEN;
  private volatile UnaryOperator<String> contentReply = recipient -> TAKEN;
  private volatile Consumer<String> beforeTaken = recipient -> {};
  private volatile boolean isRefusing;
  private final AtomicInteger refused = new AtomicInteger();

  /**
   * A letter that was taken.
   *
   * @param takenAt when the server said so, by System.nanoTime
   */
  public record Received(String sender, String recipient, String content, long takenAt) {

    /** The value of a header, unfolded; empty where there is none. */
    public String header(String name) {
      Matcher header =
          Pattern.compile("(?im)^" + name + ":[ ]?((?:.*)(?:\r\n[ \t].*)*)").matcher(content);
      return header.find() ? header.group(1).replaceAll("\r\n[ \t]+", " ").strip() : "";
    }
  }

  public MailSink() {
    try {
      server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  public List<Received> received() {
    return received;
  }

  public List<Received> receivedBy(String recipient) {
    return received.stream().filter(letter -> letter.recipient().equals(recipient)).toList();
  }

  /** What is answered to the address of a recipient. */
  public void answerRecipients(UnaryOperator<String> reply) {
    recipientReply = reply;
  }

  /** What is answered to a letter's content; what does not begin with 250 is not taken. */
  public void answerContents(UnaryOperator<String> reply) {
    contentReply = reply;
  }

  /** What is done when a letter is there and not yet taken. */
  public void beforeTaken(Consumer<String> act) {
    beforeTaken = act;
  }

  /** Whether whoever comes is sent away, as by a server that is overloaded. */
  public void refuseConnections(boolean refuse) {
    isRefusing = refuse;
  }

  /** How often somebody was sent away. */
  public int refused() {
    return refused.get();
  }

  /** Takes everything again, and forgets what was taken. */
  public void reset() {
    recipientReply = recipient -> TAKEN;
    contentReply = recipient -> TAKEN;
    beforeTaken = recipient -> {};
    isRefusing = false;
    refused.set(0);
    received.clear();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      if (isRefusing) {
        refused.incrementAndGet();
        say(socket, "554 not now");
        return;
      }
      say(socket, "220 sink");
      String sender = "";
      String recipient = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase();
        switch (verb) {
          case "MAIL" -> {
            sender = address(line);
            say(socket, "250 go on");
          }
          case "RCPT" -> {
            recipient = address(line);
            say(socket, recipientReply.apply(recipient));
          }
          case "DATA" -> {
            say(socket, "354 go on");
            String content = content(in);
            if (content == null) {
              return;
            }
            beforeTaken.accept(recipient);
            String reply = contentReply.apply(recipient);
            if (reply.startsWith("250")) {
              received.add(new Received(sender, recipient, content, System.nanoTime()));
            }
            if (reply.isEmpty()) {
              return;
            }
            say(socket, reply);
          }
          case "QUIT" -> {
            say(socket, "221 bye");
            return;
          }
          default -> say(socket, "250 yes");
        }
      }
    } catch (IOException broken) {
      // The client went away.
    }
  }

  private static String address(String line) {
    Matcher address = ADDRESS.matcher(line);
    return address.find() ? address.group(1) : "";
  }

  private static String content(BufferedReader in) throws IOException {
    StringBuilder content = new StringBuilder();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals(".")) {
        return content.toString();
      }
      content.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
    }
    return null;
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
