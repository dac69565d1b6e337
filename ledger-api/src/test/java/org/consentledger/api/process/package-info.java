/** The whole program as a process of its own: how it starts, dies and comes back. */
@NullMarked
package org.consentledger.api.process;

import org.jspecify.annotations.NullMarked;
