package org.yusuan.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.knowledge.table.Vocabulary;
import org.yusuan.model.Blame;
import org.yusuan.model.CellRef;
import org.yusuan.model.Finding;
import org.yusuan.model.Severity;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;
import org.yusuan.text.TextNormalizer;

/**
 * Reports what keeps the figures of a table from being understood: a note that denies them, no
 * unit, a cell that is no number where numbers stand. Nothing published is changed.
 */
public final class TableReview {

  /** Text that can only be meant as figures; a sentence with a year in it is none. */
  private static final Pattern FIGURES = Pattern.compile("(?=.*\\d)[\\d.,:()△▲\\-−+%]+");

  private final Vocabulary words;

  /** A review by the words of the given layouts. */
  public TableReview(Layouts layouts) {
    this.words = layouts.vocabulary();
  }

  /** What stands out in the tables of one document. */
  public List<Finding> review(List<Table> tables) {
    List<Finding> findings = new ArrayList<>();
    for (Table table : tables) {
      CellRef filled = firstFigure(table);
      if (filled != null && saysEmpty(table.note())) {
        findings.add(
            finding(
                "note-denies-figures",
                Severity.WARNING,
                table,
                filled,
                "附注称本表为空表或无数据，表中却有数字",
                "its note says that it is blank, yet it has figures"));
      }
      if (filled != null && table.unit() == null && !table.kind().equals(Table.UNKNOWN)) {
        boolean assumed = table.unitFactor() != null;
        findings.add(
            finding(
                assumed ? "unit-assumed" : "unit-missing",
                Severity.WARNING,
                table,
                filled,
                assumed ? "金额单位无法识别，按其他各表的单位换算为元" : "未注明金额单位，数字无法换算为元",
                assumed
                    ? "its unit cannot be read; it was taken for that of the other tables"
                    : "no unit is stated: its figures cannot be given in yuan"));
      }
      if (!table.kind().equals(Table.UNKNOWN)) {
        findings.addAll(noNumbers(table));
        findings.addAll(shortCodes(table));
      }
    }
    return findings;
  }

  private boolean saysEmpty(@Nullable String note) {
    return note != null
        && note.lines()
            .anyMatch(line -> words.captions().empty().matcher(TextNormalizer.of(line)).matches());
  }

  /** The first amount that is not nothing; null if there is none. */
  private static @Nullable CellRef firstFigure(Table table) {
    for (int r = 0; r < table.rows().size(); r++) {
      for (Cell cell : table.rows().get(r).cells()) {
        if (isAmount(table, cell) && cell.value() != null && cell.value().signum() != 0) {
          return new CellRef(table.id(), r, cell.column());
        }
      }
    }
    return null;
  }

  private static List<Finding> noNumbers(Table table) {
    List<Finding> findings = new ArrayList<>();
    for (int r = 0; r < table.rows().size(); r++) {
      Row row = table.rows().get(r);
      for (Cell cell : row.cells()) {
        // A cell that spans columns is a remark.
        if (isAmount(table, cell)
            && cell.columnSpan() == 1
            && cell.value() == null
            && FIGURES.matcher(TextNormalizer.of(cell.text())).matches()) {
          findings.add(
              finding(
                  "not-a-number",
                  Severity.WARNING,
                  table,
                  new CellRef(table.id(), r, cell.column()),
                  "金额栏中的「" + cell.text() + "」不是一个数",
                  "\"" + cell.text() + "\" in a column of amounts is not one number"));
        }
      }
    }
    return findings;
  }

  /** Spreadsheet programs drop the zero of 05; the code is read with it, and the cell reported. */
  private static List<Finding> shortCodes(Table table) {
    List<Finding> findings = new ArrayList<>();
    for (int r = 0; r < table.rows().size(); r++) {
      for (Cell cell : table.rows().get(r).cells()) {
        ColumnRole role = table.columns().get(cell.column()).role();
        if ((role == ColumnRole.CODE_GROUP || role == ColumnRole.CODE_ITEM)
            && TextNormalizer.of(cell.text()).matches("\\d")) {
          findings.add(
              finding(
                  "short-code",
                  Severity.INFO,
                  table,
                  new CellRef(table.id(), r, cell.column()),
                  "科目编码「" + cell.text() + "」少一位，按「0" + cell.text().strip() + "」处理",
                  "the code \""
                      + cell.text()
                      + "\" lacks a digit; it was taken for 0"
                      + cell.text().strip()));
        }
      }
    }
    return findings;
  }

  private static boolean isAmount(Table table, Cell cell) {
    return table.columns().get(cell.column()).role() == ColumnRole.AMOUNT;
  }

  private static Finding finding(
      String rule, Severity severity, Table table, CellRef ref, String zh, String en) {
    Cell cell =
        table.rows().get(ref.row()).cells().stream()
            .filter(one -> one.column() == ref.column())
            .findFirst()
            .orElseThrow();
    String where = table.title() == null ? table.id() : table.title();
    return new Finding(
        rule,
        severity,
        cell.origin() == Origin.OCR ? Blame.UNKNOWN : Blame.DOCUMENT,
        "「" + where + "」：" + zh,
        where + ": " + en,
        List.of(ref),
        null,
        null,
        null,
        cell.page());
  }
}
