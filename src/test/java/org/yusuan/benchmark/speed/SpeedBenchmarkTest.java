package org.yusuan.benchmark.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All three works read the same documents; what one cannot read is left out for all. */
class SpeedBenchmarkTest {

  @TempDir Path folder;

  private Path ruled() throws IOException {
    Path file = folder.resolve("ruled.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        for (int i = 0; i < 3; i++) {
          content.moveTo(100, 500 + 50 * i);
          content.lineTo(300, 500 + 50 * i);
          content.moveTo(100 + 100 * i, 500);
          content.lineTo(100 + 100 * i, 600);
        }
        content.stroke();
      }
      document.save(file.toFile());
    }
    return file;
  }

  @Test
  void theOthersReadWhatIsTimed() throws IOException {
    List<Path> read = new ArrayList<>();
    StringBuilder out = new StringBuilder();
    Path ruled = ruled();
    Path broken = Files.writeString(folder.resolve("broken.pdf"), "no PDF");
    SpeedBenchmark.run(
        List.of(ruled, broken),
        1,
        document -> {
          read.add(document);
          return 1;
        },
        out);
    assertEquals(List.of(ruled), read.stream().distinct().toList());
    assertTrue(
        out.toString().contains("left out: broken.pdf (PDFBox PDFTextStripper: "), out::toString);
    assertTrue(out.toString().contains("1 documents, 1 pages"), out::toString);
  }
}
