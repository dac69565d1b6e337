package org.consentledger.api.letter;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads what was chosen about letters. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutgoingMailProperties.class)
class LetterConfiguration {}
