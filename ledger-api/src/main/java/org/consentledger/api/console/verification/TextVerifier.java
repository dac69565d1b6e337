package org.consentledger.api.console.verification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consentledger.api.document.CanonicalJson;
import org.consentledger.core.log.TransparencyLog;
import org.consentledger.core.log.merkle.CanonicalBase64;
import org.consentledger.core.log.merkle.Hash;
import org.consentledger.core.log.merkle.Hasher;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.log.note.LogProof;
import org.consentledger.core.log.note.NotVerified;
import org.consentledger.core.log.note.SignedNote;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Verifies what is a text: proofs, signed notes, and documents with a proof in them. */
@Component
final class TextVerifier {

  private static final String PROOF = "c2sp.org/tlog-proof@v1\n";
  private static final int HASH_LINE = 3;

  private final TransparencyLog log;
  private final JsonMapper json;

  TextVerifier(TransparencyLog log, JsonMapper json) {
    this.log = log;
    this.json = json;
  }

  Verdict unknown() {
    return Verdict.wrong(
        Verdict.Kind.UNKNOWN, List.of(), Map.of(), "This is no archive, proof, receipt or note.");
  }

  Verdict verify(String text) {
    if (text.startsWith(PROOF)) {
      return proof(text);
    }
    if (text.stripLeading().startsWith("{")) {
      return document(text);
    }
    try {
      return note(SignedNote.parse(text));
    } catch (IllegalArgumentException none) {
      return unknown();
    }
  }

  private Verdict proof(String text) {
    List<String> checked = List.of("inclusion", "signatures");
    Map<String, Object> facts = new LinkedHashMap<>();
    try {
      LogProof proof = LogProof.parse(text);
      byte[] leaf = CanonicalBase64.decode(proof.extra().orElse(""));
      facts.put("index", proof.index());
      facts.put("entry", new String(leaf, StandardCharsets.UTF_8));
      Checkpoint signed = proof.verify(hash(leaf), log.keys());
      facts.put("origin", signed.origin());
      facts.put("leaves", signed.size());
      facts.put("root", signed.root().base64());
      return Verdict.sound(Verdict.Kind.PROOF, checked, facts);
    } catch (NotVerified | IllegalArgumentException wrong) {
      return Verdict.wrong(Verdict.Kind.PROOF, checked, facts, String.valueOf(wrong.getMessage()));
    }
  }

  private static Hash hash(byte[] leaf) {
    return new Hasher().leaf(leaf);
  }

  private Verdict note(SignedNote note) {
    List<String> checked = List.of("signatures");
    Map<String, Object> facts = Map.of("note", note.text());
    try {
      note.open(log.keys());
      return Verdict.sound(Verdict.Kind.NOTE, checked, facts);
    } catch (NotVerified wrong) {
      return Verdict.wrong(Verdict.Kind.NOTE, checked, facts, String.valueOf(wrong.getMessage()));
    }
  }

  /** The signature is over the document without its proof, in the one form that is signed. */
  private Verdict document(String text) {
    List<String> checked = List.of("signatures", "document");
    Map<String, Object> facts = new LinkedHashMap<>();
    try {
      JsonNode read = json.readTree(text);
      if (!(read instanceof ObjectNode document)
          || !document.path("proof").path("signature").isString()) {
        return unknown();
      }
      JsonNode proof = document.remove("proof");
      SignedNote note = SignedNote.parse(proof.path("signature").asString());
      facts.put("note", note.text());
      note.open(log.keys());
      String[] lines = note.text().split("\n", -1);
      if (lines.length <= HASH_LINE || !lines[HASH_LINE].equals(sha256(document))) {
        throw new NotVerified("The document is not the one that was signed.");
      }
      return Verdict.sound(Verdict.Kind.DOCUMENT, checked, facts);
    } catch (JacksonException noJson) {
      return unknown();
    } catch (NotVerified | IllegalArgumentException wrong) {
      return Verdict.wrong(
          Verdict.Kind.DOCUMENT, checked, facts, String.valueOf(wrong.getMessage()));
    }
  }

  private static String sha256(ObjectNode document) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(CanonicalJson.bytes(document)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every JDK has it
    }
  }
}
