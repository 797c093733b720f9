package org.yusuan.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yusuan.correction.CorrectionEntry;
import org.yusuan.correction.Corrections;
import org.yusuan.io.Sha256;

class BatchTest extends BatchFolders {

  @Test
  void everyDocumentBelowTheFolderIsRead() throws Exception {
    document("a.pdf", "1");
    document("sub/deeper/b.PDF", "2");
    document("sub/c.jpg", "3");
    document("notes.txt", "4");
    BatchSummary summary = run();
    assertEquals(3, summary.documents());
    assertEquals(3, summary.done());
    assertEquals(3, summary.pages());
    assertEquals(List.of("a.json", "sub/c.json", "sub/deeper/b.json"), names(out));
    assertEquals(3, journal().size());
  }

  @Test
  void oneBadDocumentDoesNotStopTheOthers() throws Exception {
    document("a.pdf", "1");
    document("b.pdf", "bad");
    document("c.pdf", "3");
    BatchSummary summary = run();
    assertEquals(2, summary.done());
    assertEquals("b.pdf", summary.failures().get(0).document());
    assertEquals("this is no budget", summary.failures().get(0).outcome().message());
    assertEquals(List.of("a.json", "c.json"), names(out));
  }

  @Test
  void asecondRunReadsNothingAgain() throws Exception {
    document("a.pdf", "1");
    document("b.pdf", "bad");
    run();
    AtomicInteger read = new AtomicInteger();
    Extraction counting =
        document -> {
          read.incrementAndGet();
          return Harness.extract(document);
        };
    BatchSummary summary = Harness.run(in, out, 1, counting);
    assertEquals(0, read.get());
    assertEquals(1, summary.resumed());
    assertEquals(1, summary.failures().size());
    assertEquals(2, journal().size());
  }

  @Test
  void aRenamedDocumentIsKnownByItsContent() throws Exception {
    document("a.pdf", "1");
    run();
    Files.move(in.resolve("a.pdf"), in.resolve("b.pdf"));
    assertEquals(1, run().resumed());
  }

  @Test
  void aChangedDocumentIsReadAgain() throws Exception {
    document("a.pdf", "1");
    run();
    document("a.pdf", "11");
    assertEquals(1, run().done());
    assertTrue(Files.readString(out.resolve("a.json")).contains("局11"));
  }

  @Test
  void failuresAreTriedAgainOnRequest() throws Exception {
    document("a.pdf", "bad");
    run();
    BatchOptions retry = new BatchOptions(in, out, 1, "test 1", true);
    AtomicInteger read = new AtomicInteger();
    new Batch(
            retry,
            () ->
                new LocalWorker(
                    document -> {
                      read.incrementAndGet();
                      return Harness.extract(document);
                    }),
            BatchProgress.silent())
        .run();
    assertEquals(1, read.get());
  }

  @Test
  void anotherVersionReadsEverythingAgain() throws Exception {
    document("a.pdf", "1");
    run();
    BatchOptions newer = new BatchOptions(in, out, 1, "test 2", false);
    BatchSummary summary =
        new Batch(newer, () -> new LocalWorker(Harness::extract), BatchProgress.silent()).run();
    assertEquals(1, summary.done());
  }

  @Test
  void aDamagedOutputIsWrittenAgain() throws Exception {
    document("a.pdf", "1");
    run();
    byte[] good = Files.readAllBytes(out.resolve("a.json"));
    Files.writeString(out.resolve("a.json"), "{");
    assertEquals(1, run().done());
    assertEquals(new String(good), Files.readString(out.resolve("a.json")));
  }

  @Test
  void anOutputThatAPersonEditedIsLeftAsItIs() throws Exception {
    document("a.pdf", "1");
    run();
    String edited = Files.readString(out.resolve("a.json")).replace("局1", "乙局");
    Files.writeString(out.resolve("a.json"), edited);
    BatchSummary summary = run();
    assertEquals(1, summary.failures().size());
    assertEquals(DocumentOutcome.Result.EDITED, summary.failures().get(0).outcome().result());
    assertEquals(edited, Files.readString(out.resolve("a.json")));
    Files.delete(out.resolve("a.json"));
    assertEquals(1, run().done());
  }

  @Test
  void aDocumentIsReadAnewWhenItsCorrectionsChangeAndNoOtherIs() throws Exception {
    document("a.pdf", "1");
    document("b.pdf", "2");
    run();
    CorrectionEntry entry =
        CorrectionEntry.of(
            Sha256.of(in.resolve("a.pdf")),
            CorrectionEntry.Kind.ORGANIZATION,
            null,
            null,
            null,
            "局1",
            "甲局",
            "王五",
            "2026-01-02T03:04:05Z",
            null);
    BatchOptions corrected =
        new BatchOptions(in, out, 1, "test 1", false, new Corrections(List.of(entry)));
    AtomicInteger read = new AtomicInteger();
    for (int i = 0; i < 2; i++) {
      new Batch(
              corrected,
              () ->
                  new LocalWorker(
                      document -> {
                        read.incrementAndGet();
                        return Harness.extract(document);
                      }),
              BatchProgress.silent())
          .run();
      assertEquals(1, read.get());
    }
  }

  @Test
  void equalContentsAreReadOnce() throws Exception {
    document("a.pdf", "1");
    document("b/copy.pdf", "1");
    BatchSummary summary = run();
    assertEquals(1, summary.done());
    assertEquals(1, summary.duplicates());
    assertEquals(List.of("a.json"), names(out));
    assertEquals(1, run().duplicates());
    assertEquals(2, journal().size());
  }

  @Test
  void namesThatWouldCollideAreKeptApart() throws Exception {
    document("a.pdf", "1");
    document("a.png", "2");
    run();
    assertEquals(List.of("a.json", "a.png.json"), names(out));
  }

  @Test
  void aTornJournalLineIsPassedOver() throws Exception {
    document("a.pdf", "1");
    document("b.pdf", "2");
    Harness.run(in, out, 1, Harness::extract);
    Path journal = out.resolve("batch.jsonl");
    byte[] bytes = Files.readAllBytes(journal);
    Files.write(journal, java.util.Arrays.copyOf(bytes, bytes.length - 40));
    Files.writeString(out.resolve(".0f8fad5b-d9cb-469f-a165-70867728950e.part"), "half");
    BatchSummary summary = run();
    assertEquals(1, summary.done());
    assertEquals(1, summary.resumed());
    assertFalse(Files.exists(out.resolve(".0f8fad5b-d9cb-469f-a165-70867728950e.part")));
    assertEquals(2, run().resumed());
    assertEquals(2, journal().size());
  }

  @Test
  void twoBatchesDoNotShareAFolder() throws Exception {
    document("a.pdf", "1");
    Extraction nested =
        document -> {
          IOException refused = assertThrows(IOException.class, this::run);
          assertTrue(String.valueOf(refused.getMessage()).contains("another batch"));
          return Harness.extract(document);
        };
    assertEquals(1, Harness.run(in, out, 1, nested).done());
  }

  @Test
  void anUnwritableJournalEndsTheBatchWithItsReason() throws Exception {
    document("a.pdf", "1");
    Files.createDirectories(out.resolve("batch.jsonl"));
    assertThrows(IOException.class, this::run);
  }

  /**
   * Kills batches at random moments and resumes them. More kills and documents: {@code
   * -Dyusuan.kills=10 -Dyusuan.documents=200}.
   */
  @Test
  void aBatchKilledAtRandomMomentsEndsLikeAnUndisturbedOne() throws Exception {
    int kills = Integer.getInteger("yusuan.kills", 3);
    int documents = Integer.getInteger("yusuan.documents", 60);
    Random random = new Random(20240611);
    for (int i = 0; i < documents; i++) {
      document("d" + i % 7 + "/" + i + ".pdf", i % 20 == 7 ? "bad" : "x".repeat(i % 45) + i);
    }
    Path calm = folder.resolve("calm");
    Harness.run(in, calm, 2, Harness::extract);
    for (int kill = 0; kill < kills; kill++) {
      Process process = start("batch", in.toString(), out.toString(), "2", "15");
      // A JVM needs some time until it reads its first document: kills spread over the whole run.
      process.waitFor(250 + random.nextInt(10 * documents), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
    }
    Process last = start("batch", in.toString(), out.toString(), "2", "0");
    assertEquals(0, last.waitFor());
    assertEquals(names(calm), names(out));
    for (String name : names(calm)) {
      assertEquals(Files.readString(calm.resolve(name)), Files.readString(out.resolve(name)), name);
    }
    assertEquals(results(calm), results(out));
  }

  /**
   * Ends a batch and its children, the children first, as the end of a session does; then the batch
   * alone, whose children must end by themselves.
   */
  @Test
  void aBatchKilledWithItsChildrenLosesNothing() throws Exception {
    for (int i = 0; i < 40; i++) {
      document(i + ".pdf", i % 20 == 7 ? "bad" : "x" + i);
    }
    Path calm = folder.resolve("calm");
    Harness.run(in, calm, 2, Harness::extract);
    for (boolean childrenFirst : List.of(true, false)) {
      Process process = start("children", in.toString(), out.toString(), "2");
      List<ProcessHandle> children = List.of();
      while (children.isEmpty() && process.isAlive()) {
        Thread.sleep(20);
        children = process.descendants().toList();
      }
      Thread.sleep(300);
      if (childrenFirst) {
        children.forEach(ProcessHandle::destroyForcibly);
        Thread.sleep(50);
      }
      process.destroyForcibly().waitFor();
      for (ProcessHandle child : children) {
        child.onExit().get(30, TimeUnit.SECONDS);
      }
    }
    Process last = start("children", in.toString(), out.toString(), "2");
    assertEquals(0, last.waitFor());
    assertEquals(names(calm), names(out));
    for (String name : names(calm)) {
      assertEquals(Files.readString(calm.resolve(name)), Files.readString(out.resolve(name)), name);
    }
    assertEquals(results(calm), results(out));
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command =
        ChildWorker.javaCommand("128m", Harness.class.getName(), List.of(arguments));
    return new ProcessBuilder(command).inheritIO().start();
  }

  private List<JsonNode> journal() throws IOException {
    List<JsonNode> entries = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(out.resolve("batch.jsonl"))) {
      entries.add(json.readTree(line));
    }
    return entries;
  }

  /** Result and output of each document; fails if a document is doubled. */
  private static Map<String, String> results(Path folder) throws IOException {
    Map<String, String> results = new TreeMap<>();
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(folder.resolve("batch.jsonl"))) {
      JsonNode entry;
      try {
        entry = json.readTree(line);
      } catch (IOException torn) {
        continue;
      }
      String result =
          entry.path("result").asText() + entry.path("output") + entry.path("outputSha256");
      String before = results.put(entry.get("document").asText(), result);
      assertTrue(before == null || before.equals(result), line);
    }
    return results;
  }

  /** Paths of all visible files but the journal. */
  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("batch.jsonl") && !file.endsWith(".batch.lock"))
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void theJournalIsOnlyAddedTo() throws Exception {
    document("a.pdf", "1");
    run();
    String before = Files.readString(out.resolve("batch.jsonl"));
    document("b.pdf", "2");
    run();
    assertTrue(Files.readString(out.resolve("batch.jsonl")).startsWith(before));
    Files.writeString(out.resolve("batch.jsonl"), "torn", StandardOpenOption.APPEND);
    document("c.pdf", "3");
    assertEquals(1, run().done());
    assertEquals(3, run().resumed());
  }
}
