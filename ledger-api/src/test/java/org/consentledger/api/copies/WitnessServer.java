package org.consentledger.api.copies;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.consentledger.core.log.merkle.Hash;
import org.consentledger.core.log.merkle.Hasher;
import org.consentledger.core.log.merkle.ProofVerifier;
import org.consentledger.core.log.note.AddCheckpoint;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.log.note.Cosignature;
import org.consentledger.core.log.note.MlDsaWitness;
import org.consentledger.core.log.note.NotVerified;
import org.consentledger.core.log.note.SignerKey;
import org.consentledger.core.log.note.VerifierKey;

/** A witness of one log, strict as C2SP's tlog-witness asks, that can be made to fail. */
final class WitnessServer implements AutoCloseable {

  /** What it does wrong, once each. */
  enum Fault {
    SERVER_ERROR,
    WRONG_SIGNATURE,
    OTHER_KEY,
    GARBAGE,
    SLOW,
    FORGETS,
    DOES_NOT_ANSWER_AFTER_IT_COSIGNED
  }

  final SignerKey key;

  /** Under the same name: witnesses that change over sign with both for a while. */
  final MlDsaWitness newer;

  final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  final List<Integer> statuses = new CopyOnWriteArrayList<>();
  final CountDownLatch enough = new CountDownLatch(1);

  /** The protocol asks for 409; a witness in use compares roots as it checks a proof, with 422. */
  volatile int answerToAnotherRoot = 409;

  private final HttpServer server;
  private volatile List<VerifierKey> trusted = List.of();
  private long size;
  private Hash root = new Hasher().emptyRoot();

  WitnessServer(String name) {
    key = SignerKey.generate(name, new SecureRandom());
    newer = new MlDsaWitness(name);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/prefix/add-checkpoint", this::handle);
    server.start();
  }

  CopiesProperties.Witness properties() {
    return properties(key.cosignatureVerifierKey());
  }

  /** As a witness is configured whose newer key is relied on. */
  CopiesProperties.Witness newerProperties() {
    return properties(newer.key());
  }

  private CopiesProperties.Witness properties(VerifierKey reliedOn) {
    return new CopiesProperties.Witness(
        "http://localhost:" + server.getAddress().getPort() + "/prefix/", reliedOn.toString());
  }

  void trust(List<VerifierKey> keys) {
    trusted = List.copyOf(keys);
  }

  synchronized long size() {
    return size;
  }

  synchronized Hash root() {
    return root;
  }

  /** Goes on as if it had cosigned that. */
  synchronized void hold(long otherSize, Hash otherRoot) {
    size = otherSize;
    root = otherRoot;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (faults.remove(Fault.SLOW)) {
        await();
      }
      if (faults.remove(Fault.FORGETS)) {
        hold(0, new Hasher().emptyRoot());
      }
      Answer answer = faults.remove(Fault.SERVER_ERROR) ? new Answer(500, "") : answer(body);
      boolean lost =
          answer.status() == 200 && faults.remove(Fault.DOES_NOT_ANSWER_AFTER_IT_COSIGNED);
      if (!lost) {
        send(exchange, answer);
      }
    }
  }

  private record Answer(int status, String body) {}

  private synchronized Answer answer(String body) {
    AddCheckpoint request;
    Checkpoint checkpoint;
    try {
      request = AddCheckpoint.parse(body);
      checkpoint = Checkpoint.parse(request.checkpoint().text());
    } catch (IllegalArgumentException malformed) {
      return new Answer(400, "");
    }
    if (trusted.stream().noneMatch(it -> it.name().equals(checkpoint.origin()))) {
      return new Answer(404, "");
    }
    try {
      Checkpoint.open(request.checkpoint(), trusted);
    } catch (NotVerified notTrusted) {
      return new Answer(403, "");
    }
    if (request.oldSize() > checkpoint.size()) {
      return new Answer(400, "");
    }
    if (request.oldSize() != size) {
      return new Answer(409, size + "\n");
    }
    if (size == checkpoint.size() && !root.equals(checkpoint.root())) {
      return new Answer(answerToAnotherRoot, "");
    }
    if (!new ProofVerifier()
        .verifyConsistency(size, checkpoint.size(), root, checkpoint.root(), request.proof())) {
      return new Answer(422, "");
    }
    size = checkpoint.size();
    root = checkpoint.root();
    return new Answer(200, lines(request.checkpoint().text()));
  }

  private String lines(String text) {
    SignerKey other = SignerKey.generate("stranger.example", new SecureRandom());
    String stranger = Cosignature.sign(other, Instant.now(), text).line() + "\n";
    if (faults.remove(Fault.OTHER_KEY)) {
      return stranger;
    }
    if (faults.remove(Fault.GARBAGE)) {
      return "<html>\n";
    }
    String signed = faults.remove(Fault.WRONG_SIGNATURE) ? "another text\n" : text;
    return stranger
        + newer.cosign(Instant.now(), text).line()
        + "\n"
        + Cosignature.sign(key, Instant.now(), signed).line()
        + "\n";
  }

  private void send(HttpExchange exchange, Answer answer) throws IOException {
    statuses.add(answer.status());
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    if (answer.status() == 409 && bytes.length > 0) {
      exchange.getResponseHeaders().set("Content-Type", "text/x.tlog.size");
    }
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void await() {
    try {
      enough.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    enough.countDown();
    server.stop(0);
  }
}
