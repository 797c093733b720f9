package org.yusuan.cli.option;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the archive. */
public final class ToolVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = ToolVersion.class.getPackage().getImplementationVersion();
    return new String[] {"yusuan " + (version == null ? "(not packaged)" : version)};
  }
}
