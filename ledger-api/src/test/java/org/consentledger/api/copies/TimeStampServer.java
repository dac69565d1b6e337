package org.consentledger.api.copies;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A small time-stamping authority with a certificate of its own, issued by a root of its own. */
final class TimeStampServer implements AutoCloseable {

  /** What it does wrong, until it is told otherwise. */
  enum Fault {
    NONE,
    SERVER_ERROR,
    REFUSES,
    OTHER_NONCE,
    OTHER_BYTES,
    CHANGED_SIGNATURE,
    GARBAGE
  }

  private static final SecureSerials SERIALS = new SecureSerials();

  final X509Certificate root;
  final X509Certificate certificate;
  volatile Fault fault = Fault.NONE;
  private final KeyPair key;
  private final HttpServer server;

  private record SecureSerials(AtomicLong last) {
    SecureSerials() {
      this(new AtomicLong(1));
    }

    BigInteger next() {
      return BigInteger.valueOf(last.incrementAndGet());
    }
  }

  TimeStampServer() throws Exception {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
    keys.initialize(2048);
    KeyPair rootKey = keys.generateKeyPair();
    key = keys.generateKeyPair();
    root = issue("CN=Root", rootKey, "CN=Root", rootKey, true);
    certificate = issue("CN=Root", rootKey, "CN=Authority", key, false);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/tsa", this::handle);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/tsa";
  }

  static String pem(X509Certificate certificate) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
      pem.writeObject(certificate);
    }
    return text.toString();
  }

  private static X509Certificate issue(
      String issuer, KeyPair issuerKey, String subject, KeyPair subjectKey, boolean root)
      throws Exception {
    Instant now = Instant.now();
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            new X500Name(issuer),
            SERIALS.next(),
            Date.from(now.minus(Duration.ofDays(1))),
            Date.from(now.plus(Duration.ofDays(365))),
            new X500Name(subject),
            subjectKey.getPublic());
    if (root) {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    } else {
      builder.addExtension(
          Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
    }
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer(issuerKey)));
  }

  private static ContentSigner signer(KeyPair key) throws Exception {
    return new JcaContentSignerBuilder("SHA256withRSA").build(key.getPrivate());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] answer = answer(exchange.getRequestBody().readAllBytes());
      exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
      exchange.sendResponseHeaders(fault == Fault.SERVER_ERROR ? 503 : 200, answer.length);
      exchange.getResponseBody().write(answer);
    } catch (Exception failure) {
      throw new IOException(failure);
    }
  }

  private byte[] answer(byte[] body) throws Exception {
    TimeStampRequest request = new TimeStampRequest(body);
    return switch (fault) {
      case NONE, SERVER_ERROR -> stamp(request).getEncoded();
      case GARBAGE -> "<html>".getBytes();
      case REFUSES ->
          responses()
              .generateRejectedResponse(
                  new org.bouncycastle.tsp.TSPValidationException(
                      "not today", PKIFailureInfo.systemFailure))
              .getEncoded();
      case OTHER_NONCE ->
          stamp(again(request.getMessageImprintDigest(), request.getNonce().add(BigInteger.ONE)))
              .getEncoded();
      case OTHER_BYTES -> stamp(again(new byte[32], request.getNonce())).getEncoded();
      case CHANGED_SIGNATURE -> {
        byte[] changed = stamp(request).getEncoded();
        changed[changed.length - 1] ^= 1;
        yield changed;
      }
    };
  }

  private static TimeStampRequest again(byte[] digest, BigInteger nonce) {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    return generator.generate(TSPAlgorithms.SHA256, digest, nonce);
  }

  private TimeStampResponse stamp(TimeStampRequest request) throws Exception {
    return responses().generate(request, SERIALS.next(), new Date());
  }

  private TimeStampResponseGenerator responses() throws Exception {
    TimeStampTokenGenerator tokens =
        new TimeStampTokenGenerator(
            new JcaSimpleSignerInfoGeneratorBuilder()
                .build("SHA256withRSA", key.getPrivate(), certificate),
            new JcaDigestCalculatorProviderBuilder()
                .build()
                .get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(TSPAlgorithms.SHA256)),
            new ASN1ObjectIdentifier("1.2.3.4.1"));
    tokens.addCertificates(new JcaCertStore(List.of(certificate)));
    return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
