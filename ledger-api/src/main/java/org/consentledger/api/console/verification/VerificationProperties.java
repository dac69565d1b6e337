package org.consentledger.api.console.verification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be chosen about verifying on the server.
 *
 * @param uploadLimit how large a file may be
 * @param unpackedLimit how large what is packed in an archive may be, all together
 */
@ConfigurationProperties("ledger.verification")
public record VerificationProperties(
    @DefaultValue("64MB") DataSize uploadLimit, @DefaultValue("1GB") DataSize unpackedLimit) {}
