package org.yusuan.cli.command.compare;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.compare.holding.StatedLine;
import org.yusuan.compare.line.ComparedLine;
import org.yusuan.compare.line.LineChange;
import org.yusuan.compare.series.Comparison;
import org.yusuan.compare.series.View;
import org.yusuan.knowledge.message.LocalizedMessages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.store.Answers;
import org.yusuan.store.Store;

/** What a terminal shows of a comparison. */
record ComparisonSummary(Comparison comparison, LocalizedMessages speaker) {

  /**
   * Prints it: all lines if no file was written, else the totals. What a terminal would carry out
   * instead of showing it is left out: names come from documents.
   */
  void print(PrintWriter out, @Nullable Path written) {
    StringWriter text = new StringWriter();
    PrintWriter raw = new PrintWriter(text);
    write(raw, written);
    raw.flush();
    text.toString().lines().map(Answers::harmless).forEach(out::println);
  }

  private void write(PrintWriter out, @Nullable Path written) {
    out.printf(
        "%s · %s%n",
        String.join("、", comparison.organizations()),
        comparison.level() == null ? "?" : comparison.level());
    for (Comparison.PeriodColumn column : comparison.columns()) {
      out.println(
          "  "
              + speaker.say(
                  "compare-document",
                  Map.of(
                      "period", speaker.say(column.period().wording()),
                      "file", column.document().file(),
                      "verified", column.verified(),
                      "unverified", column.unverified(),
                      "disputed", column.disputed())));
    }
    view(comparison.totals(), out);
    view(comparison.threePublic(), out);
    if (written == null) {
      view(comparison.lines(), out);
    } else {
      out.println(
          speaker.say(
              "count-lines", Map.of("file", written, "count", comparison.lines().lines().size())));
    }
    for (Wording note : comparison.allNotes()) {
      out.println("  ! " + speaker.say(note));
    }
    for (ComparedLine line : comparison.lines().lines()) {
      for (LineChange change : line.changes()) {
        if (change.kind() == LineChange.Kind.NOT_COMPARABLE) {
          for (Wording note : change.notes()) {
            out.printf(
                "  ! %s %s (%s → %s): %s%n",
                line.code() == null ? "" : line.code(),
                line.name(),
                change.from().id(),
                change.to().id(),
                speaker.say(note));
          }
        }
      }
    }
    if (!comparison.contradictions().isEmpty()) {
      out.println(
          "  ! "
              + speaker.say(
                  "compare-contradictions", Map.of("count", comparison.contradictions().size())));
    }
  }

  private void view(View view, PrintWriter out) {
    if (view.lines().isEmpty()) {
      return;
    }
    Wording series = new Wording(view.series().zh(), view.series().en());
    out.printf("%n%s (元)%n", speaker.say(series));
    List<String> header = new ArrayList<>(List.of("", ""));
    for (Comparison.PeriodColumn column : comparison.columns()) {
      header.add(column.period().id());
    }
    for (LineChange change : view.lines().get(0).changes()) {
      header.add(
          change.isExecution()
              ? speaker.say("compare-spent", Map.of("year", change.from().year()))
              : change.from().year() + "→" + change.to().year() + " %");
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ComparedLine line : view.lines()) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(line.code() == null ? "" : line.code());
      row.add("  ".repeat(Math.max(0, line.level() - 1)) + line.name());
      for (StatedLine entry : line.entries()) {
        row.add(text(entry));
      }
      for (LineChange change : line.changes()) {
        row.add(text(change));
      }
      rows.add(row);
    }
    Answers.table(new Store.Answer(header, rows), out);
  }

  /** Numbers stay numbers, so that they stand at the right. */
  private static Object text(StatedLine entry) {
    BigDecimal amount = entry.amount();
    if (amount != null) {
      return amount.stripTrailingZeros();
    }
    return switch (entry.state()) {
      case BLANK -> "blank";
      case AMBIGUOUS -> "several";
      default -> "-";
    };
  }

  private static Object text(LineChange change) {
    BigDecimal percent = change.percent();
    return switch (change.kind()) {
      case CHANGED, UNCHANGED -> percent == null ? "" : percent;
      case NEW -> change.isExecution() ? "not budgeted" : "new";
      case VANISHED -> change.isExecution() ? "not accounted" : "vanished";
      case NOT_COMPARABLE -> "✗";
      case BLANK, NONE -> "";
    };
  }
}
