package org.yusuan.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yusuan.correction.CorrectionEntry.Kind;
import org.yusuan.model.UnreadableFileException;
import org.yusuan.model.table.Box;

class CorrectionFileTest {

  private static final String DOCUMENT = "a".repeat(64);
  private static final String WHEN = "2026-01-02T03:04:05Z";

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  CorrectionFileTest() {}

  private static CorrectionEntry cell(String read, String is) {
    return CorrectionEntry.of(
        DOCUMENT, Kind.CELL, 3, new Box(1.25, 2, 30, 40), null, read, is, "王五", WHEN, "看原件");
  }

  private Path path() {
    return folder.resolve("sub/corrections.jsonl");
  }

  @Test
  void whatIsAddedIsReadBackInItsOrder() throws IOException {
    CorrectionFile file = new CorrectionFile(path());
    file.append(List.of(cell("1,200", "7,200")));
    file.append(List.of(cell("（一）", "（二）"), cell("x", "")));
    assertEquals(
        List.of(cell("1,200", "7,200"), cell("（一）", "（二）"), cell("x", "")), file.read().entries());
    assertEquals(3, Files.readAllLines(path()).size());
  }

  @Test
  void noFileHoldsNoCorrections() throws IOException {
    assertEquals(List.of(), new CorrectionFile(path()).read().entries());
  }

  @Test
  void anUndoTakesItsEntryBackAndASecondUndoNothingMore() throws IOException {
    CorrectionEntry first = cell("1", "2");
    CorrectionEntry second = cell("3", "4");
    CorrectionEntry undo = CorrectionEntry.undo(first, "王五", WHEN, null);
    Corrections corrections = new Corrections(List.of(first, second, undo, undo));
    assertEquals(List.of(second), corrections.of(DOCUMENT));
    assertEquals(List.of(), corrections.of("b".repeat(64)));
  }

  @Test
  void theFingerprintFollowsWhatIsInForce() {
    CorrectionEntry entry = cell("1", "2");
    CorrectionEntry undo = CorrectionEntry.undo(entry, "王五", WHEN, null);
    assertEquals("", Corrections.NONE.fingerprint(DOCUMENT));
    assertNotEquals("", new Corrections(List.of(entry)).fingerprint(DOCUMENT));
    assertEquals("", new Corrections(List.of(entry, undo)).fingerprint(DOCUMENT));
  }

  @Test
  void aLineThatWasCutOffIsPassedOverAndWrittenOver() throws IOException {
    CorrectionFile file = new CorrectionFile(path());
    file.append(List.of(cell("1", "2")));
    byte[] whole = Files.readAllBytes(path());
    byte[] torn = java.util.Arrays.copyOf(whole, whole.length + 5);
    System.arraycopy(
        new byte[] {'{', '"', (byte) 0xE6, (byte) 0x9D, 'x'}, 0, torn, whole.length, 5);
    Files.write(path(), torn);
    assertEquals(List.of(cell("1", "2")), file.read().entries());
    file.append(List.of(cell("3", "4")));
    assertEquals(List.of(cell("1", "2"), cell("3", "4")), file.read().entries());
  }

  @Test
  void aLineThatIsNoEntryIsNamed() throws IOException {
    CorrectionFile file = new CorrectionFile(path());
    file.append(List.of(cell("1", "2")));
    String line = Files.readString(path());
    Files.writeString(path(), line + "{\"kind\":\"cell\"}\n");
    UnreadableFileException e = assertThrows(UnreadableFileException.class, file::read);
    assertTrue(
        String.valueOf(e.getMessage()).contains("corrections.jsonl, line 2: does not fit"),
        e.getMessage());
    Files.writeString(path(), line + "not json\n");
    e = assertThrows(UnreadableFileException.class, file::read);
    assertTrue(String.valueOf(e.getMessage()).contains("line 2: is no JSON"), e.getMessage());
  }

  @Test
  void anEntryThatWasEditedIsNotBelieved() throws IOException {
    CorrectionFile file = new CorrectionFile(path());
    file.append(List.of(cell("1", "2")));
    Files.writeString(path(), Files.readString(path()).replace("\"is\":\"2\"", "\"is\":\"9\""));
    UnreadableFileException e = assertThrows(UnreadableFileException.class, file::read);
    assertTrue(String.valueOf(e.getMessage()).contains("line 1: was changed"), e.getMessage());
  }
}
