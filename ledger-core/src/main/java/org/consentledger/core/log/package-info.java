/**
 * The tamper-evident log: what its tree, its notes and its leaves look like, and who checks them.
 * The formats are those of C2SP and RFC 6962, on the JDK alone, so that an auditor has little to
 * read and programs that nobody here wrote can check it.
 */
@NullMarked
package org.consentledger.core.log;

import org.jspecify.annotations.NullMarked;
