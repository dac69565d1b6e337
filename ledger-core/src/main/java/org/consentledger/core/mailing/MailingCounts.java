package org.consentledger.core.mailing;

/**
 * What became of a mailing's letters.
 *
 * @param audience the people to whom it went, or would have gone
 * @param sent letters that the mail server took and, as far as is known, were delivered
 * @param denied people of whom the decision said no when their turn came
 * @param bounced letters that a mail server refused for good, at once or by a later report
 * @param failed letters that could not be made, or that no mail server took in time
 * @param suspended people whose address refused too many letters before
 * @param unknown letters of which nobody knows whether they left; they are not sent again
 */
public record MailingCounts(
    long audience,
    long sent,
    long denied,
    long bounced,
    long failed,
    long suspended,
    long unknown) {}
