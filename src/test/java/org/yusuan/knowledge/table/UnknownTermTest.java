package org.yusuan.knowledge.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnknownTermTest {

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  UnknownTermTest() {}

  private void layout(String columns) throws IOException {
    Files.writeString(
        folder.resolve("own.yaml"),
        """
        - id: own/plan
          kind: plan
          zh: 计划
          en: Plan
          titles: ['计划表']
          columns: [%s]
        """
            .formatted(columns));
  }

  @Test
  void aTermThatNoHeaderMeansIsToldWithFileAndLine() throws IOException {
    layout("name, budget_amuont");
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Layouts.withOwn(List.of(folder)));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.startsWith("own.yaml, line 6: layout own/plan"), message);
    assertTrue(message.contains("budget_amuont"), message);
  }

  @Test
  void knownTermsAndOwnTermsAreTaken() throws IOException {
    layout("name, total, own_money");
    Files.writeString(
        folder.resolve("terms.yaml"),
        "columns:\n  - {id: own_money, role: amount, match: ['自有资金']}\n");
    assertEquals("own/plan", Layouts.withOwn(List.of(folder)).all().get(0).id());
  }
}
