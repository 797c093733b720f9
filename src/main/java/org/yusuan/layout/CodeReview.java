package org.yusuan.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.ClassificationCode;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Keys;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;
import org.yusuan.text.TextNormalizer;

/**
 * Compares the codes and names of rows with the classification: adds the standard name, and reports
 * codes that it does not list and names that differ. Nothing published is changed.
 */
public final class CodeReview {

  /** What a name may end with or not: 其他税收 is 其他税收收入, which is not 其他税收支出. */
  private static final Pattern SIDE = Pattern.compile("(?<=.{4})(?:支出|收入)$");

  /**
   * Codes of the economic classifications with more digits than this are local: the national ones
   * have three or five.
   */
  private static final int MAX_NATIONAL_DIGITS = 5;

  private final Classification classification;
  private final NamedCodes namedCodes;
  private final List<Pattern> numbering;
  private final Messages messages;

  /**
   * A review by the given classification.
   *
   * @param numbering how items of lists are numbered
   */
  public CodeReview(
      Classification classification, List<List<Pattern>> numbering, Messages messages) {
    this.messages = messages;
    this.classification = classification;
    this.namedCodes = new NamedCodes(classification);
    this.numbering = numbering.stream().flatMap(List::stream).toList();
  }

  /**
   * Tables with standard names, and what is reported of them.
   *
   * @param tables the tables
   * @param findings unknown codes and differing names
   */
  public record Reviewed(List<Table> tables, List<Finding> findings) {}

  /**
   * Reviews the tables of one document.
   *
   * @param year the fiscal year; null if unknown: then any year's name will do
   */
  public Reviewed review(List<Table> tables, @Nullable Integer year) {
    List<Table> reviewed = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (Table read : tables) {
      Table table = read.withRows(withProjects(withUnits(read.rows())));
      List<Row> rows = new ArrayList<>();
      List<@Nullable String> named = named(table);
      for (Row row : table.rows()) {
        String code = row.keys().code();
        String told = named.isEmpty() ? null : named.get(rows.size());
        rows.add(
            code != null
                ? withStandardName(row, standardName(code, year))
                : told == null
                    ? row
                    : row.withKeys(row.keys().withCodeByName(told, standardName(told, year))));
        if (code != null) {
          Finding finding = finding(table, rows.size() - 1, row, code);
          if (finding != null) {
            findings.add(finding);
          }
        }
      }
      reviewed.add(table.withRows(levelled(rows)));
    }
    return new Reviewed(reviewed, findings);
  }

  /**
   * The rows, those of budget units told by their codes: in a list of functions one with a code of
   * the economic classification, of which it is not the name, is a unit with its own code (301 of
   * an office stands where 201 of a class does).
   */
  private List<Row> withUnits(List<Row> rows) {
    long functions = rows.stream().filter(row -> row.keys().functionalCode() != null).count();
    long others =
        rows.stream()
            .filter(row -> row.keys().functionalCode() == null && row.keys().code() != null)
            .count();
    return others == 0 || others > functions
        ? rows
        : rows.stream().map(row -> isUnit(row) ? asUnit(row) : row).toList();
  }

  private boolean isUnit(Row row) {
    Keys keys = row.keys();
    String code = keys.economicCode();
    String label = keys.label();
    return code != null
        && label != null
        && keys.functionalCode() == null
        && keys.unitCode() == null
        && !isNamed(code, row, label);
  }

  /**
   * The rows, those of projects told by their codes: below a row with a code and its name, one with
   * the same code and another name is a project of that item.
   */
  private List<Row> withProjects(List<Row> rows) {
    Set<String> items = new HashSet<>();
    List<Row> told = new ArrayList<>();
    for (Row row : rows) {
      Keys keys = row.keys();
      String code = keys.code();
      String label = keys.label();
      boolean other = code != null && label != null && !isNamed(code, row, label);
      if (code != null && label != null && !other) {
        items.add(code);
      }
      told.add(
          other && keys.project() == null && items.contains(code)
              ? row.withKeys(keys.withProject(label))
              : row);
    }
    return told;
  }

  private static Row asUnit(Row row) {
    Keys keys = row.keys();
    return row.withKeys(
            new Keys(
                keys.label(),
                null,
                null,
                null,
                null,
                keys.economicCode(),
                keys.label(),
                keys.project()))
        .withLevel(1);
  }

  /**
   * The rows, each that its name makes a sibling of the row above it as low as that: a label that
   * fills its cell has no room for an indent.
   */
  private static List<Row> levelled(List<Row> rows) {
    List<Row> levelled = new ArrayList<>();
    Map<Integer, Row> last = new HashMap<>();
    for (Row row : rows) {
      Row above = last.get(row.list());
      String code = row.keys().codeByName();
      String sibling = above == null ? null : above.keys().codeByName();
      Row mended =
          code != null
                  && above != null
                  && sibling != null
                  && code.length() > 3
                  && code.length() == sibling.length()
                  && code.startsWith(sibling.substring(0, sibling.length() - 2))
                  && above.level() > row.level()
              ? row.withLevel(above.level())
              : row;
      last.put(row.list(), mended);
      levelled.add(mended);
    }
    return levelled;
  }

  /** The codes that the names of rows tell, in a table by function or economic class. */
  private List<@Nullable String> named(Table table) {
    String by = table.dimensions().classification();
    if ("functional".equals(by)) {
      return namedCodes.of(table.rows(), numbering, ClassificationCode.FUNCTIONAL);
    }
    return "economic".equals(by)
        ? namedCodes.of(
            table.rows(),
            numbering,
            ClassificationCode.DEPARTMENT_ECONOMIC + ClassificationCode.GOVERNMENT_ECONOMIC)
        : List.of();
  }

  private @Nullable String standardName(String code, @Nullable Integer year) {
    List<Classification.CodeName> entries = classification.entries(code);
    Classification.CodeName inForce = year == null ? null : classification.lookup(code, year);
    if (inForce != null) {
      return inForce.name();
    }
    return entries.isEmpty() ? null : entries.get(entries.size() - 1).name();
  }

  private static Row withStandardName(Row row, @Nullable String name) {
    return row.withKeys(row.keys().withStandardName(name));
  }

  private @Nullable Finding finding(Table table, int index, Row row, String code) {
    String label = row.keys().label();
    if (!classification.knows(code)) {
      boolean local =
          row.keys().functionalCode() == null
              && code.length() > MAX_NATIONAL_DIGITS
              && classification.knows(code.substring(0, MAX_NATIONAL_DIGITS));
      // A code that the shipped list lacks is a gap of the program; regions add digits of their
      // own to economic codes.
      return local
          ? null
          : finding("unknown-code", Blame.UNKNOWN, table, index, row, fields(code, label));
    }
    if (label == null || row.keys().namesProject() || isNamed(code, row, label)) {
      return null;
    }
    List<String> names = classification.names(code);
    Map<String, Wording> fields = fields(code, label);
    fields.put("standard", Wording.of(names.get(names.size() - 1)));
    Blame blame = row.cells().get(0).origin() == Origin.OCR ? Blame.UNKNOWN : Blame.DOCUMENT;
    return finding("name-differs", blame, table, index, row, fields);
  }

  /**
   * Whether a row prints a name of its code: a number before it, and a remark in brackets behind
   * it, are none of the name, and of two classifications side by side each has a column of its own.
   */
  private boolean isNamed(String code, Row row, String label) {
    return isNameOf(code, label)
        || row.cells().stream()
            .map(cell -> TextNormalizer.of(cell.text()))
            .anyMatch(
                text ->
                    isNameOf(code, text)
                        || text.startsWith(code)
                            && isNameOf(
                                code, text.substring(code.length()).replaceFirst("^-", "")));
  }

  private boolean isNameOf(String code, String label) {
    String plain = TextNormalizer.of(label);
    for (Pattern number : numbering) {
      Matcher matcher = number.matcher(plain);
      if (matcher.lookingAt()) {
        plain = plain.substring(matcher.end());
        break;
      }
    }
    String read = plain;
    return classification.isNameOf(code, label)
        || classification.isNameOf(code, plain)
        || classification.isNameOf(code, plain.replaceFirst("[(][^()]*[)]$", ""))
        || classification.names(code).stream()
            .map(TextNormalizer::of)
            .anyMatch(name -> withoutSide(name).equals(read) || name.equals(withoutSide(read)));
  }

  private static String withoutSide(String name) {
    return SIDE.matcher(name).replaceFirst("");
  }

  private static Map<String, Wording> fields(String code, @Nullable String name) {
    Map<String, Wording> fields = new HashMap<>();
    fields.put("code", Wording.of(code));
    fields.put("name", Wording.of(name == null ? "" : name));
    return fields;
  }

  /** The finding of a rule; its sentence has the name of the rule. */
  private Finding finding(
      String rule, Blame blame, Table table, int index, Row row, Map<String, Wording> fields) {
    fields.put("table", Wording.of(table.titleOrId()));
    Cell first = row.cells().get(0);
    fields.put("page", Wording.of(first.page()));
    Wording message = messages.say(rule, fields);
    return new Finding(
        rule,
        Severity.INFO,
        blame,
        message.zh(),
        message.en(),
        List.of(new CellRef(table.id(), index, first.column())),
        first.page());
  }
}
