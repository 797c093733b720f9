package org.yusuan.cli.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {

  @TempDir private Path folder;

  private Path file(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "");
  }

  private static List<String> outputs(Path... named) throws IOException {
    return Inputs.of(List.of(named)).stream()
        .map(input -> input.withEnding(".json").toString().replace('\\', '/'))
        .toList();
  }

  @Test
  void filesOfOneNameInTwoFoldersAreToldApart() throws IOException {
    assertEquals(
        List.of("a/budget.json", "b/budget.json", "other.json"),
        outputs(file("a/budget.pdf"), file("b/budget.pdf"), file("b/other.pdf")));
  }

  @Test
  void filesOfOnePathBelowTwoFoldersAreToldApart() throws IOException {
    file("2023/x/budget.pdf");
    file("2024/x/budget.pdf");
    assertEquals(
        List.of("2023/x/budget.json", "2024/x/budget.json"),
        outputs(folder.resolve("2023"), folder.resolve("2024")));
  }

  @Test
  void filesThatDifferInTheirEndingAloneAreToldApart() throws IOException {
    assertEquals(
        List.of("budget.json", "budget.png.json"), outputs(file("budget.pdf"), file("budget.png")));
  }

  @Test
  void aFileThatIsNamedTwiceIsReadOnce() throws IOException {
    assertEquals(List.of("budget.json"), outputs(file("a/budget.pdf"), folder.resolve("a")));
  }

  @Test
  void filesBelowAFolderKeepTheirPaths() throws IOException {
    file("x/a.pdf");
    file("x/y/b.pdf");
    file("x/notes.txt");
    assertEquals(List.of("a.json", "y/b.json"), outputs(folder.resolve("x")));
  }
}
