package org.yusuan.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RelationsTest {

  @Test
  void everyRuleSaysWhatItIsInBothLanguages() {
    for (Relation rule : Relations.shipped()) {
      assertTrue(rule.zh().matches(".*\\p{IsHan}.*"), rule.id());
      assertTrue(rule.en().matches(".*[a-z].*"), rule.id());
    }
  }

  @Test
  void noTwoRulesShareAName() {
    Set<String> ids = new HashSet<>();
    for (Relation rule : Relations.shipped()) {
      assertTrue(ids.add(rule.id()), rule.id());
    }
  }

  @Test
  void everyRuleHasExactlyOneForm() {
    for (Relation rule : Relations.shipped()) {
      int forms =
          (rule.left().isEmpty() ? 0 : 1)
              + (rule.columns() == null ? 0 : 1)
              + (rule.form() == null ? 0 : 1)
              + (rule.rows() == null ? 0 : 1)
              + (rule.repeated() == null ? 0 : 1)
              + (rule.again() == null ? 0 : 1)
              + (rule.levels() == null ? 0 : 1)
              + (rule.ownColumn() == null ? 0 : 1)
              + (rule.crossed() == null ? 0 : 1)
              + (rule.named() == null ? 0 : 1)
              + (rule.bound() == null ? 0 : 1);
      assertEquals(1, forms, rule.id());
      assertEquals(rule.left().isEmpty(), rule.right().isEmpty(), rule.id());
      assertFalse(
          rule.each() != null
              && !List.of("code", "name", "project", "economic").contains(rule.each()),
          rule.id());
    }
  }
}
