package org.yusuan.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.HeaderCell;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Status;
import org.yusuan.model.table.Table;

/** One table on one sheet: title, unit, header with its merged cells, body, notes. */
final class XlsxTableSheet {

  static final String HEADER_FILL = "E8EDF3";
  private static final String DISPUTED_FILL = "F8D7DA";
  private static final String CORRECTED_FILL = "FFF3CD";

  /** The narrowest column, in characters. A guess. */
  private static final int MIN_WIDTH_CHARACTERS = 6;

  /** The widest column, in characters: longer texts wrap. A guess. */
  private static final int MAX_WIDTH_CHARACTERS = 44;

  /** Row in which the header begins, counted from 0: title and unit stand above it. */
  private static final int HEADER_TOP_ROW = 2;

  /** Height of a line of text at the size of the header, in points. */
  private static final double LINE_HEIGHT_POINTS = 15;

  /** The columns whose text shows by its place how deep a row is. */
  private static final Set<ColumnRole> INDENTED = EnumSet.of(ColumnRole.ITEM, ColumnRole.NAME);

  private final Worksheet sheet;
  private final Table table;
  private final Map<CellRef, List<Finding>> findings;
  private final Set<Long> taken = new HashSet<>();
  private final int bodyTop;

  XlsxTableSheet(Worksheet sheet, Table table, Map<CellRef, List<Finding>> findings) {
    this.sheet = sheet;
    this.table = table;
    this.findings = findings;
    this.bodyTop = HEADER_TOP_ROW + Math.max(1, table.headerRows());
  }

  void write() {
    int width = Math.max(1, table.columns().size());
    caption(width);
    header();
    body();
    int below = bodyTop + table.rows().stream().mapToInt(row -> row.line() + 1).max().orElse(0);
    if (table.note() != null) {
      sheet.value(below, 0, fitting(table.note()));
    }
    widths(width);
    sheet.freezePane(keyColumns(), bodyTop);
    sheet.repeatRows(HEADER_TOP_ROW, bodyTop - 1);
    printOnA4(sheet);
  }

  /** All columns of a sheet on the width of an A4 page on its side, as many pages as it takes. */
  static void printOnA4(Worksheet sheet) {
    sheet.pageOrientation("landscape");
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
  }

  private void caption(int width) {
    sheet.value(0, 0, fitting(table.title() == null ? table.kind() : table.title()));
    StyleSetter title = sheet.range(0, 0, 0, width - 1).style();
    title.bold().fontSize(14).horizontalAlignment("center").set();
    if (width > 1) {
      sheet.range(0, 0, 0, width - 1).merge();
    }
    String pages = table.pages().stream().map(String::valueOf).collect(Collectors.joining(", "));
    sheet.value(1, 0, "第 " + pages + " 页 (p. " + pages + ")");
    if (table.unit() != null && width > 1) {
      sheet.value(1, width - 1, "单位：" + table.unit());
      sheet.style(1, width - 1).horizontalAlignment("right").set();
    }
  }

  private void header() {
    if (table.header().isEmpty()) {
      for (int column = 0; column < table.columns().size(); column++) {
        List<String> path = table.columns().get(column).header();
        place(bodyTop - 1, column, 1, 1, path.isEmpty() ? "" : path.get(path.size() - 1));
      }
    }
    for (HeaderCell cell : table.header()) {
      int row = HEADER_TOP_ROW + cell.row();
      place(row, cell.column(), cell.rowSpan(), cell.columnSpan(), cell.text());
    }
  }

  private void place(int row, int column, int rowSpan, int columnSpan, String text) {
    if (!claim(row, column, rowSpan, columnSpan)) {
      return;
    }
    int bottom = row + rowSpan - 1;
    int right = column + columnSpan - 1;
    sheet.value(row, column, fitting(text));
    sheet
        .range(row, column, bottom, right)
        .style()
        .bold()
        .wrapText(true)
        .fillColor(HEADER_FILL)
        .horizontalAlignment("center")
        .verticalAlignment("center")
        .borderStyle(BorderStyle.THIN)
        .set();
    if (rowSpan > 1 || columnSpan > 1) {
      sheet.range(row, column, bottom, right).merge();
    }
  }

  private void body() {
    for (int index = 0; index < table.rows().size(); index++) {
      Row row = table.rows().get(index);
      for (Cell cell : row.cells()) {
        body(index, row, cell);
      }
    }
  }

  private void body(int index, Row row, Cell cell) {
    int top = bodyTop + row.line();
    int bottom = top + cell.rowSpan() - 1;
    int right = cell.column() + cell.columnSpan() - 1;
    if (!claim(top, cell.column(), cell.rowSpan(), cell.columnSpan())) {
      return;
    }
    StyleSetter style = sheet.range(top, cell.column(), bottom, right).style();
    style.borderStyle(BorderStyle.THIN).verticalAlignment("center");
    BigDecimal value = cell.value();
    if (value != null && !isKey(cell)) {
      sheet.value(top, cell.column(), value);
      style.horizontalAlignment("right").format(format(value, cell));
    } else if (!cell.text().isEmpty()) {
      sheet.value(top, cell.column(), fitting(cell.text()));
      style.wrapText(true);
      if (row.level() > 1 && INDENTED.contains(role(cell))) {
        style.horizontalAlignment("left").indent(row.level() - 1);
      }
    }
    if (row.kind() != RowKind.ITEM) {
      style.bold();
    }
    if (cell.status() == Status.DISPUTED) {
      style.fillColor(DISPUTED_FILL);
    } else if (cell.correction() != null) {
      style.fillColor(CORRECTED_FILL);
    }
    style.set();
    if (bottom > top || right > cell.column()) {
      sheet.range(top, cell.column(), bottom, right).merge();
    }
    String comment = comment(index, cell);
    if (!comment.isEmpty()) {
      sheet.comment(top, cell.column(), comment);
    }
  }

  private String comment(int row, Cell cell) {
    List<String> lines = new ArrayList<>();
    CellRef reference = new CellRef(table.id(), row, cell.column());
    for (Finding finding : findings.getOrDefault(reference, List.of())) {
      lines.add(finding.messageZh());
      lines.add(finding.messageEn());
    }
    if (cell.correction() != null) {
      lines.add("更正：原识别为 " + cell.correction().read());
      lines.add("Corrected: first read as " + cell.correction().read());
    }
    return String.join("\n", lines);
  }

  /** Excel refuses merged areas that overlap: the first to claim a place keeps it. */
  private boolean claim(int row, int column, int rowSpan, int columnSpan) {
    Set<Long> wanted = new HashSet<>();
    for (int r = row; r < row + rowSpan; r++) {
      for (int c = column; c < column + columnSpan; c++) {
        wanted.add(((long) r << 32) + c);
      }
    }
    return wanted.stream().noneMatch(taken::contains) && taken.addAll(wanted);
  }

  /** Codes keep their digits as text. */
  private boolean isKey(Cell cell) {
    return switch (role(cell)) {
      case AMOUNT, COUNT, PERCENT -> false;
      default -> true;
    };
  }

  private ColumnRole role(Cell cell) {
    return table.columns().get(cell.column()).role();
  }

  /** The number as printed: its decimals, and its separators if it has any. */
  private static String format(BigDecimal value, Cell cell) {
    StringBuilder format = new StringBuilder(cell.text().contains(",") ? "#,##0" : "0");
    if (value.scale() > 0) {
      format.append('.').append("0".repeat(value.scale()));
    }
    String text = cell.text();
    if (text.endsWith("%") || text.endsWith("％")) {
      format.append("\"%\"");
    }
    return format.toString();
  }

  /** The columns at the left that say what a row is: they stay in sight. */
  private int keyColumns() {
    int count = 0;
    for (Column column : table.columns()) {
      if (column.role() == ColumnRole.AMOUNT || column.role() == ColumnRole.TEXT) {
        break;
      }
      count++;
    }
    boolean sensible = count > 0 && count < table.columns().size();
    return sensible ? count : 0;
  }

  private void widths(int columns) {
    int[] widths = new int[columns];
    for (Row row : table.rows()) {
      for (Cell cell : row.cells()) {
        widths[cell.column()] = Math.max(widths[cell.column()], XlsxTables.printedWidth(cell));
      }
    }
    for (int column = 0; column < columns; column++) {
      widths[column] =
          Math.max(MIN_WIDTH_CHARACTERS, Math.min(MAX_WIDTH_CHARACTERS, widths[column] + 2));
      sheet.width(column, widths[column]);
    }
    headerHeights(widths);
  }

  /** Makes the rows of the header as high as their wrapped texts need. */
  private void headerHeights(int[] widths) {
    Map<Integer, Integer> lines = new HashMap<>();
    for (HeaderCell cell : table.header()) {
      int wide = 0;
      for (int c = cell.column(); c < cell.column() + cell.columnSpan() && c < widths.length; c++) {
        wide += widths[c];
      }
      // A Chinese character that does not fit goes to the next line whole.
      int perLine = Math.max(2, wide - 2);
      int needed = up(up(width(cell.text()), perLine), cell.rowSpan());
      for (int row = cell.row(); row < cell.row() + cell.rowSpan(); row++) {
        lines.merge(HEADER_TOP_ROW + row, needed, Math::max);
      }
    }
    lines.forEach(
        (row, count) -> {
          if (count > 1) {
            sheet.rowHeight(row, Math.min(MAX_ROW_POINTS, count * LINE_HEIGHT_POINTS));
          }
        });
  }

  /** The quotient, rounded up. */
  private static int up(int dividend, int divisor) {
    return (dividend + divisor - 1) / divisor;
  }

  /** Width of a text in digits: a Chinese character takes two. */
  static int width(String text) {
    return text.codePoints().map(c -> c > 0xFF ? 2 : 1).sum();
  }

  /** A row of a workbook is at most this many points high: a limit of Excel. */
  private static final double MAX_ROW_POINTS = 409;

  /** A cell of a workbook holds at most this many characters: a limit of Excel. */
  private static final int MAX_CELL_CHARACTERS = 32_767;

  /** The text, cut off if no cell could hold it. */
  static String fitting(String text) {
    if (text.length() <= MAX_CELL_CHARACTERS) {
      return text;
    }
    int end = MAX_CELL_CHARACTERS - 1;
    boolean isPair = Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, isPair ? end - 1 : end) + "…";
  }
}
