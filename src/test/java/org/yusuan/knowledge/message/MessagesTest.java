package org.yusuan.knowledge.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private static final Messages MESSAGES =
      Messages.of("t.yaml", "- {id: gap, zh: '{place}差{by}', en: '{place} is off by {by}'}");

  @Test
  void fillsFieldsInBothLanguages() {
    Wording said =
        MESSAGES.say(
            "gap", Map.of("place", new Wording("第3页", "page 3"), "by", Wording.of("$1{by}")));
    assertEquals("第3页差$1{by}", said.zh());
    assertEquals("page 3 is off by $1{by}", said.en());
  }

  @Test
  void refusesWhatIsNotThere() {
    assertThrows(IllegalArgumentException.class, () -> MESSAGES.say("none", Map.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> MESSAGES.say("gap", Map.of("place", Wording.of("x"))));
    assertThrows(
        IllegalArgumentException.class, () -> Messages.of("t.yaml", "- {id: a, zh: b, fr: c}"));
  }

  @Test
  void shippedSentencesAreRead() {
    Wording said = Messages.shipped().say("printed", Map.of("amount", Wording.of("3.00 万元")));
    assertEquals(new Wording("为 3.00 万元", "is 3.00 万元"), said);
  }
}
