package org.consentledger.api.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be chosen about the embedded database.
 *
 * @param dataDirectory the folder of everything that the program keeps. Text, as Spring would look
 *     for a relative {@link Path} on the class path first
 * @param embedded the server itself
 */
@ConfigurationProperties("ledger")
record EmbeddedDatabaseProperties(
    @DefaultValue("./data") String dataDirectory, @DefaultValue Embedded embedded) {

  /**
   * @param port the loopback port; 0 takes any that is free
   * @param programs where PostgreSQL's programs are unpacked; below the data folder if not named,
   *     because a cleaner of temporary folders would take them from under a running server
   */
  record Embedded(@DefaultValue("0") int port, @Nullable String programs) {}

  Path folder() {
    return Path.of(dataDirectory).toAbsolutePath().normalize();
  }

  Path programsFolder() {
    String programs = embedded.programs();
    return programs == null || programs.isBlank()
        ? folder().resolve("postgres-programs")
        : Path.of(programs).toAbsolutePath().normalize();
  }
}
