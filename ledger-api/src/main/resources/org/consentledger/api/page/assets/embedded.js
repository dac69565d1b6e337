"use strict";

// Within a page of the operator's own site: tells it, and nobody else, how high this page is.
const site = document.body.dataset.embeddedBy;
if (site && parent !== window) {
  new ResizeObserver(() => {
    parent.postMessage({ consentFormHeight: Math.ceil(document.body.getBoundingClientRect().height) }, site);
  }).observe(document.body);
}
