package org.consentledger.core.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A condition on the methods that a class calls. */
final class Calls {

  private Calls() {}

  static ArchCondition<JavaClass> none(Class<?> owner, String method) {
    return new ArchCondition<>("not call " + owner.getSimpleName() + "." + method) {
      @Override
      public void check(JavaClass checked, ConditionEvents events) {
        for (JavaMethodCall call : checked.getMethodCallsFromSelf()) {
          if (call.getTargetOwner().isEquivalentTo(owner) && call.getName().equals(method)) {
            events.add(SimpleConditionEvent.violated(checked, call.getDescription()));
          }
        }
      }
    };
  }
}
