package org.consentledger.api.personaldata;

import java.util.concurrent.TimeUnit;
import org.consentledger.core.eventstore.LedgerHalted;
import org.consentledger.core.eventstore.LedgerUnavailable;
import org.consentledger.core.personaldata.EpochKeys;
import org.consentledger.core.personaldata.RootKeyReplacement;
import org.consentledger.core.personaldata.VaultUnusable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps what this node remembers of the keys true: it forgets those that were destroyed on another
 * node, and puts its root key in the place of the one before.
 */
@Component
@ConditionalOnProperty(name = "ledger.jobs", matchIfMissing = true)
final class KeyUpkeep {

  private static final Logger LOG = LoggerFactory.getLogger(KeyUpkeep.class);

  private final EpochKeys epochKeys;
  private final RootKeyReplacement rootKeys;
  private boolean told;

  KeyUpkeep(EpochKeys epochKeys, RootKeyReplacement rootKeys) {
    this.epochKeys = epochKeys;
    this.rootKeys = rootKeys;
  }

  /** Looks after them. Until it succeeds the node goes on with what it remembers. */
  @Scheduled(initialDelay = 0, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
  void run() {
    try {
      epochKeys.refresh();
      if (rootKeys.run()) {
        LOG.warn(
            "The root key was replaced. When all nodes were started with the new one, destroy all"
                + " copies of the previous one, and take it out of the configuration.");
      }
      told = false;
    } catch (DataAccessException | LedgerUnavailable | LedgerHalted notNow) {
      LOG.debug("The keys are looked after when the database is there again.");
    } catch (VaultUnusable replaced) {
      if (!told) {
        LOG.error(
            "This node runs with a root key that was replaced. Start it again with the new one.");
      }
      told = true;
    }
  }
}
