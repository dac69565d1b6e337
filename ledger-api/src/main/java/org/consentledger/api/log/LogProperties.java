package org.consentledger.api.log;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be chosen about the log.
 *
 * @param origin the name of a new log, such as the address at which it is published, without a
 *     scheme; a log that has begun keeps its name. A random one where none is given
 * @param keyFile where the key that signs is kept
 * @param checkpointEvery how much time there is between two checkpoints at least
 */
@ConfigurationProperties("ledger.log")
record LogProperties(
    @Nullable String origin, String keyFile, @DefaultValue("1s") Duration checkpointEvery) {}
