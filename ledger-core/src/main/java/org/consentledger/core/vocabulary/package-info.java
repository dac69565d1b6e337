/**
 * The field's words as types: the closed lists of the law and the policy, and the codes that name
 * purposes, categories and policy versions. Nothing here decides anything; every other package may
 * use it, and it uses none of them.
 */
@NullMarked
package org.consentledger.core.vocabulary;

import org.jspecify.annotations.NullMarked;
