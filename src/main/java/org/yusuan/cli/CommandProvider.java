package org.yusuan.cli;

import java.util.List;

/**
 * Adds commands to {@code yusuan} from a part of the program that the command line does not know. A
 * provider is named in {@code META-INF/services} and has a public constructor without parameters,
 * as {@link java.util.ServiceLoader} asks.
 */
public interface CommandProvider {

  /** The classes of the commands, each annotated as picocli asks, in the order of the help text. */
  List<Class<?>> commands();
}
