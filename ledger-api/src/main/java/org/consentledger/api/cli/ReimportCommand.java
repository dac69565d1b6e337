package org.consentledger.api.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.consentledger.api.LedgerApplication;
import org.consentledger.api.invitation.InvitationErasure;
import org.consentledger.api.mailing.LettersErasure;
import org.consentledger.core.eventstore.EventSerializer;
import org.consentledger.core.eventstore.RestoredEvents;
import org.consentledger.core.log.LogUnusable;
import org.consentledger.core.log.Reimport;
import org.consentledger.core.log.TransparencyLog;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.log.note.VerifierKey;
import org.consentledger.core.log.verify.Anchors;
import org.consentledger.core.log.verify.ArchiveVerifier;
import org.consentledger.core.log.verify.Verification;
import org.consentledger.core.personaldata.Erasure;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.projections.breaches.BreachProjection;
import org.consentledger.projections.current.CurrentProjection;
import org.consentledger.projections.current.ReadSubjects;
import org.consentledger.projections.mailing.MailingProjection;
import org.consentledger.projections.requests.RequestProjection;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Puts back what a restored database lacks. */
@Command(
    name = "reimport",
    description =
        "Puts back the events that a restored database lacks, out of an export of the whole"
            + " history. The ledger must not run meanwhile; settings are those of the serving"
            + " program, such as --ledger.data-directory.",
    mixinStandardHelpOptions = true)
final class ReimportCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "ARCHIVE", description = "An export of the whole history.")
  private Path archive = Path.of("");

  @Unmatched private List<String> settings = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    if (spec == null) {
      throw new IllegalStateException("The command line fills in the command.");
    }
    PrintWriter told = spec.commandLine().getErr();
    List<String> arguments = new ArrayList<>(settings);
    // It answers to nobody meanwhile, and does nothing by itself.
    arguments.addAll(
        List.of(
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--ledger.announce=false",
            "--ledger.jobs=false"));
    try (ConfigurableApplicationContext ledger =
            SpringApplication.run(LedgerApplication.class, arguments.toArray(String[]::new));
        UnpackedExport export = UnpackedExport.open(archive)) {
      requireSound(ledger.getBean(TransparencyLog.class).keys(), told);
      long size = Checkpoint.parse(export.checkpoint().text()).size();
      long events;
      try (ProgressLine progress = ProgressLine.of("Putting back", told, " events", 1)) {
        events = reimport(ledger).putBack(export, done -> progress.advanced(done, size));
      }
      told.println(events + " events were put back. Start the ledger again.");
      told.flush();
      return 0;
    } catch (LogUnusable unusable) {
      throw new CommandFailed(String.valueOf(unusable.getMessage()));
    }
  }

  private void requireSound(List<VerifierKey> keys, PrintWriter told) {
    Optional<VerifierKey> known = keys.stream().findFirst();
    Verification verification =
        new ArchiveVerifier(new Anchors(known, List.of(), List.of()), (done, total) -> {})
            .verify(archive);
    verification.findings().forEach(told::println);
    if (!verification.isSound()) {
      throw new CommandFailed("The export is not sound, or of another log; nothing was changed.");
    }
  }

  private static Reimport reimport(ConfigurableApplicationContext ledger) {
    RestoredEvents events =
        new RestoredEvents(
            ledger.getBean(DataSource.class),
            ledger.getBean(EventSerializer.class),
            List.of(
                new CurrentProjection(new ReadSubjects()),
                new RequestProjection(),
                new BreachProjection(),
                new MailingProjection(),
                new Erasure(ledger.getBean(Vault.class)),
                new LettersErasure(),
                new InvitationErasure()));
    return new Reimport(
        ledger.getBean(JdbcClient.class),
        new TransactionTemplate(ledger.getBean(PlatformTransactionManager.class)),
        events,
        ledger.getBean(Clock.class));
  }
}
