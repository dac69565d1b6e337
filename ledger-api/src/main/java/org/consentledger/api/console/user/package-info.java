/** Pages for administrators: who may sign in, and what they may do. */
@NullMarked
package org.consentledger.api.console.user;

import org.jspecify.annotations.NullMarked;
