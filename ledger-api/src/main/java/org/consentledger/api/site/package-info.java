/**
 * Pages for everybody: the policy, the form of consent, a person's own page after a mailed link,
 * complaints. One package a feature, its templates and words beside it. Here is what they share.
 */
@NullMarked
package org.consentledger.api.site;

import org.jspecify.annotations.NullMarked;
