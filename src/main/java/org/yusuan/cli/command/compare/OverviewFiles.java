package org.yusuan.cli.command.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yusuan.cli.input.SourceFiles;
import org.yusuan.compare.holding.Period;
import org.yusuan.compare.holding.StatedLine;
import org.yusuan.compare.report.ComparisonFile;
import org.yusuan.compare.report.OverviewFile;
import org.yusuan.compare.series.Comparison;
import org.yusuan.compare.series.Overview;
import org.yusuan.io.AtomicFile;
import org.yusuan.knowledge.message.LocalizedMessages;
import org.yusuan.store.Answers;
import org.yusuan.store.Store;

/** Many organizations side by side: a folder of pages, or what a terminal shows. */
record OverviewFiles(Overview overview, @Nullable Path sources, boolean pictures) {

  /** Names of files are cut here: with their ending they fit into 255 bytes of UTF-8. */
  private static final int MAX_NAME_CHARACTERS = 60;

  /** Writes a page of all, a page of each, and the table of all. */
  void writeFolder(Path folder) throws IOException {
    Map<Overview.Member, String> pages = names();
    for (Overview.Member member : overview.members()) {
      Path file = folder.resolve(String.valueOf(pages.get(member)));
      Comparison comparison = member.comparison();
      AtomicFile.write(
          file,
          ComparisonFile.HTML.write(
              comparison, new SourceFiles(sources, file, pictures).of(comparison)));
    }
    OverviewFile all = new OverviewFile(overview, pages);
    AtomicFile.write(folder.resolve("overview.csv"), all.write(ComparisonFile.CSV));
    AtomicFile.write(folder.resolve("overview.xlsx"), all.write(ComparisonFile.XLSX));
    AtomicFile.write(folder.resolve("index.html"), all.write(ComparisonFile.HTML));
  }

  /** A file name for each organization: its own, as far as files can bear it. */
  private Map<Overview.Member, String> names() {
    Map<Overview.Member, String> names = new IdentityHashMap<>();
    Set<String> taken = new HashSet<>(Set.of("index"));
    for (Overview.Member member : overview.members()) {
      String plain = member.organization().replaceAll("[^\\p{L}\\p{N}()（）-]+", "_");
      String name = plain.substring(0, Math.min(MAX_NAME_CHARACTERS, plain.length()));
      String unique = name;
      for (int again = 2; !taken.add(unique); again++) {
        unique = name + "-" + again;
      }
      names.put(member, unique + ".html");
    }
    return names;
  }

  /** The ranking of the newest period. */
  void print(PrintWriter out, @Nullable Path written, LocalizedMessages speaker) {
    Period period = overview.periods().get(overview.periods().size() - 1);
    out.printf("%s (元)%n", speaker.say(period.wording()));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Overview.OrganizationRank one : overview.ranking(period)) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(one.member().comparison().level());
      row.add(one.rank());
      row.add(one.member().organization());
      row.add(amount(one.expenditure()));
      row.add(one.share());
      row.add(one.change() == null ? null : one.change().percent());
      rows.add(row);
    }
    Answers.table(
        new Store.Answer(List.of(speaker.say("ranking-headings", Map.of()).split("\\|")), rows),
        out);
    if (written != null) {
      out.println(
          speaker.say(
              "count-organizations", Map.of("file", written, "count", overview.members().size())));
    }
    out.flush();
  }

  private static @Nullable Object amount(StatedLine entry) {
    BigDecimal amount = entry.amount();
    return amount == null ? entry.state().name().toLowerCase(java.util.Locale.ROOT) : amount;
  }
}
