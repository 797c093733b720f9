package org.yusuan.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yusuan.export.DisclosureJson;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;

/** A thousand corrections made at random, replayed over what was read anew. */
class RandomCorrectionsTest {

  private static final int CORRECTIONS = 1_000;

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  RandomCorrectionsTest() {}

  private static Disclosure read(Random random) {
    MadeTable table =
        MadeTable.coded("t1", "expenditure", "支出总表", "元")
            .measure("total", "合计")
            .measure("basic_expenditure", "基本支出")
            .measure("project_expenditure", "项目支出");
    for (int row = 0; row < 400; row++) {
      String[] amounts = new String[3];
      for (int i = 0; i < amounts.length; i++) {
        amounts[i] = String.valueOf(1 + random.nextInt(99_999));
      }
      table.code(String.valueOf(2_010_101 + row), "科目" + row, amounts);
    }
    return MadeDisclosure.budget("某局", 2025).table(table).build();
  }

  /** The same document as another build reads it: cells a little elsewhere, a row lost. */
  private static Disclosure readAgain(Disclosure before, Random random, int lost) {
    Table table = before.tables().get(0);
    List<Row> rows = new ArrayList<>();
    for (int r = 0; r < table.rows().size(); r++) {
      if (r != lost) {
        rows.add(
            table
                .rows()
                .get(r)
                .withCells(
                    table.rows().get(r).cells().stream().map(c -> moved(c, random)).toList()));
      }
    }
    return before.withTables(List.of(table.withRows(rows)));
  }

  private static Cell moved(Cell cell, Random random) {
    double x = random.nextDouble() - 0.5;
    double y = random.nextDouble() - 0.5;
    Box box = cell.bbox();
    return cell.withBox(new Box(box.left() + x, box.top() + y, box.right() + x, box.bottom() + y));
  }

  /** Cells of the same place in two readings have the same name here. */
  private static String place(Box box) {
    return Math.round(box.left() / 80) + "/" + Math.round(box.top() / 20);
  }

  @Test
  void nothingIsLostAndNothingAppliedToAWrongCell() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Disclosure before = read(random);
    List<Row> rows = before.tables().get(0).rows();
    List<int[]> cells = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < 5; c++) {
        cells.add(new int[] {r, c});
      }
    }
    Collections.shuffle(cells, random);
    CorrectionFile file = new CorrectionFile(folder.resolve("corrections.jsonl"));
    Map<String, String> wanted = new LinkedHashMap<>();
    List<CorrectionEntry> made = new ArrayList<>();
    for (int[] at : cells.subList(0, CORRECTIONS)) {
      Cell cell = rows.get(at[0]).cells().get(at[1]);
      // Codes and names too: what is typed over a code need be none.
      String is = cell.text() + "." + (10 + random.nextInt(90));
      CorrectionEntry entry =
          CorrectionEntry.of(
              before.source().sha256(),
              CorrectionEntry.Kind.CELL,
              1,
              cell.bbox(),
              null,
              cell.text(),
              is,
              "王五",
              "2026-01-01T00:00:00Z",
              null);
      made.add(entry);
      if (random.nextInt(10) == 0) {
        made.add(CorrectionEntry.undo(entry, "王五", "2026-01-02T00:00:00Z", null));
      } else {
        wanted.put(place(cell.bbox()), is);
      }
    }
    file.append(made);
    int lost = random.nextInt(rows.size());
    Disclosure again = readAgain(before, random, lost);
    Replay.Outcome outcome = new Replay().apply(again, file.read());
    Map<String, String> lostPlaces = new HashMap<>();
    rows.get(lost).cells().forEach(cell -> lostPlaces.put(place(cell.bbox()), cell.text()));
    long expectedLost = wanted.keySet().stream().filter(lostPlaces::containsKey).count();
    assertEquals(expectedLost, outcome.rejected().size(), "seed " + seed);
    assertEquals(wanted.size() - expectedLost, outcome.applied(), "seed " + seed);
    new DisclosureJson().write(outcome.disclosure(), false);
    for (Row row : outcome.disclosure().tables().get(0).rows()) {
      for (Cell cell : row.cells()) {
        String is = wanted.get(place(cell.bbox()));
        boolean corrected = cell.correction() != null;
        assertEquals(is != null, corrected, "seed " + seed + " at " + place(cell.bbox()));
        assertTrue(is == null || is.equals(cell.text()), "seed " + seed);
      }
    }
  }
}
