/**
 * The PostgreSQL that comes with the program, for those who name no other. It hands out connection
 * details and nothing else: no class outside knows whether the database is this one.
 */
@NullMarked
package org.consentledger.api.embedded;

import org.jspecify.annotations.NullMarked;
