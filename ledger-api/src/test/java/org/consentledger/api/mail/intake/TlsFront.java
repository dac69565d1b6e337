package org.consentledger.api.mail.intake;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** Puts TLS before a server that has none, with a certificate made for the test. */
final class TlsFront {

  private static final char[] PASSWORD = "only for this test".toCharArray();

  private final SSLServerSocket listening;
  private final int target;
  private final Path certificate;

  private TlsFront(SSLServerSocket listening, int target, Path certificate) {
    this.listening = listening;
    this.target = target;
    this.certificate = certificate;
  }

  /** Before a server on this machine, under a name. */
  static TlsFront before(int target, String name) {
    try {
      Path folder = Files.createTempDirectory("tls-front");
      Path keys = folder.resolve("keys.p12");
      Path certificate = folder.resolve("certificate.pem");
      keytool(
          "-genkeypair",
          "-alias",
          "mail",
          "-keyalg",
          "EC",
          "-dname",
          "CN=" + name,
          "-ext",
          "san=dns:" + name,
          "-keystore",
          keys.toString());
      keytool(
          "-exportcert",
          "-rfc",
          "-alias",
          "mail",
          "-keystore",
          keys.toString(),
          "-file",
          certificate.toString());
      SSLServerSocket listening =
          (SSLServerSocket)
              context(keys)
                  .getServerSocketFactory()
                  .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
      TlsFront front = new TlsFront(listening, target, certificate);
      Thread.ofVirtual().start(front::accept);
      return front;
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  private static void keytool(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder tool =
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    tool.command().addAll(List.of(arguments));
    tool.command().addAll(List.of("-storepass", new String(PASSWORD)));
    if (tool.redirectErrorStream(true).start().waitFor() != 0) {
      throw new AssertionError("keytool failed");
    }
  }

  private static SSLContext context(Path keys) throws Exception {
    KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD);
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Where the certificate lies by which it is trusted. */
  String certificate() {
    return certificate.toUri().toString();
  }

  private void accept() {
    while (true) {
      try {
        Socket ledger = listening.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        Thread.ofVirtual().start(() -> carry(ledger, server));
        Thread.ofVirtual().start(() -> carry(server, ledger));
      } catch (IOException refused) {
        // The ledger does not trust the certificate.
      }
    }
  }

  private static void carry(Socket from, Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream()) {
      in.transferTo(to.getOutputStream());
    } catch (IOException over) {
      // So is the other direction.
    }
  }
}
