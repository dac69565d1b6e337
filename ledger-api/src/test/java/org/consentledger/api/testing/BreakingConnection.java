package org.consentledger.api.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between the ledger and a mail server, counts what the ledger says, and breaks the
 * connection at the command that the test names: before the server has heard it, or after it has
 * done it and before the ledger hears of that.
 */
public final class BreakingConnection implements Closeable {

  /** Never breaks. */
  public static final int NEVER = Integer.MAX_VALUE;

  private final ServerSocket listening;
  private final int target;
  private final AtomicInteger said = new AtomicInteger();
  private volatile int breaksAt = NEVER;
  private volatile boolean afterwards;
  private volatile Runnable then = () -> {};
  private final Map<String, String> answers = new ConcurrentHashMap<>();

  /** A connection to a server on this machine. */
  public static BreakingConnection to(int target) {
    try {
      return new BreakingConnection(target);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private BreakingConnection(int target) throws IOException {
    this.target = target;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return listening.getLocalPort();
  }

  /** How many commands were said since it was last told where to break. */
  public int said() {
    return said.get();
  }

  /**
   * Breaks at the n-th command from now on, once.
   *
   * @param afterwards whether the server still hears the command
   */
  public void breakAt(int command, boolean afterwards) {
    said.set(0);
    this.afterwards = afterwards;
    breaksAt = command;
  }

  /**
   * Answers in the server's place, which hears nothing of it.
   *
   * @param verb how the command begins
   */
  public void answer(String verb, String reply) {
    answers.put(verb, reply);
  }

  /** Leaves all answers to the server again. */
  public void answerNothing() {
    answers.clear();
  }

  /** What happens besides, where the connection breaks. */
  public void andThen(Runnable more) {
    then = more;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket ledger = listening.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        Thread.ofVirtual().start(() -> carry(ledger, server, true));
        Thread.ofVirtual().start(() -> carry(server, ledger, false));
      } catch (IOException closed) {
        // The test is over, or the server is down, which the ledger will notice.
      }
    }
  }

  private void carry(Socket from, Socket to, boolean commands) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] bytes = new byte[8192];
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        if (commands && said.incrementAndGet() == breaksAt) {
          breaksAt = NEVER;
          if (afterwards) {
            out.write(bytes, 0, read);
            out.flush();
            awaitAnswer(to);
          }
          then.run();
          return;
        }
        Optional<String> reply = commands ? reply(bytes, read) : Optional.empty();
        if (reply.isPresent()) {
          from.getOutputStream().write((reply.get() + "\r\n").getBytes(US_ASCII));
          from.getOutputStream().flush();
        } else {
          out.write(bytes, 0, read);
          out.flush();
        }
      }
    } catch (IOException broken) {
      // So is the other direction, at once.
    }
  }

  private Optional<String> reply(byte[] bytes, int read) {
    String command = new String(bytes, 0, read, US_ASCII);
    return answers.entrySet().stream()
        .filter(answer -> command.startsWith(answer.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The server has done it once it has begun to answer; the answer may reach the ledger or not. */
  private static void awaitAnswer(Socket server) throws IOException {
    server.setSoTimeout(2000);
    try {
      server.getInputStream().read();
    } catch (SocketTimeoutException heardElsewhere) {
      // The other direction has it.
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
