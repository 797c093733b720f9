package org.yusuan.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildWorkerTest {

  @TempDir private Path folder;

  private Path document(String content) throws IOException {
    return Files.writeString(folder.resolve(content + ".pdf"), content);
  }

  private ChildWorker worker(Duration budget) {
    return new ChildWorker(
        ChildWorker.javaCommand("64m", Harness.class.getName(), List.of("worker")), budget);
  }

  private DocumentOutcome.Result result(ChildWorker worker, String content) throws Exception {
    return worker.process(document(content), folder.resolve(content + ".json")).result();
  }

  @Test
  void aCostlyDocumentIsCutOffAndTheNextOneIsRead() throws Exception {
    try (ChildWorker worker = worker(Duration.ofSeconds(30))) {
      assertEquals(DocumentOutcome.Result.DONE, result(worker, "first"));
      assertEquals(DocumentOutcome.Result.OUT_OF_MEMORY, result(worker, "large"));
      assertFalse(Files.exists(folder.resolve("large.json")));
      assertEquals(DocumentOutcome.Result.FAILED, result(worker, "crash"));
      DocumentOutcome bad = worker.process(document("bad"), folder.resolve("bad.json"));
      assertEquals("this is no budget", bad.message());
      assertEquals(DocumentOutcome.Result.DONE, result(worker, "noisy"));
      assertTrue(Files.exists(folder.resolve("noisy.json")));
    }
  }

  @Test
  void aSlowDocumentIsCutOff() throws Exception {
    try (ChildWorker worker = worker(Duration.ofMillis(1500))) {
      assertEquals(DocumentOutcome.Result.TIMED_OUT, result(worker, "slow"));
      // A busy machine may take longer than the budget for a quick document, too, but not always.
      DocumentOutcome.Result next = result(worker, "next");
      for (int more = 0; more < 20 && next == DocumentOutcome.Result.TIMED_OUT; more++) {
        next = result(worker, "next");
      }
      assertEquals(DocumentOutcome.Result.DONE, next);
    }
  }

  @Test
  void aWorkerThatCannotStartIsNoFaultOfTheDocument() throws Exception {
    Path document = document("x");
    for (List<String> command : List.of(List.of("/no/such/program"), List.of("false"))) {
      try (ChildWorker worker = new ChildWorker(command, Duration.ofSeconds(1))) {
        assertThrows(
            IOException.class, () -> worker.process(document, folder.resolve("x.json")), "x");
      }
    }
  }

  @Test
  void aDocumentWhoseWorkerIsKilledIsReadOnceMore() throws Exception {
    try (ChildWorker worker = worker(Duration.ofSeconds(30))) {
      assertEquals(DocumentOutcome.Result.DONE, result(worker, "killed once"));
      assertEquals(DocumentOutcome.Result.FAILED, result(worker, "killed always"));
      assertEquals(DocumentOutcome.Result.DONE, result(worker, "next"));
    }
  }

  @Test
  void anOutputThatCannotBeWrittenIsNoFailureOfTheDocument() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    try (LocalWorker worker = new LocalWorker(Harness::extract)) {
      DocumentOutcome outcome = worker.process(document("x"), file.resolve("x.json"));
      assertEquals(DocumentOutcome.Result.NOT_WRITTEN, outcome.result());
      assertTrue(outcome.failed());
    }
  }

  @Test
  void aWorkerEndsWhenItsParentHasGone() throws Exception {
    Process process =
        new ProcessBuilder(
                ChildWorker.javaCommand("64m", Harness.class.getName(), List.of("worker")))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process
        .getOutputStream()
        .write(
            ("{\"document\":\"" + document("slow") + "\",\"target\":\"/tmp/none\"}\n").getBytes());
    process.getOutputStream().close();
    assertEquals(0, process.waitFor());
  }
}
