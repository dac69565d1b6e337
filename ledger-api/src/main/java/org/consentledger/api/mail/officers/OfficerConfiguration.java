package org.consentledger.api.mail.officers;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads who is told by mail. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OfficerProperties.class)
class OfficerConfiguration {}
