package org.consentledger.api.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Writes down how each test ended that is marked {@link Proves}, and what it called. Each class has
 * a file of its own, so that tests may run in several programs at once.
 */
public final class ProofRecorder implements BeforeTestExecutionCallback, AfterEachCallback {

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    operations(context).forget();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Proves proves = context.getRequiredTestMethod().getAnnotation(Proves.class);
    if (proves != null) {
      append(
          context.getRequiredTestClass().getName(),
          new Proof(
              List.of(proves.value()),
              context.getRequiredTestClass().getSimpleName(),
              context.getRequiredTestMethod().getName(),
              context.getExecutionException().isEmpty(),
              operations(context).sinceForgotten()));
    }
  }

  private static OperationsCalled operations(ExtensionContext context) {
    return SpringExtension.getApplicationContext(context).getBean(OperationsCalled.class);
  }

  private static void append(String testClass, Proof proof) {
    try {
      Files.createDirectories(Proof.FOLDER);
      Path file = Proof.FOLDER.resolve(testClass + ".ndjson");
      Files.writeString(file, proof.toLine(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
