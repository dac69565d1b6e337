package org.consentledger.api.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
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
        out.write(bytes, 0, read);
        out.flush();
      }
    } catch (IOException broken) {
      // So is the other direction, at once.
    }
  }

  /** The server has done it once it has begun to answer; the answer goes nowhere. */
  private static void awaitAnswer(Socket server) throws IOException {
    server.setSoTimeout(2000);
    server.getInputStream().read();
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
