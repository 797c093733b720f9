package org.yusuan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyUnitTest {

  @Test
  void amountsAreTurnedIntoYuanAndBack() {
    MoneyUnit unit = MoneyUnit.named("万元");
    assertNotNull(unit);
    assertEquals(new BigDecimal("123400.00"), unit.toYuan(new BigDecimal("12.340000")));
    assertEquals(new BigDecimal("12.35"), unit.fromYuan(new BigDecimal("123456"), 2));
    assertEquals(new BigDecimal("0.00005"), MoneyUnit.toYuan(new BigDecimal("0.00005"), 1));
  }

  @Test
  void aPercentSignIsNoUnitOfMoney() {
    assertNull(MoneyUnit.named("%"));
  }

  @Test
  void aUnitBehindAFigureIsTheTablesOrMakesItNoFigure() {
    assertEquals("12.50", MoneyUnit.withoutUnit("12.50万元", 10_000));
    assertEquals("12.50万元", MoneyUnit.withoutUnit("12.50万元", 1));
    assertEquals("12.50万元", MoneyUnit.withoutUnit("12.50万元", null));
    assertEquals("万元", MoneyUnit.withoutUnit("万元", 10_000));
  }
}
