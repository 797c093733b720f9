package org.yusuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.yusuan.store.Store;

/** The program as a process of its own: what it logs is decided once for a process. */
@DisabledOnOs(OS.WINDOWS)
class CommandLineProcessTest {

  private static final String DOCUMENT = "testdata/zhuzhou-wangxinban-2020.pdf";
  private static final String SCAN = "testdata/zhuzhou-wangxinban-2020.office.pdf";

  @TempDir private Path folder;

  /** More options of the virtual machine. */
  private final List<String> java = new ArrayList<>();

  /** What a process printed to its error stream; it must have ended well. */
  private String errors(String... arguments) throws Exception {
    run("C.UTF-8", 0, arguments);
    return Files.readString(folder.resolve("errors.txt"), StandardCharsets.UTF_8);
  }

  private void run(String locale, int exit, String... arguments) throws Exception {
    run(Path.of("/dev/null"), locale, exit, arguments);
  }

  private void run(Path input, String locale, int exit, String... arguments) throws Exception {
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath));
    command.addAll(java);
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(input.toFile())
            .redirectOutput(folder.resolve("output.txt").toFile())
            .redirectError(folder.resolve("errors.txt").toFile());
    builder.environment().put("LC_ALL", locale);
    assertEquals(exit, builder.start().waitFor(), () -> String.join(" ", command));
  }

  @Test
  void chineseIsPrintedWhateverTheLocale() throws Exception {
    run("C", 0, "extract", DOCUMENT, "--pages", "7", "-o", folder.toString());
    String printed = Files.readString(folder.resolve("output.txt"), StandardCharsets.UTF_8);
    assertTrue(printed.contains("部门收入总表"), printed);
  }

  @Test
  void aDocumentMayComeInAndGoOutThroughPipes() throws Exception {
    run(Path.of(DOCUMENT), "C.UTF-8", 0, "extract", "-", "--pages", "7", "-o", "-");
    JsonNode json = new ObjectMapper().readTree(folder.resolve("output.txt").toFile());
    assertEquals("stdin.pdf", json.at("/source/file").asText());
    assertEquals("income", json.at("/tables/0/kind").asText());
  }

  /** The one line that a process prints which fails. */
  private String failure(String... arguments) throws Exception {
    run("C.UTF-8", 1, arguments);
    // Newer Java warns by itself that the folder for temporary files is missing.
    List<String> lines =
        Files.readAllLines(folder.resolve("errors.txt")).stream()
            .filter(line -> !line.startsWith("WARNING: java.io.tmpdir"))
            .toList();
    assertEquals(1, lines.size(), lines.toString());
    return lines.get(0);
  }

  @Test
  void tooLittleMemoryIsSaidInOneLine() throws Exception {
    java.addAll(List.of("-Xmx20m", "-XX:+UseSerialGC"));
    String line = failure("extract", "--lang", "en", DOCUMENT, "-o", folder.toString());
    assertTrue(line.contains("memory"), line);
  }

  @Test
  void aFolderForTemporaryFilesThatCannotBeUsedIsSaidInOneLine() throws Exception {
    Path database = folder.resolve("facts.db");
    Store.open(database).close();
    java.add("-Djava.io.tmpdir=" + folder.resolve("none"));
    String line = failure("query", "--lang", "en", "--db", database.toString(), "SELECT 1");
    assertTrue(line.contains("none?"), line);
  }

  @Test
  void aScanLeavesNoTemporaryFilesBehind() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    java.add("-Djava.io.tmpdir=" + temporary);
    run("C.UTF-8", 0, "extract", SCAN, "--pages", "7", "-o", folder.toString());
    try (Stream<Path> left = Files.list(temporary)) {
      assertEquals(List.of(), left.toList());
    }
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
