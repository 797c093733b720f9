package org.yusuan.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnowledgeFilesTest {

  record Made(String id, List<String> columns) {}

  @Test
  void listsAndTextsAreRead() {
    Made made = KnowledgeFiles.yaml("made.yaml", "id: one\ncolumns: [a, b]\n", Made.class);
    assertEquals(new Made("one", List.of("a", "b")), made);
  }

  @Test
  void anUnknownKeyIsAnErrorThatNamesFileAndLine() {
    assertMessage("id: one\ncolumns: []\ncolour: red\n", "made.yaml, line 3: ", "colour");
  }

  @Test
  void brokenYamlNamesFileAndLine() {
    assertMessage("id: one\ncolumns: [a\n", "made.yaml, line ", "");
  }

  private static void assertMessage(String text, String start, String part) {
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> KnowledgeFiles.yaml("made.yaml", text, Made.class));
    String message = String.valueOf(thrown.getMessage());
    assertTrue(message.startsWith(start) && message.contains(part), message);
  }
}
