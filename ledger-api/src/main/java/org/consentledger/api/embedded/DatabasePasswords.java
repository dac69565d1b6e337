package org.consentledger.api.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import org.consentledger.core.files.OwnerOnly;

/**
 * The passwords of the three roles of the embedded database: random, kept beside it in a file that
 * only its owner can read. Letters, digits, hyphen and underscore only, so they need no quoting.
 *
 * @param superuser of {@code postgres}, which only sets up and checks the server
 * @param owner of {@code ledger_owner}, which migrates
 * @param program of {@code ledger_program}, which serves
 */
record DatabasePasswords(String superuser, String owner, String program) {

  static DatabasePasswords create() {
    return new DatabasePasswords(random(), random(), random());
  }

  static DatabasePasswords read(Path file) throws IOException {
    Properties entries = new Properties();
    entries.load(new StringReader(Files.readString(file)));
    return new DatabasePasswords(
        entry(entries, "postgres", file),
        entry(entries, "ledger_owner", file),
        entry(entries, "ledger_program", file));
  }

  void write(Path file) throws IOException {
    OwnerOnly.write(
        file,
        """
        # Passwords of the embedded PostgreSQL. If this file is lost, new ones are made at the next start.
        postgres=%s
        ledger_owner=%s
        ledger_program=%s
        """
            .formatted(superuser, owner, program));
  }

  @Override
  public String toString() {
    return "DatabasePasswords";
  }

  private static String entry(Properties entries, String role, Path file) {
    String password = entries.getProperty(role, "");
    if (!password.matches("[A-Za-z0-9_-]{20,}")) {
      throw new EmbeddedDatabaseFailure(
          "The file " + file + " holds no password for " + role + ".",
          "Delete the file: new passwords are made at the next start.");
    }
    return password;
  }

  private static String random() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
