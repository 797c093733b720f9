package org.yusuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The shell script that starts the program, with a Java that prints its locale. */
@EnabledOnOs(OS.LINUX)
class LauncherTest {

  @TempDir private Path folder;

  private String locale(Map<String, String> environment) throws Exception {
    Path launcher = folder.resolve("yusuan");
    Files.copy(Path.of("yusuan"), launcher);
    Path scripts = Files.createDirectories(folder.resolve("src/main/launcher"));
    for (String script : List.of("start.sh", "class-archive.sh")) {
      Files.copy(Path.of("src/main/launcher", script), scripts.resolve(script));
    }
    Path jar = Files.createDirectories(folder.resolve("target")).resolve("yusuan.jar");
    Files.writeString(jar, "");
    // Newer than all sources: nothing is built.
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
    Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho \"${LC_ALL-unset} $LANG $LC_CTYPE\"\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    ProcessBuilder builder =
        new ProcessBuilder("sh", launcher.toString()).redirectErrorStream(true);
    String path = java.getParent() + ":" + System.getenv("PATH");
    builder.environment().keySet().removeIf(n -> n.startsWith("LC_") || n.startsWith("LANG"));
    builder.environment().put("PATH", path);
    builder.environment().remove("JAVA_HOME");
    builder.environment().putAll(environment);
    Process process = builder.start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, process.waitFor(), printed);
    return printed;
  }

  @Test
  void theLocaleOfCronBecomesOneThatHoldsChinese() throws Exception {
    assertEquals("unset C C.UTF-8", locale(Map.of("LC_ALL", "C")));
  }

  @Test
  void theLanguageStays() throws Exception {
    assertEquals("unset zh_CN C.UTF-8", locale(Map.of("LANG", "zh_CN")));
  }

  @Test
  void aLocaleInUtf8IsLeftAlone() throws Exception {
    assertEquals("C.UTF-8", locale(Map.of("LC_ALL", "C.UTF-8")).strip());
  }
}
