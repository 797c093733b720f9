package org.yusuan.scan.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CacheDirectoryTest {

  private static final String USER = System.getProperty("user.name");

  @TempDir private Path folder;

  @Test
  void theUsersCacheComesFirst() {
    Path caches = folder.resolve("home").resolve(".cache");
    assertEquals(caches.resolve("yusuan"), CacheDirectory.of(caches, folder, USER));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aUserWithoutAHomeHasOneFolderOfTheirOwnAmongTemporaryFiles() throws IOException {
    Path caches = Files.writeString(folder.resolve("file"), "no folder").resolve(".cache");
    Path chosen = CacheDirectory.of(caches, folder, USER);
    assertEquals(folder.resolve("yusuan-" + USER), chosen);
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(chosen)));
    assertEquals(chosen, CacheDirectory.of(caches, folder, USER));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFolderThatOthersCanFillIsNotUsed() throws IOException {
    Path caches = Files.writeString(folder.resolve("file"), "no folder").resolve(".cache");
    Path open = Files.createDirectory(folder.resolve("yusuan-" + USER));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path chosen = CacheDirectory.of(caches, folder, USER);
    assertNotEquals(open, chosen);
    assertTrue(chosen.startsWith(folder));
  }
}
