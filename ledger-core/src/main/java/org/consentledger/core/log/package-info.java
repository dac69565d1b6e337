/**
 * The tamper-evident log over the history: seals each event as a leaf of a Merkle tree, keeps the
 * tree in tiles, signs its size and root, and proves what is in it. The formats are those of C2SP
 * and live in the packages below, which need the JDK alone; here is what stores and signs.
 */
@NullMarked
package org.consentledger.core.log;

import org.jspecify.annotations.NullMarked;
