package org.consentledger.core.subject;

/**
 * What is true of a subject now.
 *
 * @param version the version of the subject; rises with each of its events
 * @param position the position of the subject's last event
 */
public record CurrentSubject(SubjectState state, long version, long position) {}
