package org.yusuan.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private static String csv(Store.Answer answer) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    Answers.csv(answer, out);
    out.flush();
    return text.toString();
  }

  @Test
  void aShortAnswerIsWrittenWhole() {
    assertEquals(
        "count_star()\r\n264\r\n",
        csv(new Store.Answer(List.of("count_star()"), List.of(List.of(264L)))));
  }

  @Test
  void theEndOfALongAnswerIsWritten() {
    int rows = 5_000;
    String written =
        csv(new Store.Answer(List.of("name"), Collections.nCopies(rows, List.of("培训费"))));
    assertEquals("name\r\n" + "培训费\r\n".repeat(rows), written);
  }
}
