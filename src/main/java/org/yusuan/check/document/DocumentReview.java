package org.yusuan.check.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.evidence.DocumentRules;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.HeaderCell;
import org.yusuan.model.table.Keys;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;
import org.yusuan.text.ListMark;
import org.yusuan.text.TextNormalizer;

/**
 * Looks at a document as a whole: what a template left behind, titles of another year, two totals,
 * a row without a name, names that differ between tables, notes of another table. Of recognized
 * pages it says nothing: a name may be misread there. Immutable; threads may share it.
 */
public final class DocumentReview {

  private static final String PLACEHOLDER = "template-remains";
  private static final String YEAR = "title-of-another-year";
  private static final String TOTALS = "two-totals";
  private static final String NAMELESS = "row-without-name";
  private static final String NAMES = "names-differ-between-tables";
  private static final String NOTE = "note-of-another-table";
  private static final String AGAINST = "note-against-table";

  private static final Set<String> OURS =
      Set.of(
          PLACEHOLDER,
          YEAR,
          TOTALS,
          NAMELESS,
          NAMES,
          NOTE,
          AGAINST,
          CopiedRows.RULE,
          MisplacedAmounts.OTHER_STAGE,
          MisplacedAmounts.ROW_TOO_LOW);

  private static final Pattern IN_TITLE = Pattern.compile("(20\\d\\d)年");
  private static final Pattern NOT_NAME = Pattern.compile("[\\d\\s.、·－-]");

  /** The titles of at least this many other tables must state the document's year. A guess. */
  private static final int MIN_TITLES = 3;

  /**
   * A row without a name is reported only if at least this many rows of its table have names. A
   * guess.
   */
  private static final int MIN_NAMED_ROWS = 5;

  /**
   * What a note denies is a row's thing only if its name has at least this many characters. A
   * guess.
   */
  private static final int MIN_DENIED_CHARACTERS = 8;

  private final DocumentRules rules;
  private final Messages messages;

  public DocumentReview(DocumentRules rules, Messages messages) {
    this.rules = rules;
    this.messages = messages;
  }

  /** Whether a finding is of this kind: a review replaces them. */
  public static boolean isOurs(Finding finding) {
    return OURS.contains(finding.rule());
  }

  /** The findings of a disclosure. */
  public List<Finding> findings(Disclosure disclosure) {
    List<Finding> findings = new ArrayList<>();
    List<Table> tables =
        disclosure.tables().stream().filter(table -> !table.hasRecognizedText()).toList();
    for (Table table : tables) {
      placeholders(table, findings);
      totals(table, findings);
      nameless(table, findings);
      note(table, findings);
    }
    years(disclosure, tables, findings);
    names(tables, findings);
    findings.addAll(new MisplacedAmounts(rules, messages).findings(tables));
    findings.addAll(new CopiedRows(messages).findings(tables));
    return findings;
  }

  private void placeholders(Table table, List<Finding> findings) {
    Stream<String> texts =
        Stream.of(
                Stream.of(text(table.title()), text(table.note())),
                table.header().stream().map(HeaderCell::text),
                table.rows().stream()
                    .flatMap(row -> row.cells().stream())
                    .filter(cell -> cell.amount() == null)
                    .map(Cell::text))
            .flatMap(each -> each);
    texts
        .filter(text -> rules.placeholder().matcher(text).find())
        .findFirst()
        .ifPresent(
            text ->
                findings.add(
                    finding(
                        PLACEHOLDER, Severity.WARNING, table, List.of(), Map.of("text", text))));
  }

  private void totals(Table table, List<Finding> findings) {
    int end = table.rows().size() - 1;
    for (int r = 1; r <= end; r++) {
      Row row = table.rows().get(r);
      Row above = table.rows().get(r == end && isTwice(table) ? 0 : r - 1);
      if (row.kind() == RowKind.TOTAL
          && above.kind() == RowKind.TOTAL
          && row.list() == above.list()
          && isFilled(row)
          && isFilled(above)
          && !label(row).isEmpty()
          && label(row).equals(label(above))) {
        findings.add(
            finding(TOTALS, Severity.WARNING, table, cells(table, r), Map.of("text", label(row))));
      }
    }
  }

  /**
   * Whether the last row prints all that the first one does: a total at the head and at the foot.
   */
  private static boolean isTwice(Table table) {
    List<String> first = printed(table.rows().get(0));
    return first.equals(printed(table.rows().get(table.rows().size() - 1)));
  }

  private static List<String> printed(Row row) {
    return row.cells().stream().map(Cell::text).filter(text -> !text.isBlank()).toList();
  }

  private void nameless(Table table, List<Finding> findings) {
    int named = 0;
    List<Integer> nameless = new ArrayList<>();
    for (int r = 0; r < table.rows().size(); r++) {
      Row row = table.rows().get(r);
      boolean silent =
          row.cells().stream().allMatch(cell -> cell.amount() != null || cell.text().isBlank());
      if (!silent) {
        named++;
      } else if (isFilled(row) && !beginsPage(table, r)) {
        nameless.add(r);
      }
    }
    // Only a list has rows of one kind; the rows of a form may stand beside their names.
    boolean list =
        table.rows().stream()
            .anyMatch(row -> row.kind() == RowKind.TOTAL || row.keys().code() != null);
    if (list
        && !rules.form().matcher(table.kind()).matches()
        && nameless.size() == 1
        && named >= MIN_NAMED_ROWS
        && !table.kind().equals(Table.UNKNOWN)) {
      findings.add(
          finding(NAMELESS, Severity.INFO, table, cells(table, nameless.get(0)), Map.of()));
    }
  }

  /**
   * Whether a row is the first on its page: then its name may be what goes on from the page before.
   */
  private static boolean beginsPage(Table table, int row) {
    return row > 0
        && table.rows().get(row).cells().get(0).page()
            != table.rows().get(row - 1).cells().get(0).page();
  }

  private void note(Table table, List<Finding> findings) {
    if (table.note() == null || table.note().isBlank()) {
      return;
    }
    String note = TextNormalizer.of(table.note());
    against(table, note, findings);
    Matcher matcher = rules.denial().matcher(note);
    Set<String> denied = new TreeSet<>();
    boolean own = false;
    while (matcher.find()) {
      List<String> kinds = rules.denied().getOrDefault(matcher.group(2), List.of());
      denied.add(matcher.group(2));
      own |= kinds.stream().anyMatch(table.kind()::startsWith);
    }
    boolean elsewhere =
        rules.denied().values().stream()
            .flatMap(List::stream)
            .anyMatch(kind -> table.kind().startsWith(kind));
    if (!denied.isEmpty() && !own && elsewhere) {
      findings.add(
          finding(
              NOTE, Severity.WARNING, table, List.of(), Map.of("text", String.join("、", denied))));
    }
  }

  /** A note that something was not allocated yet, below a row that prints an amount of it. */
  private void against(Table table, String note, List<Finding> findings) {
    Matcher matcher = rules.outstanding().matcher(note);
    while (matcher.find()) {
      String object = matcher.group(1);
      for (int r = 0; r < table.rows().size(); r++) {
        Row row = table.rows().get(r);
        String label = ListMark.without(TextNormalizer.of(text(row.keys().label())));
        Cell printed =
            label.length() < MIN_DENIED_CHARACTERS || !object.contains(label)
                ? null
                : row.cells().stream()
                    .filter(cell -> cell.amount() != null && cell.amount().signum() != 0)
                    .findFirst()
                    .orElse(null);
        if (printed != null) {
          findings.add(
              finding(
                  AGAINST,
                  Severity.WARNING,
                  table,
                  List.of(new CellRef(table.id(), r, printed.column())),
                  Map.of(
                      "text", matcher.group(),
                      "label", text(row.keys().label()),
                      "printed", printed.text())));
          return;
        }
      }
    }
  }

  private void years(Disclosure disclosure, List<Table> tables, List<Finding> findings) {
    if (disclosure.subject().fiscalYear() == null) {
      return;
    }
    String year = disclosure.subject().fiscalYear().value().toString();
    List<Table> other = new ArrayList<>();
    Set<String> ofYear = new HashSet<>();
    int same = 0;
    for (Table table : tables) {
      String title = text(table.title());
      Set<String> years = new HashSet<>();
      Matcher matcher = IN_TITLE.matcher(title);
      while (matcher.find()) {
        years.add(matcher.group(1));
      }
      if (years.contains(year)) {
        same++;
        ofYear.add(IN_TITLE.matcher(title).replaceAll(""));
      } else if (!years.isEmpty()
          && rules.budgetTitle().matcher(title).matches()
          && !rules.otherYearTitle().matcher(title).matches()) {
        other.add(table);
      }
    }
    // Some documents print last year's tables beside this year's.
    boolean twins =
        other.stream()
            .anyMatch(t -> ofYear.contains(IN_TITLE.matcher(text(t.title())).replaceAll("")));
    if (same >= MIN_TITLES && other.size() == 1 && !twins) {
      other.forEach(
          table ->
              findings.add(
                  finding(YEAR, Severity.WARNING, table, List.of(), Map.of("text", year))));
    }
  }

  /** Codes that two tables call by different names. */
  private void names(List<Table> tables, List<Finding> findings) {
    Map<String, String> known = new HashMap<>();
    Map<String, Table> from = new HashMap<>();
    Set<String> told = new HashSet<>();
    for (Table table : tables) {
      for (int r = 0; r < table.rows().size(); r++) {
        Keys keys = table.rows().get(r).keys();
        String code = keys.functionalCode();
        if (code == null || keys.namesProject()) {
          continue;
        }
        String label = ListMark.without(TextNormalizer.of(text(keys.label())));
        String name = NOT_NAME.matcher(label).replaceAll("");
        if (name.isEmpty()) {
          continue;
        }
        String before = known.putIfAbsent(code, name);
        Table first = from.putIfAbsent(code, table);
        if (before != null
            && first != null
            && first != table
            && !before.equals(name)
            && !before.contains(name)
            && !name.contains(before)
            && told.add(code)) {
          findings.add(
              finding(
                  NAMES,
                  Severity.INFO,
                  table,
                  cells(table, r),
                  Map.of(
                      "code", code, "text", name, "other", before, "title", text(first.title()))));
        }
      }
    }
  }

  private static boolean isFilled(Row row) {
    return row.cells().stream().anyMatch(c -> c.amount() != null && c.amount().signum() != 0);
  }

  private static String label(Row row) {
    return TextNormalizer.of(text(row.keys().label()));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static List<CellRef> cells(Table table, int row) {
    return table.rows().get(row).cells().stream()
        .map(cell -> new CellRef(table.id(), row, cell.column()))
        .toList();
  }

  private Finding finding(
      String rule, Severity severity, Table table, List<CellRef> cells, Map<String, String> texts) {
    Map<String, Wording> fields = new HashMap<>();
    int page =
        cells.isEmpty()
            ? table.pages().get(0)
            : table.rows().get(cells.get(0).row()).cells().get(0).page();
    fields.put("table", Wording.of(table.titleOrId()));
    fields.put("page", Wording.of(page));
    texts.forEach((name, text) -> fields.put(name, Wording.of(text.strip())));
    Wording sentence = messages.say(rule, fields);
    return new Finding(rule, severity, Blame.DOCUMENT, sentence.zh(), sentence.en(), cells, page);
  }
}
