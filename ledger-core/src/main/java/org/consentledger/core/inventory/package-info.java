/**
 * What the operator has and keeps in order: information systems (clause 2.4), categories of
 * personal data (clause 2.8), measures (clause 8.1), undertakings of confidentiality (section 11).
 * One register for all four: an item has a period, marks, and words that the vault keeps.
 */
@NullMarked
package org.consentledger.core.inventory;

import org.jspecify.annotations.NullMarked;
