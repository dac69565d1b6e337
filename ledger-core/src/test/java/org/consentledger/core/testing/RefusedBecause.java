package org.consentledger.core.testing;

import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeMatcher;

/** Matches a refusal with exactly this reason. */
public final class RefusedBecause extends TypeSafeMatcher<Object> {

  private final Refusal refusal;

  private RefusedBecause(Refusal refusal) {
    super(Object.class);
    this.refusal = refusal;
  }

  public static Matcher<Object> refusedBecause(Refusal refusal) {
    return new RefusedBecause(refusal);
  }

  @Override
  protected boolean matchesSafely(Object thrown) {
    return thrown instanceof Refused refused && refused.refusal().equals(refusal);
  }

  @Override
  public void describeTo(Description description) {
    description.appendText("refused because of ").appendValue(refusal);
  }
}
