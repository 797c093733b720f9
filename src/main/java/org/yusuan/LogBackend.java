package org.yusuan;

import java.util.ServiceLoader;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * The library logs through SLF4J and forces no backend on programs that use it. Where there is
 * none, SLF4J prints a warning of several lines; here it need not, since a program without a
 * backend wants no log.
 */
final class LogBackend {

  /** SLF4J's own setting of what it prints of itself. */
  private static final String VERBOSITY = "slf4j.internal.verbosity";

  private LogBackend() {}

  /** Keeps SLF4J silent about a missing backend, unless the program set what it wants to hear. */
  static void mayBeMissing() {
    boolean missing =
        ServiceLoader.load(SLF4JServiceProvider.class, LogBackend.class.getClassLoader())
            .findFirst()
            .isEmpty();
    if (missing && System.getProperty(VERBOSITY) == null) {
      System.setProperty(VERBOSITY, "ERROR");
    }
  }
}
