package org.yusuan.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactKnowledgeTest {

  private static final Path MODELS = Path.of("models");

  @TempDir private Path folder;

  @Test
  void numbersKeepTheirDigits() throws IOException {
    String json =
        new String(
            CompactKnowledge.json("{a: 2020.10, b: 007, c: yes, d: null, e: true}"),
            StandardCharsets.UTF_8);
    assertEquals("{\"a\":\"2020.10\",\"b\":\"007\",\"c\":\"yes\",\"d\":null,\"e\":true}", json);
  }

  @Test
  void theCompactFormsSayWhatTheFilesSay() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(MODELS)) {
      files = all.filter(file -> file.toString().endsWith(".yaml")).toList();
    }
    assertFalse(files.isEmpty());
    for (Path file : files) {
      Path copy = folder.resolve(MODELS.relativize(file).toString());
      Files.createDirectories(copy.resolveSibling(""));
      Files.copy(file, copy);
    }
    CompactKnowledge.main(new String[] {folder.toString()});
    for (Path file : files) {
      String name = MODELS.relativize(file).toString().replace('\\', '/');
      JsonNode compact =
          new JsonMapper().readTree(folder.resolve(CompactKnowledge.of(name)).toFile());
      assertEquals(texts(new YAMLMapper().readTree(file.toFile())), texts(compact), name);
    }
    assertEquals(
        files.stream()
            .map(file -> MODELS.relativize(file).toString().replace('\\', '/'))
            .sorted()
            .toList(),
        Files.readAllLines(folder.resolve(CompactKnowledge.NAMES)));
  }

  /** A tree with each whole number as its text; other numbers are not used in the files. */
  private static String texts(JsonNode tree) {
    StringBuilder text = new StringBuilder();
    write(tree, text);
    return text.toString();
  }

  private static void write(JsonNode node, StringBuilder text) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              field -> {
                text.append(field.getKey()).append(": ");
                write(field.getValue(), text);
              });
    } else if (node.isArray()) {
      text.append(node.size()).append('[');
      node.forEach(element -> write(element, text));
    } else {
      text.append(node.asText()).append('\n');
    }
  }
}
