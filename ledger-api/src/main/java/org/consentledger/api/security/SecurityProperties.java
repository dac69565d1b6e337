package org.consentledger.api.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be chosen about access tokens.
 *
 * @param issuer stands in every token and is compared when one comes back. It need not resolve, and
 *     is not the address of the program, which has several
 * @param tokenLifetime how long a token is good for
 */
@ConfigurationProperties("ledger.security")
record SecurityProperties(
    @DefaultValue("https://consent-ledger.internal") String issuer,
    @DefaultValue("1h") Duration tokenLifetime) {}
