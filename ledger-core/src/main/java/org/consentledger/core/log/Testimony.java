package org.consentledger.core.log;

/**
 * What a place outside says about the log without showing a checkpoint of it, as a witness does.
 *
 * @param place what it vouched for, as the end of "the checkpoint …"
 * @param size how many leaves that has
 * @param differs whether it is over other leaves than the first so many of this database
 */
public record Testimony(String place, long size, boolean differs) {}
