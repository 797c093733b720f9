package org.yusuan.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yusuan.grid.Grids;
import org.yusuan.grid.assembly.PlacedGrid;
import org.yusuan.grid.element.TextLines;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.layout.TableMapper;
import org.yusuan.made.MadeProse;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Table;
import org.yusuan.page.TextLine;

/**
 * Prose in several wordings over made disclosures: what is planted in it is found, and nothing
 * else.
 */
class ClaimWordingsTest {

  private static final Classification CLASSIFICATION = Classification.shipped();
  private static final TableMapper MAPPER = new TableMapper(Layouts.shipped(), CLASSIFICATION);
  private static final Claims CLAIMS = new Claims(CLASSIFICATION);
  private static final int SEEDS = 4;

  /** Code, class, group and item of the made budget. */
  private static final List<List<String>> ITEMS =
      List.of(
          List.of("2060101", "科学技术支出", "科学技术管理事务", "行政运行"),
          List.of("2060102", "科学技术支出", "科学技术管理事务", "一般行政管理事务"),
          List.of("2060203", "科学技术支出", "基础研究", "自然科学基金"),
          List.of("2080505", "社会保障和就业支出", "行政事业单位养老支出", "机关事业单位基本养老保险缴费支出"),
          List.of("2101101", "卫生健康支出", "行政事业单位医疗", "行政单位医疗"),
          List.of("2210201", "住房保障支出", "住房改革支出", "住房公积金"));

  private static final List<String> PUBLIC = List.of("因公出国（境）费", "公务用车购置及运行费", "公务接待费");

  /** How a document states the amount of an item. */
  enum Wording {
    QUOTED_PATH {
      @Override
      String item(List<String> item, BigDecimal amount, BigDecimal before) {
        return String.format(
            "“%s（类）%s（款）%s（项）”%s万元，主要用于保障日常运转。",
            item.get(1), item.get(2), item.get(3), amount.toPlainString());
      }
    },
    DASHED_PATH {
      @Override
      String item(List<String> item, BigDecimal amount, BigDecimal before) {
        return String.format(
            "“%s-%s-%s”科目%s万元，主要用于人员支出。",
            item.get(1), item.get(2), item.get(3), amount.toPlainString());
      }
    },
    CODE_BEFORE {
      @Override
      String item(List<String> item, BigDecimal amount, BigDecimal before) {
        return String.format(
            "%s-%s%s万元。主要用于日常工作。", item.get(0), item.get(3), amount.toPlainString());
      }
    },
    CODES_BEFORE {
      @Override
      String item(List<String> item, BigDecimal amount, BigDecimal before) {
        String code = item.get(0);
        return String.format(
            "%s%s（类）%s%s（款）%s%s（项）%s万元，主要用于日常工作。",
            code.substring(0, 3),
            item.get(1),
            code.substring(0, 5),
            item.get(2),
            code,
            item.get(3),
            amount.toPlainString());
      }
    },
    CODE_AFTER {
      @Override
      String item(List<String> item, BigDecimal amount, BigDecimal before) {
        return String.format(
            "%s（%s）%s万元，%s，主要原因是工作任务变化；",
            item.get(3), item.get(0), amount.toPlainString(), change("较上年", amount, before));
      }
    },
    CODES_INSIDE {
      @Override
      String item(List<String> item, BigDecimal amount, BigDecimal before) {
        String code = item.get(0);
        return String.format(
            "%s（%s类）%s（%s款）%s（%s项）%s万元，主要用于专项工作。2024年预算安排%s万元，%s。",
            item.get(1),
            code.substring(0, 3),
            item.get(2),
            code.substring(3, 5),
            item.get(3),
            code.substring(5),
            amount.toPlainString(),
            amount.toPlainString(),
            change("比2023年", amount, before));
      }
    },
    SPOKEN {
      @Override
      String item(List<String> item, BigDecimal amount, BigDecimal before) {
        return String.format(
            "%s（款）%s（项）支出%s万元，与上年相比%s。主要原因是政策调整增加支出1.23万元。",
            item.get(2), item.get(3), amount.toPlainString(), change("", amount, before));
      }
    },
    BOTH_YEARS {
      @Override
      String item(List<String> item, BigDecimal amount, BigDecimal before) {
        return String.format(
            "%s（类）%s（款）%s（项）2024年预算数为%s万元，比2023年执行数%s万元%s。",
            item.get(1),
            item.get(2),
            item.get(3),
            amount.toPlainString(),
            before.toPlainString(),
            change("", amount, before));
      }
    };

    abstract String item(List<String> item, BigDecimal amount, BigDecimal before);

    private static String change(String than, BigDecimal amount, BigDecimal before) {
      BigDecimal change = amount.subtract(before);
      String rate =
          change
              .abs()
              .multiply(new BigDecimal(100))
              .divide(before, 2, RoundingMode.HALF_UP)
              .toPlainString();
      return String.format(
          change.signum() < 0 ? "%s减少%s万元，下降%s%%" : "%s增加%s万元，增长%s%%",
          than,
          change.abs().toPlainString(),
          rate);
    }
  }

  /** What is put wrong into the prose. */
  enum Planted {
    NOTHING,
    WRONG_VALUE,
    SWAPPED_ITEMS,
    WRONG_TOTAL,
    LAST_YEARS_FIGURE,
    WRONG_DIRECTION,
    WRONG_SHARE,
    WRONG_SUM
  }

  static Stream<Arguments> cases() {
    return Stream.of(Wording.values())
        .flatMap(
            wording -> Stream.of(Planted.values()).map(planted -> Arguments.of(wording, planted)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsPlantedIsFoundAndNothingElse(Wording wording, Planted planted) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Made made = new Made(seed);
      List<String> text = new ArrayList<>(made.prose(wording));
      String wrong = made.plant(text, wording, planted);
      Disclosure read = made.read(text);
      List<Finding> found =
          read.findings().stream().filter(one -> one.severity() != Severity.INFO).toList();
      String all =
          wording + " " + planted + " " + seed + "\n" + text + "\n" + read.claims() + "\n" + found;
      if (planted == Planted.NOTHING) {
        assertEquals(List.of(), found, all);
        continue;
      }
      assertTrue(found.stream().anyMatch(one -> one.messageZh().contains(wrong)), all);
      assertTrue(found.stream().allMatch(one -> made.isPlanted(one, wrong)), all);
    }
  }

  /** A made disclosure: two years of special funds, a functional table, a summary. */
  private static final class Made {
    private final Random random;
    private final List<BigDecimal> amounts = new ArrayList<>();
    private final List<BigDecimal> before = new ArrayList<>();
    private final List<BigDecimal> special = new ArrayList<>();
    private final List<BigDecimal> specialBefore = new ArrayList<>();
    private final BigDecimal business;
    private final List<String> alsoWrong = new ArrayList<>();

    Made(int seed) {
      random = new Random(seed);
      for (int i = 0; i < ITEMS.size(); i++) {
        amounts.add(amount(10000));
        before.add(amounts.get(i).multiply(factor()).setScale(2, RoundingMode.HALF_UP));
      }
      for (int i = 0; i < PUBLIC.size(); i++) {
        special.add(amount(2000));
        specialBefore.add(special.get(i).multiply(factor()).setScale(2, RoundingMode.HALF_UP));
      }
      business = amount(50000);
    }

    /** An amount in 万元. */
    private BigDecimal amount(int most) {
      return BigDecimal.valueOf(1000 + random.nextInt(most * 10)).movePointLeft(2);
    }

    /** 0.60 to 0.89, or 1.10 to 1.39. */
    private BigDecimal factor() {
      int percent = 60 + random.nextInt(30);
      return BigDecimal.valueOf(random.nextBoolean() ? percent : percent + 50).movePointLeft(2);
    }

    private BigDecimal total() {
      return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal all() {
      return total().add(business);
    }

    private static BigDecimal sum(List<BigDecimal> values) {
      return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    List<String> prose(Wording wording) {
      List<String> text = new ArrayList<>();
      text.add("2024年，本部门收入预算" + all() + "万元，其中：财政拨款收入" + total() + "万元；事业收入" + business + "万元。");
      text.add("本部门当年支出预算总计" + all() + "万元。");
      text.add("财政拨款支出主要内容如下：");
      for (int i = 0; i < ITEMS.size(); i++) {
        text.add(number(i) + wording.item(ITEMS.get(i), amounts.get(i), before.get(i)));
      }
      text.add(shares(0));
      text.add(special(sum(special), special));
      for (int i = 0; i < PUBLIC.size(); i++) {
        text.add(special(i, special.get(i), special.get(i).subtract(specialBefore.get(i))));
      }
      return text;
    }

    private static String number(int i) {
      return (i + 1) + ".";
    }

    /** Groups with their shares of the whole; one of them may be another than it is. */
    private String shares(int wrong) {
      StringBuilder text = new StringBuilder("一般公共预算拨款支出预算" + total() + "万元，其中：");
      for (String code : List.of("206", "208", "210", "221")) {
        BigDecimal sum = BigDecimal.ZERO;
        String name = "";
        for (int i = 0; i < ITEMS.size(); i++) {
          if (ITEMS.get(i).get(0).startsWith(code)) {
            sum = sum.add(amounts.get(i));
            name = ITEMS.get(i).get(1);
          }
        }
        BigDecimal share =
            sum.multiply(new BigDecimal(100)).divide(total(), 2, RoundingMode.HALF_UP);
        share = code.equals("210") ? share.add(BigDecimal.valueOf(wrong)) : share;
        text.append(name).append("（类）").append(sum).append("万元，占").append(share).append("%；");
      }
      return text.toString();
    }

    private static String special(BigDecimal whole, List<BigDecimal> parts) {
      return "2024年“三公”经费预算数为"
          + whole
          + "万元，其中：因公出国（境）费"
          + parts.get(0)
          + "万元，公务用车购置及运行费"
          + parts.get(1)
          + "万元，公务接待费"
          + parts.get(2)
          + "万元。";
    }

    private static String special(int i, BigDecimal amount, BigDecimal change) {
      return "2024年"
          + PUBLIC.get(i)
          + "预算"
          + amount
          + "万元，比2023年预算"
          + (change.signum() < 0 ? "减少" : "增加")
          + change.abs()
          + "万元。";
    }

    /** Puts something wrong into the prose; gives the words that a finding must quote. */
    String plant(List<String> text, Wording wording, Planted planted) {
      int firstItem = 3;
      int at = random.nextInt(ITEMS.size());
      BigDecimal right = amounts.get(at);
      BigDecimal wrong = right.add(BigDecimal.valueOf(123 + random.nextInt(500)).movePointLeft(1));
      int special0 = firstItem + ITEMS.size() + 1;
      return switch (planted) {
        case NOTHING -> "";
        case WRONG_VALUE -> {
          text.set(firstItem + at, number(at) + wording.item(ITEMS.get(at), wrong, before.get(at)));
          yield wrong + "万元";
        }
        case SWAPPED_ITEMS -> {
          int other = (at + 1) % ITEMS.size();
          BigDecimal theirs = amounts.get(other);
          text.set(
              firstItem + at, number(at) + wording.item(ITEMS.get(at), theirs, before.get(at)));
          text.set(
              firstItem + other,
              number(other) + wording.item(ITEMS.get(other), right, before.get(other)));
          alsoWrong.add(right + "万元");
          yield theirs + "万元";
        }
        case WRONG_TOTAL -> {
          text.set(1, "本部门当年支出预算总计" + all().add(BigDecimal.TEN) + "万元。");
          yield all().add(BigDecimal.TEN) + "万元";
        }
        case LAST_YEARS_FIGURE -> {
          text.set(special0 + 3, "2024年公务接待费预算" + specialBefore.get(2) + "万元。");
          yield specialBefore.get(2) + "万元";
        }
        case WRONG_DIRECTION -> {
          BigDecimal change = specialBefore.get(1).subtract(special.get(1));
          text.set(special0 + 2, special(1, special.get(1), change));
          yield change.abs() + "万元";
        }
        case WRONG_SHARE -> {
          String share = shares(7);
          text.set(firstItem + ITEMS.size(), share);
          String start = share.substring(share.indexOf("卫生健康支出"));
          yield start.substring(start.indexOf('占'), start.indexOf('%'));
        }
        case WRONG_SUM -> {
          BigDecimal more = sum(special).add(BigDecimal.ONE);
          text.set(special0, special(more, special));
          yield more + "万元";
        }
      };
    }

    boolean isPlanted(Finding finding, String wrong) {
      return finding.messageZh().contains(wrong)
          || alsoWrong.stream().anyMatch(finding.messageZh()::contains);
    }

    private static String yuan(BigDecimal amount) {
      return String.format("%,.2f", amount.movePointRight(4));
    }

    private List<Table> tables() {
      List<String> rows = new ArrayList<>();
      rows.add("项目|<|<|<|一般公共预算支出|<|<");
      rows.add("功能分类科目编码|<|<|功能分类科目名称|合计|基本支出|项目支出");
      rows.add("类|款|项|^|^|^|^");
      String above = "";
      for (List<String> item : ITEMS) {
        String code = item.get(0);
        for (int length = 3; length <= 7; length += 2) {
          String prefix = code.substring(0, length);
          if (length < 7 && above.startsWith(prefix)) {
            continue;
          }
          BigDecimal sum = BigDecimal.ZERO;
          for (int i = 0; i < ITEMS.size(); i++) {
            sum = ITEMS.get(i).get(0).startsWith(prefix) ? sum.add(amounts.get(i)) : sum;
          }
          rows.add(
              String.join(
                  "|",
                  prefix.substring(0, 3),
                  length > 3 ? prefix.substring(3, 5) : "",
                  length > 5 ? prefix.substring(5) : "",
                  item.get(length / 2),
                  yuan(sum),
                  yuan(sum),
                  ""));
        }
        above = code;
      }
      rows.add("合计|<|<|<|" + yuan(total()) + "|" + yuan(total()) + "|");
      return List.of(
          table(
              "t1",
              "2024年部门财务收支预算总表",
              "元",
              "本年收入|<|本年支出|<",
              "项目|预算数|项目|预算数",
              "一、财政拨款收入|" + yuan(total()) + "|一、一般公共服务支出|" + yuan(all()),
              "二、事业收入|" + yuan(business) + "||",
              "收入总计|" + yuan(all()) + "|支出总计|" + yuan(all())),
          table("t2", "2024年部门一般公共预算支出功能分类预算表", "元", rows.toArray(String[]::new)),
          table(
              "t3",
              "2024年部门“三公”经费预算表",
              "万元",
              "2023年|<|<|<|2024年|<|<|<",
              "合计|因公出国（境）费|公务用车购置及运行费|公务接待费|合计|因公出国（境）费|公务用车购置及运行费|公务接待费",
              String.join(
                  "|",
                  sum(specialBefore).toPlainString(),
                  join(specialBefore),
                  sum(special).toPlainString(),
                  join(special))));
    }

    private static String join(List<BigDecimal> values) {
      return String.join("|", values.stream().map(BigDecimal::toPlainString).toList());
    }

    private static Table table(String id, String title, String unit, String... rows) {
      List<TextLine> above = new ArrayList<>();
      above.addAll(TextLines.of(List.of(Grids.word(title, 10, -60))));
      above.addAll(TextLines.of(List.of(Grids.word("单位：" + unit, 10, -40))));
      return MAPPER.map(PlacedGrid.of(Grids.of(rows), above, List.of()), id).table();
    }

    Disclosure read(List<String> paragraphs) {
      return MadeProse.linked(
          CLAIMS, Stage.BUDGET, MadeProse.lines(paragraphs.toArray(String[]::new)), tables());
    }
  }
}
