package org.yusuan.claim;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.claim.cell.CellIndex;
import org.yusuan.claim.cell.RowLabels;
import org.yusuan.claim.link.AmountComparison;
import org.yusuan.claim.link.ClaimLinker.Naming;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.Claim;
import org.yusuan.model.ClaimSubject;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;
import org.yusuan.text.MoneyUnit;
import org.yusuan.text.PrintedNumber;
import org.yusuan.text.TextNormalizer;

/** Words what the prose and the tables say differently. Immutable; threads may share it. */
final class ClaimFindings {

  private static final Pattern MARK_BEFORE = Pattern.compile("^[\\s、，,；;。：:]+(?=.)");

  private final Messages messages;

  ClaimFindings(Messages messages) {
    this.messages = messages;
  }

  /** The claim states another amount than its first cell. */
  Finding difference(
      Claim claim, Table table, Cell cell, CellRef ref, Severity severity, boolean part) {
    MoneyUnit unit = MoneyUnit.named(claim.unit());
    BigDecimal stated = claim.amount() == null ? BigDecimal.ZERO : claim.amount();
    BigDecimal printed = cell.amount() == null ? BigDecimal.ZERO : cell.amount();
    Map<String, Wording> fields = fields(claim);
    place(table, cell, RowLabels.label(table, ref), fields);
    fields.put(
        "printed",
        cell.text().isBlank() ? new Wording("空白", "blank") : Wording.of(money(printed, unit)));
    fields.put("stated", Wording.of(money(stated, unit)));
    fields.put("difference", Wording.of(money(stated.subtract(printed).abs(), unit)));
    String id =
        severity == Severity.INFO ? "claim-rounding" : part ? "claim-exceeded" : "claim-differs";
    Wording sentence = messages.say(id, fields);
    return new Finding(
        Claims.RULE,
        severity,
        cell.origin() == Origin.OCR
            ? Blame.UNKNOWN
            : AmountComparison.isMisread(claim, cell) ? Blame.EXTRACTION : Blame.DOCUMENT,
        sentence.zh(),
        sentence.en(),
        List.of(ref),
        printed,
        stated,
        stated.subtract(printed),
        claim.page());
  }

  /** The claim calls the item of its first cell by another name, or gives it another code. */
  Finding otherName(Claim claim, Table table, CellRef ref, Naming naming) {
    Row row = table.rows().get(ref.row());
    Map<String, Wording> fields = fields(claim);
    String code = row.keys().code();
    fields.put("label", Wording.of((code == null ? "" : code + " ") + row.keys().label()));
    fields.put("title", Wording.of(table.titleOrId()));
    fields.put("name", Wording.of(name(claim)));
    Cell cell = table.cell(ref.row(), ref.column());
    fields.put("tablePage", Wording.of(cell == null ? table.pages().get(0) : cell.page()));
    boolean recoded = naming == Naming.OTHER_CODE;
    Wording sentence = messages.say(recoded ? "claim-code" : "claim-name", fields);
    return new Finding(
        recoded ? Claims.CODE_RULE : Claims.NAME_RULE,
        recoded ? Severity.WARNING : Severity.INFO,
        Blame.DOCUMENT,
        sentence.zh(),
        sentence.en(),
        List.of(ref),
        claim.page());
  }

  /** The reason for a change speaks for one the other way. */
  Finding contraryReason(Claim change, String reason) {
    Map<String, Wording> fields = fields(change);
    fields.put("reason", Wording.of(reason));
    Wording sentence = messages.say(Claims.REASON_RULE, fields);
    return warning(Claims.REASON_RULE, sentence, List.of(), change.page());
  }

  /** What the prose says against itself or its tables: to be looked at, and the document's. */
  static Finding warning(String rule, Wording sentence, List<CellRef> cells, int page) {
    return new Finding(
        rule, Severity.WARNING, Blame.DOCUMENT, sentence.zh(), sentence.en(), cells, page);
  }

  /** The claim states another share than its two cells make. */
  Finding share(Claim claim, Shares.PartOfWhole share, CellIndex cells, Severity severity) {
    Map<String, Wording> fields = fields(claim);
    place("part", claim.refersTo().get(0), cells, fields);
    place("whole", claim.refersTo().get(1), cells, fields);
    fields.put("part", Wording.of(share.partLabel()));
    fields.put("partAmount", Wording.of(money(share.part(), MoneyUnit.named("万元"))));
    fields.put("whole", Wording.of(share.wholeLabel()));
    fields.put("wholeAmount", Wording.of(money(share.whole(), MoneyUnit.named("万元"))));
    fields.put("share", Wording.of(share.actual().toPlainString()));
    PrintedNumber stated = PrintedNumber.parse(claim.printed());
    BigDecimal off =
        stated == null ? BigDecimal.ZERO : share.actual().subtract(stated.value()).abs();
    fields.put("difference", Wording.of(off.toPlainString()));
    Wording sentence = messages.say("claim-share", fields);
    return new Finding(
        Claims.RULE,
        severity,
        Blame.DOCUMENT,
        sentence.zh(),
        sentence.en(),
        claim.refersTo(),
        claim.page());
  }

  /** Adds title and page of a cell to the fields, whose names begin with that of the cell. */
  private static void place(
      String name, CellRef ref, CellIndex cells, Map<String, Wording> fields) {
    Table table = cells.table(ref.table());
    Cell cell = cells.cell(ref);
    fields.put(name + "Title", Wording.of(table == null ? ref.table() : table.titleOrId()));
    fields.put(name + "Page", cell == null ? Wording.of("") : Wording.of(cell.page()));
  }

  /** Adds where a cell stands, and what it is called, to the fields of a finding. */
  static void place(Table table, Cell cell, String label, Map<String, Wording> fields) {
    fields.put("tablePage", Wording.of(cell.page()));
    fields.put("title", Wording.of(table.titleOrId()));
    fields.put("label", Wording.of(label));
  }

  private static Map<String, Wording> fields(Claim claim) {
    Map<String, Wording> fields = new HashMap<>();
    fields.put("page", Wording.of(claim.page()));
    fields.put("text", Wording.of(quoted(claim)));
    String name = name(claim);
    String plain = TextNormalizer.of(claim.text()).replace("的", "");
    boolean left = !name.isEmpty() && !plain.contains(name);
    fields.put(
        "about", left ? new Wording("（" + name + "）", " (of 「" + name + "」)") : Wording.of(""));
    return fields;
  }

  /** What a claim calls the thing that it is about; empty if it is about a whole. */
  private static String name(Claim claim) {
    ClaimSubject subject = claim.subject();
    return subject == null || subject.names().isEmpty()
        ? ""
        : subject.names().get(subject.names().size() - 1);
  }

  /** The words of a claim without the mark that ended the clause before them. */
  static String quoted(Claim claim) {
    return MARK_BEFORE.matcher(claim.text()).replaceFirst("");
  }

  /** An amount in the unit that the prose uses, with as many decimals as it has. */
  static String money(BigDecimal amount, @Nullable MoneyUnit unit) {
    MoneyUnit shown = unit == null ? new MoneyUnit("元", 1) : unit;
    BigDecimal value = amount.divide(BigDecimal.valueOf(shown.factor())).stripTrailingZeros();
    return value.setScale(Math.max(0, value.scale())).toPlainString() + " " + shown.name();
  }

  /** Whether the last printed digit may account for a difference. */
  static boolean isLastDigit(Claim claim, BigDecimal difference) {
    PrintedNumber printed = PrintedNumber.parse(claim.printed());
    return printed != null
        && difference.abs().compareTo(BigDecimal.ONE.movePointLeft(printed.decimals())) <= 0;
  }
}
