package org.consentledger.api.bench;

import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the figures were measured on. */
final class Machine {

  private static final List<String> SETTINGS =
      List.of(
          "server_version",
          "fsync",
          "synchronous_commit",
          "full_page_writes",
          "wal_sync_method",
          "shared_buffers",
          "max_wal_size",
          "max_connections");

  private Machine() {}

  static Map<String, String> describe(BenchSettings settings, BenchedDatabase database, Load load)
      throws SQLException {
    Map<String, String> facts = new LinkedHashMap<>();
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    facts.put("cores", Integer.toString(system.getAvailableProcessors()));
    facts.put("memory", system.getTotalMemorySize() / 1_000_000 + " MB");
    facts.put(
        "busy with other things",
        "%.1f processes at the start".formatted(system.getSystemLoadAverage()));
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    facts.put("Java", Runtime.version().toString());
    facts.put("the ledger's heap", settings.heap());
    facts.put("load", load.name());
    facts.put(
        "rounds",
        "%d of %d s, %d clients"
            .formatted(settings.rounds(), settings.each().toSeconds(), settings.clients()));
    for (String setting : SETTINGS) {
      facts.put("PostgreSQL " + setting, database.text("show " + setting));
    }
    return facts;
  }
}
