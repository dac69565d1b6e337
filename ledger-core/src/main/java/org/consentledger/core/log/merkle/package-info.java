/**
 * The Merkle tree of RFC 6962 as C2SP's tlog-tiles lays it out: hashes, tiles, proofs. Bytes come
 * in and go out; what an entry means, and who signs a root, is not known here.
 */
@NullMarked
package org.consentledger.core.log.merkle;

import org.jspecify.annotations.NullMarked;
