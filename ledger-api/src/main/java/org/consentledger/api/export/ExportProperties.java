package org.consentledger.api.export;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be chosen about exports.
 *
 * @param directory where the files lie; nodes that share a database share it, too
 * @param retention how long a file can be fetched
 * @param silence a node that has not told of its work for so long is taken to be gone; another, or
 *     the same after a restart, makes the export anew; longer than a node that lives may be slow,
 *     or two make one export in turns
 */
@ConfigurationProperties("ledger.exports")
record ExportProperties(
    Path directory,
    @DefaultValue("P7D") Duration retention,
    @DefaultValue("PT30S") Duration silence) {}
