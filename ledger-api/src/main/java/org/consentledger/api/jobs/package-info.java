/**
 * What the ledger does by itself, now and then: each job runs on one node at a time, and is run
 * again where it failed. What a job does stands with its feature.
 */
@NullMarked
package org.consentledger.api.jobs;

import org.jspecify.annotations.NullMarked;
