/**
 * Breaches of the security of personal data over HTTP (law 25(2)(8)), and the job that keeps their
 * terms.
 */
@NullMarked
package org.consentledger.api.breach;

import org.jspecify.annotations.NullMarked;
