package org.yusuan.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What folders may hold, and what may change in them between two runs. */
class BatchFolderTest extends BatchFolders {

  @Test
  void anEmptyFolderLeavesNothing() throws Exception {
    assertEquals(0, run().documents());
    assertFalse(Files.exists(out));
  }

  @Test
  void equalNamesInDifferentFoldersAreDifferentDocuments() throws Exception {
    document("2023/预算.pdf", "1");
    document("2024/预算.pdf", "2");
    assertEquals(2, run().done());
    assertTrue(output("2023/预算.json").contains("局1"));
    assertTrue(output("2024/预算.json").contains("局2"));
  }

  @Test
  void theLongestNamesCanBeWritten() throws Exception {
    String stem = "长".repeat(83);
    document(stem + ".pdf", "1");
    document(stem + "a.pdf", "2");
    document(stem + "b.pdf", "3");
    assertEquals(List.of(), run().failures());
    assertEquals(3, run().resumed());
  }

  @Test
  void contentsThatChangedPlacesAreReadAgain() throws Exception {
    document("a.pdf", "1");
    document("b.pdf", "2");
    run();
    document("a.pdf", "2");
    document("b.pdf", "1");
    assertEquals(2, run().done());
    assertTrue(output("a.json").contains("局2"));
    assertTrue(output("b.json").contains("局1"));
  }

  @Test
  void aNewDocumentUnderAnOldNameDoesNotTakeTheOutputOfTheRenamedOne() throws Exception {
    document("a.pdf", "1");
    run();
    Files.move(in.resolve("a.pdf"), in.resolve("b.pdf"));
    document("a.pdf", "2");
    assertEquals(2, run().done());
    assertTrue(output("a.json").contains("局2"));
    assertTrue(output("b.json").contains("局1"));
  }

  @Test
  void theJournalLearnsTheNewNameOfADocument() throws Exception {
    document("a.pdf", "1");
    run();
    Files.move(in.resolve("a.pdf"), in.resolve("b.pdf"));
    run();
    run();
    List<String> lines = Files.readAllLines(out.resolve("batch.jsonl"));
    assertEquals(2, lines.size());
    assertTrue(lines.get(1).contains("\"document\":\"b.pdf\""), lines.get(1));
    assertTrue(lines.get(1).contains("\"output\":\"a.json\""), lines.get(1));
  }

  @Test
  void theOutputFolderInsideIsPassedOver() throws Exception {
    out = in.resolve("out");
    document("a.pdf", "1");
    document("out/page.png", "2");
    assertEquals(1, run().documents());
  }

  @Test
  void aFolderMayBeItsOwnOutput() throws Exception {
    out = in;
    document("a.pdf", "1");
    document(".download.part", "kept");
    assertEquals(1, run().done());
    assertTrue(Files.exists(in.resolve(".download.part")));
  }

  @Test
  void linksInACircleEnd() throws Exception {
    document("sub/a.pdf", "1");
    Files.createSymbolicLink(in.resolve("sub/up"), in);
    Files.createSymbolicLink(in.resolve("nowhere.pdf"), in.resolve("gone.pdf"));
    assertEquals(1, run().documents());
  }

  @Test
  void aFolderThatCannotBeLookedIntoIsReported() throws Exception {
    document("closed/a.pdf", "1");
    document("open/b.pdf", "2");
    Path closed = in.resolve("closed");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(closed), "this user may read everything");
      BatchSummary summary = run();
      assertEquals(1, summary.done());
      assertEquals("closed", summary.failures().get(0).document());
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void whatCouldNotBeWrittenIsTriedAgain() throws Exception {
    document("sub/a.pdf", "1");
    Files.createDirectories(out);
    Files.writeString(out.resolve("sub"), "in the way");
    assertEquals(1, run().failures().size());
    Files.delete(out.resolve("sub"));
    assertEquals(1, run().done());
  }

  @Test
  void everyDocumentHasAFileOfItsOwn() {
    List<Path> documents =
        List.of(
            in.resolve("a.jpg"), in.resolve("a.jpg.pdf"), in.resolve("a.pdf"), in.resolve("a.png"));
    Map<Path, Path> targets = Targets.of(in, documents, out);
    assertEquals(4, targets.values().stream().distinct().count());
    assertEquals(out.resolve("a.json"), targets.get(in.resolve("a.jpg")));
    assertEquals(out.resolve("a.pdf.json"), targets.get(in.resolve("a.pdf")));
  }
}
