package org.yusuan.check.blame;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.assembly.PageContent;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;
import org.yusuan.page.TextLine;
import org.yusuan.text.PrintedNumber;
import org.yusuan.text.TextNormalizer;

/**
 * Doubts findings which what stands beside the tables speaks against: an amount that is missed
 * stands there, or a unit that was not understood; or a cell holds a name and the amount of the
 * next column. Something lies out of its place, in the file or in the reading: no publisher is
 * accused of that.
 */
public final class LooseText {

  /** A short line that states a unit, or does so but for a character. */
  private static final Pattern UNIT =
      Pattern.compile(
          ".{0,3}单位[:：](?:.{1,3}|.{0,6}元)|.{0,2}[单位:：].{0,2}[百千万亿]?元|.{1,3}[:：][百千万亿]元");

  /** A name with an amount right behind it. */
  private static final Pattern NAME_AND_AMOUNT =
      Pattern.compile(".*[\\p{IsHan}）]-?\\d[\\d,]*\\.\\d{2}");

  private final Map<Integer, Set<BigDecimal>> amounts = new HashMap<>();
  private final Set<Integer> units = new HashSet<>();

  private LooseText(List<PageContent> pages) {
    for (PageContent content : pages) {
      int page = content.page().number();
      for (TextLine line : content.lines()) {
        line.words().forEach(word -> add(page, word.text()));
      }
    }
  }

  private void add(int page, String text) {
    if (UNIT.matcher(TextNormalizer.of(text)).matches()) {
      units.add(page);
    }
    PrintedNumber figure = text.indexOf('.') < 0 ? null : PrintedNumber.parse(text);
    if (figure != null && !figure.percent()) {
      amounts.computeIfAbsent(page, key -> new HashSet<>()).add(figure.value().abs());
    }
  }

  /** The disclosure with its findings doubted where the text of the pages gives reason to. */
  public static Disclosure doubted(Disclosure disclosure, List<PageContent> pages) {
    if (disclosure.findings().stream().noneMatch(f -> f.blame() == Blame.DOCUMENT)) {
      return disclosure;
    }
    LooseText loose = new LooseText(pages);
    Map<String, Table> tables = new HashMap<>();
    Set<String> merged = new HashSet<>();
    for (Table table : disclosure.tables()) {
      tables.put(table.id(), table);
      if (hasAmountInName(table)) {
        merged.add(table.id());
      }
    }
    return disclosure.withFindings(
        disclosure.findings().stream()
            .map(
                finding ->
                    finding.blame() == Blame.DOCUMENT && loose.contradicts(finding, tables, merged)
                        ? DamagedPages.doubted(finding)
                        : finding)
            .toList());
  }

  private boolean contradicts(Finding finding, Map<String, Table> tables, Set<String> merged) {
    if (finding.rule().equals("unit-missing")) {
      return finding.page() != null && units.contains(finding.page());
    }
    if (finding.expected() == null) {
      return false;
    }
    for (CellRef ref : finding.cells()) {
      Table table = tables.get(ref.table());
      if (table != null && (merged.contains(table.id()) || isLoose(finding, table))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the amount that is expected, or amiss, stands beside the tables of a page. */
  private boolean isLoose(Finding finding, Table table) {
    BigDecimal factor = BigDecimal.valueOf(Objects.requireNonNullElse(table.unitFactor(), 1));
    for (int page : table.pages()) {
      Set<BigDecimal> here = amounts.getOrDefault(page, Set.of());
      if (isIn(here, finding.expected(), factor) || isIn(here, finding.difference(), factor)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIn(
      Set<BigDecimal> here, @Nullable BigDecimal amount, BigDecimal factor) {
    return amount != null
        && amount.signum() != 0
        && here.stream().anyMatch(value -> value.multiply(factor).compareTo(amount.abs()) == 0);
  }

  private static boolean hasAmountInName(Table table) {
    for (Row row : table.rows()) {
      for (Cell cell : row.cells()) {
        boolean wide = cell.columnSpan() > 1 && cell.value() == null;
        for (int c = cell.column(); wide && c < cell.column() + cell.columnSpan(); c++) {
          if (c < table.columns().size()
              && table.columns().get(c).role() == ColumnRole.AMOUNT
              && NAME_AND_AMOUNT.matcher(TextNormalizer.of(cell.text())).matches()) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
