package org.yusuan.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.yusuan.io.AtomicFile;
import org.yusuan.model.Disclosure;
import org.yusuan.model.Quality;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Table;

/**
 * A disclosure as a workbook: a sheet that says what it is, one sheet per table that looks like the
 * original, its findings and its facts.
 *
 * <p>Numbers are numbers with the decimals that were printed; findings and corrections stand as
 * comments on their cells. Text is never a formula.
 */
public final class XlsxTables {

  /** The longest sheet name that spreadsheets admit. */
  private static final int MAX_SHEET_NAME_CHARACTERS = 31;

  private final String version;
  private final Facts facts = new Facts();

  /**
   * A writer of workbooks.
   *
   * @param version the program's version, kept in the file's properties, as {@code 1.2}
   */
  public XlsxTables(String version) {
    this.version = version;
  }

  /**
   * Writes the workbook to a file, which is replaced.
   *
   * @throws IOException if the file cannot be written
   */
  public void write(Disclosure disclosure, Path file) throws IOException {
    AtomicFile.write(
        file,
        unfinished -> {
          try (OutputStream out = Files.newOutputStream(unfinished)) {
            write(disclosure, out);
          }
        });
  }

  /**
   * Writes the workbook and leaves the stream open.
   *
   * @throws IOException if the stream fails
   */
  public void write(Disclosure disclosure, OutputStream out) throws IOException {
    Workbook workbook = new Workbook(out, "Yusuan", workbookVersion(version));
    Set<String> names = new HashSet<>();
    Worksheet about = workbook.newWorksheet(sheetName("文档 About", names));
    about(about, disclosure);
    XlsxTableSheet.printOnA4(about);
    Map<CellRef, List<Finding>> comments = comments(disclosure);
    for (Table table : disclosure.tables()) {
      String title = table.title() == null ? table.kind() : table.title();
      Worksheet sheet = workbook.newWorksheet(sheetName(table.id() + " " + title, names));
      new XlsxTableSheet(sheet, table, comments).write();
    }
    findings(workbook.newWorksheet(sheetName("问题 Findings", names)), disclosure);
    facts(workbook.newWorksheet(sheetName("数据 Facts", names)), disclosure);
    workbook.finish();
  }

  private static Map<CellRef, List<Finding>> comments(Disclosure disclosure) {
    record Noted(CellRef cell, Finding finding) {}
    return disclosure.findings().stream()
        .flatMap(finding -> finding.cells().stream().map(cell -> new Noted(cell, finding)))
        .collect(
            Collectors.groupingBy(
                Noted::cell, Collectors.mapping(Noted::finding, Collectors.toList())));
  }

  private static void about(Worksheet sheet, Disclosure disclosure) {
    Fact.Document document = Facts.document(disclosure);
    Quality quality = disclosure.quality();
    String[][] lines = {
      {"文件 File", document.file()},
      {"SHA-256", document.sha256()},
      {"单位 Organization", text(document.organization())},
      {"地区 Region", text(document.region())},
      {"级次 Level", text(document.level())},
      {"年度 Fiscal year", text(document.fiscalYear())},
      {"阶段 Stage", text(document.stage())},
      {"页数 Pages", text(disclosure.source().pageCount())},
      {"金额 Amounts", text(quality.amounts())},
      {"已验证 Verified", text(quality.verified())},
      {"未验证 Unverified", text(quality.unverified())},
      {"有争议 Disputed", text(quality.disputed())},
      {"已更正 Corrected", text(quality.corrected())},
    };
    for (int row = 0; row < lines.length; row++) {
      sheet.value(row, 0, lines[row][0]);
      sheet.style(row, 0).bold().set();
      sheet.value(row, 1, XlsxTableSheet.fitting(lines[row][1]));
    }
    sheet.width(0, 24);
    sheet.width(1, 70);
  }

  private static void findings(Worksheet sheet, Disclosure disclosure) {
    String[] header = {
      "rule",
      "severity",
      "blame",
      "说明",
      "message",
      "page",
      "cells",
      "expected",
      "actual",
      "difference"
    };
    header(sheet, List.of(header));
    int row = 1;
    for (Finding finding : disclosure.findings()) {
      sheet.value(row, 0, finding.rule());
      sheet.value(row, 1, JsonTerm.of(finding.severity()));
      sheet.value(row, 2, JsonTerm.of(finding.blame()));
      sheet.value(row, 3, XlsxTableSheet.fitting(finding.messageZh()));
      sheet.value(row, 4, XlsxTableSheet.fitting(finding.messageEn()));
      sheet.style(row, 3).wrapText(true).verticalAlignment("top").set();
      sheet.style(row, 4).wrapText(true).verticalAlignment("top").set();
      number(sheet, row, 5, finding.page());
      sheet.value(
          row,
          6,
          finding.cells().stream()
              .map(cell -> cell.table() + " r" + cell.row() + " c" + cell.column())
              .collect(Collectors.joining("; ")));
      number(sheet, row, 7, finding.expected());
      number(sheet, row, 8, finding.actual());
      number(sheet, row, 9, finding.difference());
      row++;
    }
    sheet.width(3, 60);
    sheet.width(4, 60);
  }

  private void facts(Worksheet sheet, Disclosure disclosure) {
    List<FactField> fields = factColumns();
    header(sheet, fields.stream().map(FactField::column).toList());
    int row = 1;
    for (Fact fact : facts.of(disclosure)) {
      for (int column = 0; column < fields.size(); column++) {
        Object value = fields.get(column).of(fact);
        if (value instanceof Number number) {
          number(sheet, row, column, number);
        } else if (value != null) {
          sheet.value(row, column, XlsxTableSheet.fitting(value.toString()));
        }
      }
      row++;
    }
    sheet.setAutoFilter(0, 0, fields.size() - 1);
  }

  /** The hash and what holds it stand last: they are for machines. */
  private static List<FactField> factColumns() {
    List<FactField> fields = new ArrayList<>(List.of(FactField.values()));
    fields.remove(FactField.DOCUMENT);
    fields.remove(FactField.ADDRESS);
    fields.add(FactField.DOCUMENT);
    fields.add(FactField.ADDRESS);
    return fields;
  }

  private static void header(Worksheet sheet, List<String> columns) {
    for (int column = 0; column < columns.size(); column++) {
      sheet.value(0, column, columns.get(column));
      sheet.style(0, column).bold().fillColor(XlsxTableSheet.HEADER_FILL).set();
    }
    sheet.freezePane(0, 1);
    XlsxTableSheet.printOnA4(sheet);
    sheet.repeatRows(0, 0);
  }

  private static void number(Worksheet sheet, int row, int column, @Nullable Number value) {
    if (value != null) {
      sheet.value(row, column, value);
      if (value instanceof BigDecimal) {
        sheet.style(row, column).format("#,##0.00").horizontalAlignment("right").set();
      }
    }
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** A name that spreadsheets admit and that no other sheet has. */
  private static String sheetName(String wish, Set<String> taken) {
    String plain = wish.replaceAll("[\\[\\]:*?/\\\\'\\p{Cntrl}]", " ").strip();
    String name = plain.substring(0, Math.min(plain.length(), MAX_SHEET_NAME_CHARACTERS)).strip();
    for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
      String suffix = " " + n;
      int length = Math.min(plain.length(), MAX_SHEET_NAME_CHARACTERS - suffix.length());
      name = plain.substring(0, length).strip() + suffix;
    }
    return name;
  }

  /** File properties admit versions of the form 1.23 only. */
  private static String workbookVersion(String version) {
    String[] parts = version.split("[^0-9]+", -1);
    String major = parts[0].isEmpty() ? "0" : parts[0];
    String minor = parts.length < 2 || parts[1].isEmpty() ? "0" : parts[1];
    return major + "." + minor;
  }

  /** The largest text of a cell that decides a column's width. */
  static int printedWidth(Cell cell) {
    return cell.columnSpan() > 1 ? 0 : XlsxTableSheet.width(cell.text());
  }
}
