/**
 * README's table of the policy's clauses, which is written from tests that passed. A test that is
 * marked {@link org.consentledger.api.proof.Proves} is recorded with what it called; after all
 * tests the table is compared with the records.
 */
package org.consentledger.api.proof;
