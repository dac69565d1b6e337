/** What is told of requests to metrics and traces: templates of paths, never the paths. */
@NullMarked
package org.consentledger.api.observability;

import org.jspecify.annotations.NullMarked;
