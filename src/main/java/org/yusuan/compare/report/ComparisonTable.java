package org.yusuan.compare.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.yusuan.compare.holding.Holdings;
import org.yusuan.compare.holding.StatedLine;
import org.yusuan.compare.line.ComparedLine;
import org.yusuan.compare.line.LineChange;
import org.yusuan.compare.series.Comparison;
import org.yusuan.compare.series.View;
import org.yusuan.export.CsvFacts;
import org.yusuan.export.Fact;
import org.yusuan.export.JsonTerm;
import org.yusuan.knowledge.message.Wording;

/**
 * A comparison as a table: a row for each line; for each period its amount in 元 with all that says
 * where it stands; for each change its kind, amount and percentage.
 *
 * @param header names of the columns
 * @param rows a text or a number in each column; null for nothing
 */
record ComparisonTable(List<String> header, List<List<@Nullable Object>> rows) {

  private static final String HEADER_FILL = "E7ECF2";

  /** Font size of the title in points. */
  private static final int TITLE_POINTS = 14;

  /** Row of the header, counted from 0: the title and the unit stand above it. */
  private static final int HEADER_ROW = 2;

  /** Characters of the widest column: two of them fit on a landscape page. Guess. */
  private static final int MAX_WIDTH_CHARACTERS = 44;

  static ComparisonTable of(View view, List<Comparison.PeriodColumn> columns) {
    List<String> header = new ArrayList<>(List.of("code", "name", "name_en", "level", "total"));
    for (Comparison.PeriodColumn column : columns) {
      String id = column.period().id();
      for (String part :
          List.of("state", "amount", "text", "unit", "status", "file", "page", "label")) {
        header.add(id + ' ' + part);
      }
    }
    List<LineChange> changes = view.lines().isEmpty() ? List.of() : view.lines().get(0).changes();
    for (LineChange change : changes) {
      String pair = change.from().id() + " → " + change.to().id();
      header.add(pair + " kind");
      header.add(pair + " amount");
      header.add(pair + (change.isExecution() ? " execution %" : " %"));
    }
    header.add("说明");
    header.add("notes");
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ComparedLine line : view.lines()) {
      rows.add(row(line, columns));
    }
    return new ComparisonTable(header, Collections.unmodifiableList(rows));
  }

  private static List<@Nullable Object> row(
      ComparedLine line, List<Comparison.PeriodColumn> columns) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(line.code());
    row.add(line.name());
    row.add(line.english());
    row.add(line.level());
    row.add(line.total() ? "total" : null);
    for (int i = 0; i < columns.size(); i++) {
      StatedLine entry = line.entries().get(i);
      Fact fact = entry.fact();
      row.add(JsonTerm.of(entry.state()));
      row.add(entry.amount());
      row.add(fact == null ? null : fact.text());
      row.add(fact == null ? null : fact.unit());
      row.add(fact == null ? null : fact.evidence().status());
      row.add(columns.get(i).document().file());
      row.add(fact != null ? (Integer) fact.evidence().page() : pageOf(entry));
      row.add(entry.label());
    }
    List<Wording> notes = new ArrayList<>(line.notes());
    for (LineChange change : line.changes()) {
      row.add(JsonTerm.of(change.kind()));
      row.add(change.amount());
      row.add(change.percent());
      change.notes().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
    }
    row.add(notes.stream().map(Wording::zh).collect(Collectors.joining("；")));
    row.add(notes.stream().map(Wording::en).collect(Collectors.joining("; ")));
    return row;
  }

  private static @Nullable Integer pageOf(StatedLine entry) {
    return entry.line() == null ? null : entry.line().page();
  }

  /** The table as CSV; texts that a spreadsheet would run as formulas are made harmless. */
  String csv() {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(header);
      for (List<@Nullable Object> row : rows) {
        csv.writeRecord(row.stream().map(ComparisonTable::csv).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static String csv(@Nullable Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value == null
        ? ""
        : value instanceof String text ? CsvFacts.defused(text) : value.toString();
  }

  /** A sheet of a workbook with this table under a title; it prints on A4 landscape. */
  void sheet(Workbook workbook, String name, String title) {
    Worksheet sheet = workbook.newWorksheet(name);
    sheet.value(0, 0, title);
    sheet.style(0, 0).bold().fontSize(TITLE_POINTS).set();
    sheet.value(1, 0, "金额单位：元  Amounts in yuan");
    for (int column = 0; column < header.size(); column++) {
      sheet.value(HEADER_ROW, column, header.get(column));
      sheet.style(HEADER_ROW, column).bold().wrapText(true).fillColor(HEADER_FILL).set();
      sheet.width(column, width(column));
    }
    for (int row = 0; row < rows.size(); row++) {
      int at = row + HEADER_ROW + 1;
      for (int column = 0; column < header.size(); column++) {
        Object value = rows.get(row).get(column);
        if (value instanceof Number number) {
          sheet.value(at, column, number);
          boolean money = value instanceof BigDecimal;
          sheet
              .style(at, column)
              .format(money ? "#,##0.00" : "0")
              .horizontalAlignment("right")
              .verticalAlignment("top")
              .set();
        } else if (value != null) {
          sheet.value(at, column, value.toString());
          sheet.style(at, column).wrapText(true).verticalAlignment("top").set();
        }
      }
    }
    sheet.freezePane(2, HEADER_ROW + 1);
    sheet.setAutoFilter(HEADER_ROW, 0, HEADER_ROW + rows.size(), header.size() - 1);
    sheet.pageOrientation("landscape");
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.repeatRows(0, HEADER_ROW);
  }

  /**
   * The width of a column: that of its longest number or word, within bounds; longer texts wrap.
   */
  private double width(int column) {
    int longest = 8;
    for (List<@Nullable Object> row : rows) {
      Object value = row.get(column);
      String text = value instanceof BigDecimal number ? number.toPlainString() : "";
      longest = Math.max(longest, value instanceof String word ? 2 * word.length() : text.length());
    }
    return Math.min(longest + 4, MAX_WIDTH_CHARACTERS);
  }

  /** All views of a comparison and its notes as a workbook. */
  static void workbook(Comparison comparison, OutputStream out) throws IOException {
    Workbook workbook = new Workbook(out, "Yusuan", null);
    String whose = String.join("、", comparison.organizations()) + " ";
    List<Comparison.PeriodColumn> columns = comparison.columns();
    of(comparison.lines(), columns)
        .sheet(workbook, "对比 Comparison", whose + comparison.lines().series().zh());
    of(comparison.totals(), columns).sheet(workbook, "总计 Totals", whose + "收支总计");
    of(comparison.functions(), columns).sheet(workbook, "功能 Functions", whose + "支出按功能分类");
    of(comparison.threePublic(), columns).sheet(workbook, "三公 Three public", whose + "“三公”经费");
    if (!comparison.debts().lines().isEmpty()) {
      of(comparison.debts(), columns).sheet(workbook, "债务 Debt", whose + "政府债务限额与余额");
    }
    Worksheet notes = workbook.newWorksheet("说明 Notes");
    int row = 0;
    for (Wording note : comparison.allNotes()) {
      notes.value(row, 0, note.zh());
      notes.value(row, 1, note.en());
      row++;
    }
    for (Holdings.Contradiction contradiction : comparison.contradictions()) {
      notes.value(row, 0, contradiction.message().zh());
      notes.value(row, 1, contradiction.message().en());
      row++;
    }
    for (int line = 0; line < row; line++) {
      notes.style(line, 0).wrapText(true).verticalAlignment("top").set();
      notes.style(line, 1).wrapText(true).verticalAlignment("top").set();
    }
    notes.width(0, 60);
    notes.width(1, 60);
    notes.pageOrientation("landscape");
    notes.paperSize(PaperSize.A4_PAPER);
    notes.fitToWidth((short) 1);
    notes.fitToHeight((short) 0);
    workbook.finish();
  }
}
