package org.consentledger.api.letter;

/**
 * What a letter says.
 *
 * @param plain the text for readers without HTML; it says the same
 */
public record LetterText(String subject, String plain, String html) {}
