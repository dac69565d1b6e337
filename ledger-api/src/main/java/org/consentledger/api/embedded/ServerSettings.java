package org.consentledger.api.embedded;

import java.util.Map;

/** How the embedded server runs. */
final class ServerSettings {
  /**
   * The library is made for tests and turns these off, so that a crash of the machine loses what
   * was answered with 2xx. {@link DatabaseSetup} proves that they are on.
   */
  static final Map<String, String> DURABLE =
      Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

  static final Map<String, String> ALL =
      Map.ofEntries(
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("listen_addresses", "localhost"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("max_connections", "100"),
          // A week of logs, then the oldest is overwritten.
          Map.entry("logging_collector", "on"),
          Map.entry("log_filename", "postgresql-%a.log"),
          Map.entry("log_truncate_on_rotation", "on"),
          Map.entry("log_rotation_age", "1d"),
          Map.entry("log_rotation_size", "0"),
          // No statement, no parameter and no row of data in them.
          Map.entry("log_min_error_statement", "panic"),
          Map.entry("log_error_verbosity", "terse"),
          Map.entry("log_parameter_max_length", "0"),
          Map.entry("log_parameter_max_length_on_error", "0"));

  private ServerSettings() {}
}
