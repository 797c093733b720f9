package org.yusuan.scan.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCacheTest {

  @TempDir private Path folder;

  @Test
  void aDamagedLibraryIsUnpackedAnew() throws IOException {
    Path resources = Files.createDirectories(folder.resolve("resources"));
    Files.writeString(resources.resolve("engine.so"), "library");
    Path cached = folder.resolve("cache").resolve("natives").resolve("v1").resolve("engine.so");
    try (URLClassLoader loader = new URLClassLoader(new URL[] {resources.toUri().toURL()}, null)) {
      ModelCache cache = new ModelCache(folder.resolve("cache"), loader);
      cache.natives("v1", Map.of("engine.so", "engine.so"));
      assertEquals("library", Files.readString(cached));
      Files.writeString(cached, "libXary"); // as long as before
      cache.natives("v1", Map.of("engine.so", "engine.so"));
      assertEquals("library", Files.readString(cached));
    }
  }
}
