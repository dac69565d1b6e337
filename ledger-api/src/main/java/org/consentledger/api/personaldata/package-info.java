/**
 * Personal data over HTTP: how it comes in with commands, and how it is read, which is recorded.
 */
@NullMarked
package org.consentledger.api.personaldata;

import org.jspecify.annotations.NullMarked;
