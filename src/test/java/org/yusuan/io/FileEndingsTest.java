package org.yusuan.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FileEndingsTest {

  private static final List<Path> FILES =
      Stream.of("预算.pdf", "页.TIFF", "a.jpg", "b.json", "pdf", "c.png.part").map(Path::of).toList();

  @Test
  void theEndingTellsDocumentsAndPicturesInAnyCase() {
    assertEquals(FILES.subList(0, 3), FILES.stream().filter(FileEndings::isDocument).toList());
    assertEquals(FILES.subList(1, 3), FILES.stream().filter(FileEndings::isPicture).toList());
  }
}
