package org.yusuan.benchmark.damage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.Quality;
import org.yusuan.model.SourceFile;
import org.yusuan.model.SourcePage;
import org.yusuan.model.Stated;
import org.yusuan.model.Subject;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Keys;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Reading;
import org.yusuan.model.table.Region;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Table;

/**
 * Makes up disclosures whose figures agree throughout, as read off a scan: revenue, expenditure and
 * general public budget by function, and basic expenditure by economic class. The numbers of rows,
 * sources of funds and the unit vary with the seed.
 */
final class ConsistentDisclosure {

  private static final Box BOX = new Box(0, 0, 10, 10);

  private final Random random;
  private final boolean inTenThousands;
  private final Origin origin;

  private ConsistentDisclosure(long seed) {
    this(seed, Origin.OCR);
  }

  private ConsistentDisclosure(long seed, Origin origin) {
    this.origin = origin;
    this.random = new Random(seed);
    this.inTenThousands = random.nextBoolean();
  }

  /** A disclosure of a handful of tables. The same seed gives the same one. */
  static Disclosure of(long seed) {
    return new ConsistentDisclosure(seed).make();
  }

  /** The same, as read from a text layer. */
  static Disclosure printed(long seed) {
    return new ConsistentDisclosure(seed, Origin.TEXT).make();
  }

  /**
   * A disclosure of one table.
   *
   * @param origin what it is read from
   * @param classes number of classes, each with ten groups of ten items
   * @param groups number of column groups, each with its sum and {@code parts} columns
   */
  static Disclosure wide(long seed, Origin origin, int classes, int groups, int parts) {
    ConsistentDisclosure made = new ConsistentDisclosure(seed, origin);
    List<Column> columns = keyColumns("功能");
    columns.add(amount("总计", "total"));
    for (int g = 0; g < groups; g++) {
      columns.add(amount("第" + g + "组", "合计", "subtotal"));
      for (int p = 0; p < parts; p++) {
        columns.add(amount("第" + g + "组", "第" + p + "项", null));
      }
    }
    List<MadeRow> lines = new ArrayList<>();
    for (int c = 0; c < classes; c++) {
      for (int g = 1; g <= 10; g++) {
        for (int i = 1; i <= 10; i++) {
          long[] leaf = new long[1 + groups * (1 + parts)];
          for (int k = 0; k < groups; k++) {
            int at = 1 + k * (1 + parts);
            for (int p = 1; p <= parts; p++) {
              leaf[at + p] = made.random.nextInt(4) == 0 ? 0 : 1 + made.random.nextInt(9_999_999);
              leaf[at] += leaf[at + p];
            }
            leaf[0] += leaf[at];
          }
          lines.add(new MadeRow(String.format("%03d%02d%02d", 200 + c, g, i), leaf));
        }
      }
    }
    return made.disclosure(List.of(made.table("t1", Table.UNKNOWN, columns, lines)));
  }

  /** One row: a code, and its amounts in the last printed place. */
  private record MadeRow(String code, long[] amounts) {}

  private Disclosure make() {
    int classes = 2 + random.nextInt(4);
    List<MadeRow> expenditure = new ArrayList<>();
    List<MadeRow> general = new ArrayList<>();
    List<MadeRow> income = new ArrayList<>();
    long basic = 0;
    for (int c = 0; c < classes; c++) {
      int groups = 1 + random.nextInt(3);
      for (int g = 0; g < groups; g++) {
        int items = 1 + random.nextInt(3);
        for (int i = 0; i < items; i++) {
          String code = String.format("%03d%02d%02d", 201 + 3 * c, 5 + g, 1 + i);
          long forBasic = random.nextInt(3) == 0 ? 0 : value();
          long forProjects = forBasic != 0 && random.nextInt(2) == 0 ? 0 : value();
          long other = random.nextInt(5) == 0 ? value() : 0;
          long business = random.nextInt(8) == 0 ? value() : 0;
          long all = forBasic + forProjects;
          basic += forBasic;
          general.add(new MadeRow(code, new long[] {all, forBasic, forProjects}));
          expenditure.add(
              new MadeRow(
                  code,
                  new long[] {all + other + business, forBasic, forProjects + other + business}));
          income.add(
              new MadeRow(code, new long[] {all + other + business, all, business, 0, other}));
        }
      }
    }
    List<Table> tables = new ArrayList<>();
    tables.add(
        table(
            "t1",
            "income",
            with(
                keyColumns("功能"),
                amount("合计", "total"),
                amount("财政拨款收入", "fiscal_appropriation"),
                amount("事业收入", "public_institution_revenue"),
                amount("经营收入", "business_revenue"),
                amount("其他收入", "other_revenue")),
            income));
    tables.add(table("t2", "expenditure", with(keyColumns("功能"), uses()), expenditure));
    tables.add(
        table("t3", "general_public_budget_functional", with(keyColumns("功能"), uses()), general));
    tables.add(
        table(
            "t4",
            "basic_expenditure_economic",
            with(
                keyColumns("经济"),
                amount("合计", "total"),
                amount("人员经费", "personnel_expenditure"),
                amount("公用经费", "public_expenditure")),
            economic(basic)));
    return disclosure(tables);
  }

  /** The same money by economic class: 301 and 303 are personnel, 302 and 310 public. */
  private List<MadeRow> economic(long basic) {
    List<MadeRow> lines = new ArrayList<>();
    int parts = 8 + random.nextInt(14);
    long left = basic;
    String[] classes = {"301", "302", "303", "310"};
    for (int i = 0; i < parts; i++) {
      long share = i == parts - 1 ? left : (long) (left * random.nextDouble() * 2 / (parts - i));
      left -= share;
      int k = i * classes.length / parts;
      boolean personnel = k % 2 == 0;
      lines.add(
          new MadeRow(
              classes[k] + String.format("%02d", i + 1),
              new long[] {share, personnel ? share : 0, personnel ? 0 : share}));
    }
    return lines;
  }

  private long value() {
    return 1 + (long) Math.exp(random.nextDouble() * (inTenThousands ? 13 : 17));
  }

  private static Column[] uses() {
    return new Column[] {
      amount("合计", "total"),
      amount("基本支出", "basic_expenditure"),
      amount("项目支出", "project_expenditure")
    };
  }

  private static List<Column> keyColumns(String kind) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(List.of(kind + "分类科目编码"), ColumnRole.CODE, null, null, null, 0));
    columns.add(new Column(List.of("科目名称"), ColumnRole.NAME, null, null, null, 0));
    return columns;
  }

  private static List<Column> with(List<Column> keys, Column... amounts) {
    keys.addAll(List.of(amounts));
    return keys;
  }

  private static Column amount(String header, @Nullable String measure) {
    return new Column(List.of(header), ColumnRole.AMOUNT, measure, null, null, 0);
  }

  private static Column amount(String group, String header, @Nullable String measure) {
    return new Column(List.of(group, header), ColumnRole.AMOUNT, measure, null, null, 0);
  }

  /** A table of leaves with their classes and groups above them, and the total below. */
  private Table table(String id, String kind, List<Column> columns, List<MadeRow> leaves) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      String code = leaves.get(i).code;
      for (int length = 3; length < code.length(); length += 2) {
        String prefix = code.substring(0, length);
        if (i == 0 || !leaves.get(i - 1).code.startsWith(prefix)) {
          rows.add(row(rows.size(), prefix, sum(leaves, i, prefix)));
        }
      }
      rows.add(row(rows.size(), code, leaves.get(i).amounts));
    }
    rows.add(row(rows.size(), null, sum(leaves, 0, "")));
    return new Table(
        id,
        kind,
        null,
        id,
        null,
        inTenThousands ? "万元" : "元",
        inTenThousands ? 10_000 : 1,
        List.of(1),
        List.of(new Region(1, BOX)),
        1,
        List.of(),
        columns,
        rows,
        false,
        null);
  }

  /** The sum of the leaves from one on, as long as their codes begin alike. */
  private static long[] sum(List<MadeRow> leaves, int from, String prefix) {
    long[] sum = new long[leaves.get(0).amounts.length];
    for (int i = from; i < leaves.size() && leaves.get(i).code.startsWith(prefix); i++) {
      for (int k = 0; k < sum.length; k++) {
        sum[k] += leaves.get(i).amounts[k];
      }
    }
    return sum;
  }

  private Row row(int line, @Nullable String code, long[] amounts) {
    List<Cell> cells = new ArrayList<>();
    String name = code == null ? "合计" : "科目" + code;
    cells.add(cell(0, code == null ? "" : code, null));
    cells.add(cell(1, name, null));
    for (int i = 0; i < amounts.length; i++) {
      BigDecimal value =
          amounts[i] == 0 ? null : BigDecimal.valueOf(amounts[i], inTenThousands ? 2 : 0);
      cells.add(cell(2 + i, value == null ? "" : value.toPlainString(), value));
    }
    boolean economic = code != null && code.startsWith("3");
    Keys keys =
        code == null
            ? Keys.labelled(name)
            : new Keys(
                name,
                economic ? null : code,
                economic ? code : null,
                code.length() > 3 ? code.substring(0, code.length() - 2) : null,
                null,
                null,
                null,
                null);
    return new Row(
        0,
        line,
        code == null ? RowKind.TOTAL : RowKind.ITEM,
        code == null ? 0 : (code.length() - 1) / 2,
        keys,
        cells);
  }

  private Cell cell(int column, String text, @Nullable BigDecimal value) {
    return new Cell(
        column,
        1,
        1,
        text,
        value,
        value == null ? null : amount(value),
        1,
        BOX,
        origin,
        origin == Origin.OCR ? 0.9 : null,
        List.<Reading>of(),
        null,
        null);
  }

  private BigDecimal amount(BigDecimal value) {
    return inTenThousands ? value.multiply(BigDecimal.valueOf(10_000)).setScale(2) : value;
  }

  private Disclosure disclosure(List<Table> tables) {
    return new Disclosure(
        Disclosure.VERSION,
        new SourceFile(
            "made.pdf",
            "0".repeat(64),
            1,
            null,
            List.of(new SourcePage(1, 595, 842, origin, List.of()))),
        new Subject(null, null, null, null, new Stated<>(Stage.BUDGET, "预算", 1, BOX), List.of()),
        tables,
        List.of(),
        List.of(),
        Quality.of(tables));
  }
}
