package org.consentledger.core.operator;

import java.util.UUID;

/** What may be asked of the operator's profile. */
public sealed interface OperatorCommand {

  /** Describes the operator; the profile was put into the vault beforehand. */
  record DescribeOperator(String profileHash, UUID profileReference) implements OperatorCommand {}
}
