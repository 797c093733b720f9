package org.yusuan.cli.command.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.cli.input.SourceFiles;
import org.yusuan.cli.option.DatabaseOption;
import org.yusuan.cli.option.ExitCode;
import org.yusuan.cli.option.LanguageOption;
import org.yusuan.cli.option.OrganizationChoice;
import org.yusuan.compare.holding.Holdings;
import org.yusuan.compare.holding.Period;
import org.yusuan.compare.report.ComparisonFile;
import org.yusuan.compare.report.OverviewFile;
import org.yusuan.compare.series.Comparison;
import org.yusuan.compare.series.Overview;
import org.yusuan.io.AtomicFile;
import org.yusuan.knowledge.message.LocalizedMessages;
import org.yusuan.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Puts the years of an organization side by side. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Put the years of an organization side by side: budgets, and final accounts against them;",
      "or many organizations of some years: ranking, shares, changes, 三公, and a page of each.",
      "Lines are matched by code, also where the classification renamed or renumbered them."
          + " What cannot be compared is said, not compared."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:compared", "1:nothing to compare, or no clear choice", "2:wrong usage"})
public final class CompareCommand implements Callable<Integer> {

  private static final Pattern YEARS = Pattern.compile("(\\d{4})(?:\\s*[-–—]\\s*(\\d{4}))?");

  /** What lines are compared by. */
  enum By {
    /** The functional classification. */
    FUNCTION,
    /** The economic classification. */
    ECONOMIC,
    /** The items of the summary of revenue and expenditure. */
    ITEM
  }

  /** A level of organizations. */
  enum LevelOption {
    /** A department with its units. */
    DEPARTMENT,
    /** One unit. */
    UNIT
  }

  @Spec private CommandSpec spec;

  @Mixin private DatabaseOption database;

  @Option(
      names = "--organization",
      paramLabel = "NAME",
      description =
          "The organization, by a part of its name. Again with another name if it changed its name.")
  private List<String> organizations = new ArrayList<>();

  @Option(
      names = "--organizations",
      split = ",",
      paramLabel = "NAMES",
      description =
          "Several organizations side by side, by parts of their names, parted by commas.")
  private List<String> several = new ArrayList<>();

  @Option(names = "--all", description = "All organizations of the database side by side.")
  private boolean all;

  @Option(
      names = "--years",
      required = true,
      paramLabel = "FROM-TO",
      description = "The fiscal years, as 2023-2025.")
  private String years;

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      description = "function, economic or item. Default: function.")
  private By by = By.FUNCTION;

  @Option(
      names = "--stage",
      paramLabel = "STAGE",
      description =
          "budget, execution or final-accounts. Default: all, and how much of each budget was"
              + " spent.")
  private @Nullable String stage;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "department or unit, where there are disclosures of both.")
  private @Nullable LevelOption level;

  @Option(
      names = "--region",
      paramLabel = "NAME",
      description =
          "The region, where organizations of several share a name; without --organization all of"
              + " the region side by side.")
  private @Nullable String region;

  @Option(
      names = "--without",
      paramLabel = "FILE",
      description =
          "A document to leave out, by the name of its file or the beginning of its hash.")
  private List<String> without = new ArrayList<>();

  @Option(
      names = "--sources",
      paramLabel = "DIR",
      description = "Where the documents are: the page then links each number to its page.")
  private @Nullable Path sources;

  @Option(
      names = "--pages",
      description = "With --sources: put pictures of the pages into the page, to be seen offline.")
  private boolean pages;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "The file to write: .html, .csv, .xlsx or .json; of several organizations also a folder,"
              + " for a page of all and a page of each. Default: print a summary.")
  private @Nullable Path output;

  @SuppressWarnings("NullAway.Init")
  CompareCommand() {}

  @Override
  public Integer call() throws SQLException, IOException {
    Comparison.Question question = question();
    boolean many = all || !several.isEmpty() || organizations.isEmpty() && region != null;
    if (many == !organizations.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          many
              ? "--organization names one; --organizations, --region or --all name several"
              : "name --organization, --organizations, --region or --all");
    }
    if (many) {
      return compareMany(question);
    }
    ComparisonFile form = form();
    PrintWriter out = spec.commandLine().getOut();
    Comparison comparison;
    try (Store store = database.open()) {
      Holdings holdings =
          new OrganizationChoice(store, word(level), region, without).find(organizations);
      comparison = Comparison.of(holdings, question);
    } catch (OrganizationChoice.UnclearException e) {
      return failed(e.getMessage());
    } catch (SQLException e) {
      if (String.valueOf(e.getMessage()).contains("Table with name lines does not exist")) {
        return failed("the database is of an older kind; run load again, then compare");
      }
      throw e;
    }
    if (comparison.columns().isEmpty()) {
      LocalizedMessages speaker = LanguageOption.speaker(spec);
      comparison
          .notes()
          .forEach(note -> spec.commandLine().getErr().println("  " + speaker.say(note)));
      return failed(speaker.say("compare-none", Map.of("years", years)));
    }
    if (output != null && form != null) {
      SourceFiles files = new SourceFiles(sources, output, pages);
      AtomicFile.write(output, form.write(comparison, files.of(comparison)));
    }
    new ComparisonSummary(comparison, LanguageOption.speaker(spec)).print(out, output);
    out.flush();
    return ExitCode.DONE;
  }

  private int compareMany(Comparison.Question question) throws SQLException, IOException {
    ComparisonFile form = output == null ? null : ComparisonFile.named(output.toString());
    if (pages && sources == null) {
      throw new ParameterException(spec.commandLine(), "--pages needs --sources");
    }
    List<Overview.Member> members = new ArrayList<>();
    try (Store store = database.open()) {
      OrganizationChoice choice = new OrganizationChoice(store, word(level), region, without);
      for (OrganizationChoice.OrganizationGroup group : choice.groups(several)) {
        members.add(
            new Overview.Member(
                group.name(), group.region(), Comparison.of(choice.holdings(group), question)));
      }
    }
    Overview overview = Overview.of(members);
    if (overview.members().isEmpty()) {
      return failed("no document to compare in " + years);
    }
    OverviewFiles files = new OverviewFiles(overview, sources, pages);
    if (output != null && form == null) {
      files.writeFolder(output);
    } else if (output != null && form != null) {
      AtomicFile.write(output, new OverviewFile(overview, Map.of()).write(form));
    }
    files.print(spec.commandLine().getOut(), output, LanguageOption.speaker(spec));
    return ExitCode.DONE;
  }

  private Comparison.Question question() {
    Matcher matcher = YEARS.matcher(years.strip());
    if (!matcher.matches()) {
      throw new ParameterException(spec.commandLine(), "--years must be like 2023-2025: " + years);
    }
    int first = Integer.parseInt(matcher.group(1));
    int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
    if (last < first) {
      throw new ParameterException(spec.commandLine(), "--years must rise: " + years);
    }
    if (stage != null
        && !List.of(Period.BUDGET, Period.EXECUTION, Period.FINAL_ACCOUNTS).contains(stage)) {
      throw new ParameterException(
          spec.commandLine(), "--stage must be budget, execution or final-accounts: " + stage);
    }
    return new Comparison.Question(word(by), first, last, stage);
  }

  private @Nullable ComparisonFile form() {
    if (pages && sources == null) {
      throw new ParameterException(spec.commandLine(), "--pages needs --sources");
    }
    if (sources != null && !Files.isDirectory(sources)) {
      throw new ParameterException(spec.commandLine(), "no such folder: " + sources);
    }
    if (output == null) {
      return null;
    }
    ComparisonFile form = ComparisonFile.named(output.toString());
    if (form == null) {
      throw new ParameterException(
          spec.commandLine(), "name a file that ends in .html, .csv, .xlsx or .json: " + output);
    }
    return form;
  }

  private int failed(@Nullable String message) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("yusuan: " + message);
    err.flush();
    return ExitCode.FAILED;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String word(@Nullable LevelOption level) {
    return level == null ? null : word((Enum<?>) level);
  }
}
