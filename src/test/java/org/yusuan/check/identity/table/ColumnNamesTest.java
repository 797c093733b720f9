package org.yusuan.check.identity.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.made.MadeTable;
import org.yusuan.model.table.Table;

class ColumnNamesTest {

  private static String say(Table table) {
    ColumnNames names = new ColumnNames();
    table.amountColumns().forEach(column -> names.add(table, column));
    return names.say(Messages.shipped()).zh();
  }

  @Test
  void columnsGoByTheEndsOfTheirHeadersUnlessTheseAreAlike() {
    MadeTable made = MadeTable.items("t1", "unknown", "结余表", "元");
    Table plain = made.measure(null, "本年", "合计").measure(null, "本年", "甲").build();
    assertEquals("合计 = 甲", say(plain));
    Table alike =
        MadeTable.items("t1", "unknown", "结余表", "元")
            .measure(null, "合计", "结余")
            .measure(null, "甲基金", "结余")
            .measure(null, "乙基金", "收入")
            .build();
    assertEquals("合计/结余 = 甲基金/结余 + 收入", say(alike));
  }
}
