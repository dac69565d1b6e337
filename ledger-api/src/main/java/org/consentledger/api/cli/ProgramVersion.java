package org.consentledger.api.cli;

import picocli.CommandLine.IVersionProvider;

/** Which ledger this is, as its jar says. */
final class ProgramVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return new String[] {"ledger " + (version == null ? "(not packaged)" : version)};
  }
}
