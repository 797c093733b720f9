package org.yusuan.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yusuan.Options;
import org.yusuan.Yusuan;
import org.yusuan.cli.Main;
import org.yusuan.correction.CorrectionEntry;
import org.yusuan.correction.CorrectionFile;
import org.yusuan.export.DisclosureJson;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Region;
import org.yusuan.model.table.Table;

/** What was named by hand once is known of the next document. */
class LayoutsLearnCommandTest {

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  LayoutsLearnCommandTest() {}

  /** The page of the made document that its first table stands on. */
  private static final int PAGE = 8;

  private static Disclosure read(List<Path> layouts) throws IOException {
    return Yusuan.extract(
        Path.of("testdata/zhuzhou-wangxinban-2020.pdf"),
        Options.defaults().withPages(List.of(PAGE)).withLayoutFolders(layouts));
  }

  private static CorrectionEntry entry(
      Disclosure of, CorrectionEntry.Kind kind, @Nullable String target, String read, String is) {
    Region region = of.tables().get(0).regions().get(0);
    return CorrectionEntry.of(
        of.source().sha256(),
        kind,
        region.page(),
        region.bbox(),
        target,
        read,
        is,
        "王五",
        "2026-01-01T00:00:00Z",
        null);
  }

  @Test
  void theNextDocumentOfThatKindIsTypedByItself() throws IOException {
    Disclosure read = read(List.of());
    Table before = read.tables().get(0);
    int amount = 0;
    while (before.columns().get(amount).measure() == null) {
      amount++;
    }
    String header = String.join("/", before.columns().get(amount).header());
    Path out = Files.createDirectories(folder.resolve("out"));
    Files.write(out.resolve("one.json"), new DisclosureJson().write(read, false));
    new CorrectionFile(out.resolve("corrections.jsonl"))
        .append(
            List.of(
                entry(read, CorrectionEntry.Kind.TABLE_KIND, null, before.kind(), "bridge_plan"),
                entry(read, CorrectionEntry.Kind.COLUMN, header, "", "amount:money_for_bridges")));
    Path layouts = folder.resolve("layouts");
    StringWriter err = new StringWriter();
    int exit =
        Main.commandLine()
            .setErr(new PrintWriter(err))
            .setOut(new PrintWriter(new StringWriter()))
            .execute("layouts", "learn", out.toString(), "-o", layouts.toString());
    assertEquals(0, exit, err.toString());
    Table after = read(List.of(layouts)).tables().get(0);
    assertEquals("bridge_plan", after.kind(), Files.readString(layouts.resolve("learned.yaml")));
    assertEquals(
        "money_for_bridges",
        after.columns().get(amount).measure(),
        Files.readString(layouts.resolve("terms.yaml")));
  }

  @Test
  void nothingIsWrittenIfNothingWasNamed() throws IOException {
    Path out = Files.createDirectories(folder.resolve("out"));
    StringWriter err = new StringWriter();
    int exit =
        Main.commandLine()
            .setErr(new PrintWriter(err))
            .execute("layouts", "learn", out.toString(), "-o", folder.resolve("none").toString());
    assertEquals(1, exit);
    assertTrue(err.toString().contains("named by hand"), err.toString());
  }
}
