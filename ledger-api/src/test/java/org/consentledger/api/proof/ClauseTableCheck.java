package org.consentledger.api.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares README with what the tests of this build have proved. The build runs it after all other
 * tests, and only where all of them ran; with {@code -Dclauses.write} it writes the table instead.
 */
class ClauseTableCheck {

  private static final Path README = Path.of("..", "README.md");
  private static final String BEGINNING = "<!-- clauses: written by the build -->\n";
  private static final String END = "<!-- end of clauses -->\n";

  @Test
  void the_table_of_clauses_in_README_is_what_tests_prove() throws IOException {
    ClauseTable table = new ClauseTable(clauses(), proofs());
    assertThat(table.complaints())
        .as("what README cannot say of clauses; see clauses.json and @Proves")
        .isEmpty();

    String readme = Files.readString(README);
    assertThat(readme).contains(BEGINNING, END);
    String written =
        readme.substring(0, readme.indexOf(BEGINNING) + BEGINNING.length())
            + table.toMarkdown()
            + readme.substring(readme.indexOf(END));
    if (System.getProperty("clauses.write") != null) {
      Files.writeString(README, written);
    } else {
      assertThat(readme)
          .as("README's table of clauses is not what the tests prove: mvn verify -Dclauses.write")
          .isEqualTo(written);
    }
  }

  private static List<Clause> clauses() throws IOException {
    try (InputStream document = ClauseTableCheck.class.getResourceAsStream("/clauses.json")) {
      return Clause.parse(new String(document.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static List<Proof> proofs() throws IOException {
    List<Proof> proofs = new ArrayList<>();
    if (!Files.isDirectory(Proof.FOLDER)) {
      return proofs; // no test proved anything
    }
    try (Stream<Path> files = Files.list(Proof.FOLDER)) {
      for (Path file : files.toList()) {
        Files.readAllLines(file).forEach(line -> proofs.add(Proof.parse(line)));
      }
    }
    return proofs;
  }
}
