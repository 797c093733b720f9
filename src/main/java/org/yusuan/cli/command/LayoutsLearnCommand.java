package org.yusuan.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.yusuan.Recheck;
import org.yusuan.cli.input.Disclosures;
import org.yusuan.cli.option.CorrectionOptions;
import org.yusuan.cli.option.ExitCode;
import org.yusuan.correction.CorrectionEntry;
import org.yusuan.correction.Corrections;
import org.yusuan.correction.Replay;
import org.yusuan.export.DisclosureJson;
import org.yusuan.io.AtomicFile;
import org.yusuan.knowledge.table.LayoutDraft;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes layouts of the tables that a person named. */
@Command(
    name = "learn",
    mixinStandardHelpOptions = true,
    description = {
      "Write layouts of the tables whose kind or columns were named by hand in the workbench.",
      "Give the folder to --layouts: the next document of that kind is typed by itself."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:written", "1:no table was named by hand", "2:wrong usage"})
final class LayoutsLearnCommand implements Callable<Integer> {

  private static final String LAYOUTS = "learned.yaml";
  private static final String TERMS = "terms.yaml";

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "OUT", description = "The folder that extract or batch wrote to.")
  private Path outputs;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DIR",
      description = "The folder for the layouts. Those that lie there are added to.")
  private Path folder;

  @Mixin private CorrectionOptions corrections;

  @SuppressWarnings("NullAway.Init")
  LayoutsLearnCommand() {}

  /** A table that a person named, and which of its columns. */
  private record Named(Table table, Set<String> columns) {}

  @Override
  public Integer call() throws IOException {
    Corrections made = corrections.read(outputs);
    LayoutDraft draft = new LayoutDraft(Layouts.shipped().vocabulary());
    Set<String> layouts = new LinkedHashSet<>();
    Set<String> terms = new LinkedHashSet<>();
    DisclosureJson json = new DisclosureJson();
    Recheck recheck = new Recheck();
    PrintWriter out = spec.commandLine().getOut();
    for (Path file : Disclosures.of(List.of(outputs))) {
      Disclosure stored = json.read(file);
      if (made.of(stored.source().sha256()).isEmpty()) {
        continue;
      }
      Disclosure disclosure = recheck.recheck(stored, made);
      var stage = disclosure.subject().stage();
      for (Named named : named(disclosure, made)) {
        layouts.add(draft.layout(named.table(), stage == null ? null : stage.value()));
        terms.addAll(draft.terms(named.table(), named.columns()));
        out.printf("%s: %s · %s%n", file, named.table().kind(), named.table().titleOrId());
      }
    }
    out.flush();
    if (layouts.isEmpty()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("yusuan: no table below " + outputs + " was named by hand");
      err.flush();
      return ExitCode.FAILED;
    }
    add(folder.resolve(LAYOUTS), "", layouts, "");
    if (!terms.isEmpty()) {
      add(folder.resolve(TERMS), "columns:\n", terms, "\n");
    }
    return ExitCode.DONE;
  }

  private static List<Named> named(Disclosure disclosure, Corrections made) {
    Map<String, Named> named = new LinkedHashMap<>();
    for (CorrectionEntry entry : made.of(disclosure.source().sha256())) {
      boolean column = entry.kind() == CorrectionEntry.Kind.COLUMN;
      if (!column && entry.kind() != CorrectionEntry.Kind.TABLE_KIND) {
        continue;
      }
      Table table = Replay.named(disclosure, entry);
      if (table != null) {
        Named one =
            named.computeIfAbsent(table.id(), id -> new Named(table, new LinkedHashSet<>()));
        if (column) {
          one.columns().add(String.valueOf(entry.target()));
        }
      }
    }
    return new ArrayList<>(named.values());
  }

  /** Adds entries that a file does not hold yet. */
  private static void add(Path file, String start, Set<String> entries, String end)
      throws IOException {
    StringBuilder text =
        new StringBuilder(
            Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : start);
    for (String entry : entries) {
      if (text.indexOf(entry) < 0) {
        text.append(entry).append(end);
      }
    }
    AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
