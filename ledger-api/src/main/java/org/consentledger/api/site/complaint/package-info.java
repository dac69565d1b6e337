/** Where and how one complains (clause 4.1), and a form for questions and complaints. */
@NullMarked
package org.consentledger.api.site.complaint;

import org.jspecify.annotations.NullMarked;
