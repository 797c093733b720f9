package org.yusuan.made;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.yusuan.model.table.Status;

/**
 * Three budgets and a final account of a made-up department, for comparisons. Years grow by a
 * twentieth; lines come, go and change their names and units.
 */
public final class MadeYears {

  private final String organization;

  public MadeYears(String organization) {
    this.organization = organization;
  }

  /** All of them. */
  public MadeDisclosure[] all() {
    return new MadeDisclosure[] {budget(2022), budget(2023), accounts(2023), budget(2024)};
  }

  private MadeDisclosure budget(int year) {
    boolean tenThousands = year == 2023;
    String unit = tenThousands ? "万元" : "元";
    MadeTable summary =
        MadeTable.items("t1", "income_expenditure_summary", year + "年部门财务收支预算总表", unit)
            .measure("year_revenue", "本年收入", "预算数")
            .on(10, Status.VERIFIED)
            .item(1, "一、财政拨款收入", money(61_860_000, year, tenThousands))
            .item(
                2, year == 2022 ? "1.一般公共预算" : "1.一般公共预算资金", money(61_860_000, year, tenThousands))
            .item(1, "二、事业收入", "")
            .total("收入总计", money(61_860_000, year, tenThousands))
            .beside()
            .measure("year_expenditure", "本年支出", "预算数");
    if (year == 2024) {
      summary.item(1, "一、教育支出", "500000");
    }
    summary
        .item(1, "二、文化旅游体育与传媒支出", money(51_420_000 - extra(year), year, tenThousands))
        .item(1, "三、社会保障和就业支出", money(6_480_000, year, tenThousands))
        .item(1, "四、卫生健康支出", money(1_960_000, year, tenThousands))
        .item(1, "五、住房保障支出", money(2_000_000, year, tenThousands))
        .total("支出总计", money(61_860_000, year, tenThousands));
    MadeTable spending =
        functions(
            MadeTable.coded("t2", "expenditure", year + "年部门支出预算总表", unit)
                .measure("total", "支出预算", "合计")
                .on(12, Status.VERIFIED),
            year,
            tenThousands);
    MadeTable three =
        MadeTable.items("t3", "three_public_and_operating", year + "年部门“三公”经费预算表", "万元")
            .on(20, Status.UNVERIFIED);
    for (String measure :
        List.of(
            "three_public_total",
            "overseas_travel",
            "official_reception",
            "official_vehicles",
            "vehicle_purchase",
            "vehicle_operation")) {
      three.measure(measure, "“三公”经费预算数", measure);
    }
    three.item(
        1,
        "",
        year == 2022
            ? new String[] {"58.60", "24.00", "4.60", "30.00", "", "30.00"}
            : year == 2023
                ? new String[] {"46.20", "18.00", "4.20", "24.00", "0", "24.00"}
                : new String[] {"39.70", "12.00", "3.70", "24.00", "0", "24.00"});
    MadeDisclosure made =
        MadeDisclosure.budget(organization, year).table(summary).table(spending).table(three);
    return year == 2024 ? made.finding("t2", 3, 2) : made;
  }

  private static int extra(int year) {
    return year == 2024 ? 454_546 : 0;
  }

  private static MadeTable functions(MadeTable table, int year, boolean tenThousands) {
    if (year == 2024) {
      table.code("205", "教育支出", "500000").code("20508", "进修及培训", "500000");
      table.code("2050803", "培训支出", "500000");
    }
    int culture = 51_420_000 - extra(year);
    table
        .code("207", "文化旅游体育与传媒支出", money(culture, year, tenThousands))
        .code("20701", "文化和旅游", money(culture, year, tenThousands))
        .code("2070101", "行政运行", money(18_300_000, year, tenThousands));
    if (year < 2024) {
      table
          .code("2070104", "图书馆", money(21_400_000, year, tenThousands))
          .code("2070108", "文化活动", money(4_720_000, year, tenThousands))
          .code("2070199", "其他文化和旅游支出", money(7_000_000, year, tenThousands));
    } else {
      table
          .code("2070104", "图书馆", money(28_400_000, year, tenThousands))
          .code("2070199", "其他文化和旅游支出", money(4_265_454, year, tenThousands));
    }
    table.on(13, year == 2023 ? Status.UNVERIFIED : Status.VERIFIED);
    table
        .code("208", "社会保障和就业支出", money(6_480_000, year, tenThousands))
        .code("20805", "行政事业单位养老支出", money(6_480_000, year, tenThousands))
        .code("2080505", "机关事业单位基本养老保险缴费支出", money(4_320_000, year, tenThousands))
        .code("2080506", "机关事业单位职业年金缴费支出", money(2_160_000, year, tenThousands))
        .code("210", "卫生健康支出", money(1_960_000, year, tenThousands));
    if (year == 2022) {
      table.code("21016", "老龄卫生健康事务", money(160_000, year, tenThousands));
    }
    return table
        .code("21011", "行政事业单位医疗", money(year == 2022 ? 1_800_000 : 1_960_000, year, tenThousands))
        .code("221", "住房保障支出", money(2_000_000, year, tenThousands))
        .total("合计", money(61_860_000, year, tenThousands));
  }

  private MadeDisclosure accounts(int year) {
    return MadeDisclosure.finalAccounts(organization, year)
        .table(
            MadeTable.items("t1", "income_expenditure_summary", "收入支出决算总表", "万元")
                .measure("final_amount", "收入", "决算数")
                .on(6, Status.VERIFIED)
                .item(1, "一、一般公共预算财政拨款收入", "6,240.11")
                .total("总计", "6,300.51")
                .beside()
                .measure("final_amount", "支出", "决算数")
                .item(1, "七、文化旅游体育与传媒支出", "5,180.27")
                .total("总计", "6,300.51"))
        .table(
            MadeTable.coded("t2", "expenditure", "支出决算表", "万元")
                .measure("year_expenditure", "本年支出合计")
                .on(9, Status.VERIFIED)
                .total("合计", "6,210.40")
                .code("207", "文化旅游体育与传媒支出", "5,180.27")
                .code("20701", "文化和旅游", "5,180.27")
                .code("2070101", "行政运行", "1,886.40")
                .code("2070104", "图书馆", "2,204.60")
                .code("2070108", "文化活动", "410.15")
                .code("2070199", "其他文化和旅游支出", "679.12")
                .on(10, Status.DISPUTED)
                .code("208", "社会保障和就业支出", "655.10")
                .code("20805", "行政事业单位养老支出", "655.10")
                .on(10, Status.VERIFIED)
                .code("2080505", "机关事业单位基本养老保险缴费支出", "440.20")
                .code("2080506", "机关事业单位职业年金缴费支出", "214.91")
                .code("210", "卫生健康支出", "182.03")
                .code("21011", "行政事业单位医疗", "182.03")
                .code("221", "住房保障支出", "193.00"))
        .table(
            MadeTable.items("t3", "three_public", "财政拨款“三公”经费支出决算表", "万元")
                .measure("three_public_total", "合计", "预算数")
                .measure("three_public_total", "合计", "决算数")
                .measure("overseas_travel", "因公出国（境）费", "决算数")
                .measure("official_reception", "公务接待费", "决算数")
                .measure("official_vehicles", "公务用车购置及运行费", "决算数")
                .on(16, Status.VERIFIED)
                .item(1, "", "46.20", "31.04", "9.85", "1.19", "20.00"));
  }

  /** An amount of 2022, grown by a twentieth each year, in 元 or 万元 as printed. */
  private static String money(int yuan, int year, boolean tenThousands) {
    BigDecimal amount = BigDecimal.valueOf(yuan);
    for (int grown = 2022; grown < year; grown++) {
      amount = amount.multiply(new BigDecimal("1.05"));
    }
    return tenThousands
        ? amount.movePointLeft(4).setScale(2, RoundingMode.HALF_UP).toPlainString()
        : amount.setScale(0, RoundingMode.HALF_UP).toPlainString();
  }
}
