/**
 * The frame of all pages: layout, words, languages, dates, the files that pages load, headers, what
 * is shown when something fails. Pages themselves live with their features in {@code api.console}
 * and {@code api.site}; nothing here knows any of them.
 */
@NullMarked
package org.consentledger.api.page;

import org.jspecify.annotations.NullMarked;
