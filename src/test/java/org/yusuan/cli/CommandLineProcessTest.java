package org.yusuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own: what it logs is decided once for a process. */
class CommandLineProcessTest {

  private static final String DOCUMENT = "testdata/zhuzhou-wangxinban-2020.pdf";

  @TempDir private Path folder;

  /** What a process printed to its error stream; it must have ended well. */
  private String errors(String... arguments) throws Exception {
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-cp",
                classPath,
                Main.class.getName()));
    command.addAll(List.of(arguments));
    Path errors = folder.resolve("errors.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(errors.toFile())
            .start();
    assertEquals(0, process.waitFor(), () -> String.join(" ", command));
    return Files.readString(errors, StandardCharsets.UTF_8);
  }

  @Test
  void nothingIsLoggedUnlessAskedFor() throws Exception {
    assertEquals("", errors("extract", DOCUMENT, "--pages", "7", "-o", folder.toString()));
  }

  @Test
  void decisionsAreLoggedWhenAskedForTwice() throws Exception {
    String log = errors("extract", "-v", "-v", DOCUMENT, "--pages", "7", "-o", folder.toString());
    assertTrue(log.contains("[DEBUG] TableMapper - t1: page 7"), log);
  }
}
