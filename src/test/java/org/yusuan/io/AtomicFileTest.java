package org.yusuan.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir private Path folder;

  @Test
  void aFileThatCannotBeWrittenWholeStaysAsItWasAndIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("facts.csv"), "earlier");
    IOException failed =
        assertThrows(
            IOException.class,
            () ->
                AtomicFile.write(
                    file,
                    unfinished -> {
                      Files.writeString(unfinished, "half");
                      throw new IOException(unfinished + ": No space left on device");
                    }));
    assertEquals("cannot write " + file + ": No space left on device", failed.getMessage());
    assertEquals("earlier", Files.readString(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void whatIsUnfinishedIsTold() {
    assertTrue(AtomicFile.isUnfinished(AtomicFile.unfinished(folder.resolve("facts.csv"))));
    assertFalse(AtomicFile.isUnfinished(folder.resolve("facts.part")));
  }
}
