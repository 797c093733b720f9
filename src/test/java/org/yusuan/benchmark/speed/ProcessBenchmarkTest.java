package org.yusuan.benchmark.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ProcessBenchmarkTest {

  @TempDir private Path folder;

  private String run(List<Path> group, String ours, String theirs, int rounds) throws Exception {
    StringWriter out = new StringWriter();
    ProcessBenchmark.run(List.of(group), ours, theirs, rounds, new PrintWriter(out));
    return out.toString();
  }

  @Test
  void bothCommandsRunOnEachDocumentInEachRound() throws Exception {
    Path document = Files.writeString(folder.resolve("it's 预算.txt"), "text\n");
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    String printed =
        run(List.of(document), "cat {} >> " + first, "sleep 0.3; cat {} >> " + second, 3);
    assertEquals("text\n".repeat(3), Files.readString(first));
    assertEquals("text\n".repeat(3), Files.readString(second));
    String[] row = printed.lines().toList().get(1).split(" +");
    assertTrue(Double.parseDouble(row[row.length - 2]) < 1, printed);
  }

  @Test
  void processorTimeIsThatOfTheCommandsThatTheShellWaitedFor() {
    assertEquals(
        65.25, ProcessBenchmark.processorSeconds("0m9.00s 0m9.00s\n1m3.150s 0m2.100s\n"), 1e-9);
    assertEquals(0, ProcessBenchmark.processorSeconds(""));
  }

  @Test
  void aCommandThatFailsIsNotTimed() {
    IOException e =
        assertThrows(
            IOException.class, () -> run(List.of(folder), "true {}", "exit 7; echo {}", 1));
    assertTrue(String.valueOf(e.getMessage()).contains("code 7"));
  }
}
