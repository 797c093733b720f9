package org.yusuan.benchmark.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DamageBenchmarkCommandTest {

  @Test
  void filesAreDrawnAtEqualDistances() {
    List<Path> files = Stream.of("a", "b", "c", "d", "e", "f", "g").map(Path::of).toList();
    assertEquals(
        List.of(Path.of("b"), Path.of("d"), Path.of("f")), DamageBenchmarkCommand.drawn(files, 3));
    assertEquals(files, DamageBenchmarkCommand.drawn(files, 0));
    assertEquals(files, DamageBenchmarkCommand.drawn(files, 9));
  }
}
