/**
 * What the ledger hands out to people has in common: words in three languages, a page, paper, the
 * form that is signed, and the signature. What a document says stands in its own feature.
 */
@NullMarked
package org.consentledger.api.document;

import org.jspecify.annotations.NullMarked;
