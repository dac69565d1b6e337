/**
 * Who may call what. The ledger issues access tokens to services that it knows and checks them
 * itself, so that it depends on no other server; each path asks for one scope.
 */
@NullMarked
package org.consentledger.api.security;

import org.jspecify.annotations.NullMarked;
