package org.yusuan.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yusuan.correction.CorrectionEntry.Kind;
import org.yusuan.export.JsonTerm;
import org.yusuan.model.Disclosure;
import org.yusuan.model.Stated;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.Region;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;

/**
 * Turns the edits of a person in a JSON file into corrections, by comparing the file with what is
 * read from the document itself. Texts, titles, units, kinds, meanings of columns, kinds of rows
 * and the subject are compared; amounts are not, since they follow from texts.
 */
public final class Edits {

  private final Disclosure read;
  private final String who;
  private final String when;
  private final List<CorrectionEntry> entries = new ArrayList<>();

  private Edits(Disclosure read, String who, String when) {
    this.read = read;
    this.who = who;
    this.when = when;
  }

  /**
   * The corrections that turn what was read into what the file states.
   *
   * @param read what is read from the document, without corrections
   * @param edited the file
   * @param who who edited it
   * @param when the time, as ISO 8601 with its zone
   * @throws IllegalArgumentException if the file is of another document, or its tables, rows or
   *     cells are others: what was added or taken away cannot be told from what was moved
   */
  public static List<CorrectionEntry> between(
      Disclosure read, Disclosure edited, String who, String when) {
    if (!read.source().sha256().equals(edited.source().sha256())) {
      throw new IllegalArgumentException("the file was read from another document");
    }
    if (read.tables().size() != edited.tables().size()) {
      throw new IllegalArgumentException(
          "the file has "
              + edited.tables().size()
              + " tables, the document "
              + read.tables().size());
    }
    Edits edits = new Edits(read, who, when);
    edits.subject(edited);
    for (int t = 0; t < read.tables().size(); t++) {
      edits.table(read.tables().get(t), edited.tables().get(t));
    }
    return List.copyOf(edits.entries);
  }

  /**
   * Of these corrections, those that were not made before: a file that was written with corrections
   * holds them all, and its editor did not make them.
   */
  public static List<CorrectionEntry> without(List<CorrectionEntry> edits, Corrections made) {
    return edits.stream()
        .filter(
            edit -> made.of(edit.document()).stream().noneMatch(known -> saysTheSame(known, edit)))
        .toList();
  }

  private static boolean saysTheSame(CorrectionEntry known, CorrectionEntry edit) {
    Box one = known.bbox();
    Box other = edit.bbox();
    return known.kind() == edit.kind()
        && known.is().equals(edit.is())
        && Objects.equals(known.page(), edit.page())
        && Objects.equals(known.target(), edit.target())
        && (one == null || other == null
            ? one == other
            : one.intersectionOverUnion(other) >= Replay.MIN_SHARED_AREA);
  }

  private void subject(Disclosure edited) {
    var before = read.subject();
    var now = edited.subject();
    add(Kind.ORGANIZATION, null, null, value(before.organization()), value(now.organization()));
    add(Kind.FISCAL_YEAR, null, null, value(before.fiscalYear()), value(now.fiscalYear()));
    add(Kind.STAGE, null, null, value(before.stage()), value(now.stage()));
  }

  private void table(Table before, Table now) {
    if (before.rows().size() != now.rows().size()
        || before.columns().size() != now.columns().size()) {
      throw new IllegalArgumentException(
          "table " + before.id() + " of the file has other rows or columns than the document");
    }
    Region region = before.regions().get(0);
    add(Kind.TITLE, region, null, text(before.title()), text(now.title()));
    add(Kind.UNIT, region, null, text(before.unit()), text(now.unit()));
    add(Kind.TABLE_KIND, region, null, before.kind(), now.kind());
    for (int c = 0; c < before.columns().size(); c++) {
      Column column = before.columns().get(c);
      String path = String.join("/", column.header());
      add(Kind.COLUMN, region, path, meaning(column), meaning(now.columns().get(c)));
    }
    for (int r = 0; r < before.rows().size(); r++) {
      row(before, before.rows().get(r), now.rows().get(r));
    }
  }

  private void row(Table table, Row before, Row now) {
    if (before.cells().size() != now.cells().size()) {
      throw new IllegalArgumentException(
          "table " + table.id() + " of the file has other cells than the document");
    }
    for (int c = 0; c < before.cells().size(); c++) {
      Cell cell = before.cells().get(c);
      Region region = new Region(cell.page(), cell.bbox());
      add(Kind.CELL, region, null, cell.text(), now.cells().get(c).text());
      if (c == 0) {
        add(Kind.ROW, region, null, term(before.kind()), term(now.kind()));
      }
    }
  }

  private void add(
      Kind kind, @Nullable Region region, @Nullable String target, String was, String now) {
    if (!was.equals(now)) {
      Integer page = region == null ? null : region.page();
      Box box = region == null ? null : region.bbox();
      entries.add(
          CorrectionEntry.of(
              read.source().sha256(), kind, page, box, target, was, now, who, when, null));
    }
  }

  private static String meaning(Column column) {
    String role = term(column.role());
    return column.measure() == null ? role : role + ":" + column.measure();
  }

  private static String value(@Nullable Stated<?> stated) {
    if (stated == null) {
      return "";
    }
    return stated.value() instanceof Enum<?> term ? term(term) : String.valueOf(stated.value());
  }

  private static String term(Enum<?> constant) {
    return JsonTerm.of(constant);
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
