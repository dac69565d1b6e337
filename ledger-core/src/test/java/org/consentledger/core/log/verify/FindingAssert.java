package org.consentledger.core.log.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consentledger.core.log.verify.Finding.Code;

/** Reads findings aloud. */
record FindingAssert(List<Finding> findings) {

  static FindingAssert assertFound(List<Finding> findings) {
    return new FindingAssert(findings);
  }

  /** There is a finding of that kind, which names the place. */
  FindingAssert contains(Code code, String place) {
    assertThat(findings).anyMatch(it -> it.code() == code && it.message().contains(place));
    return this;
  }

  /** There is one finding and no more. */
  void only(Code code, String place) {
    assertThat(findings).hasSize(1);
    contains(code, place);
  }
}
