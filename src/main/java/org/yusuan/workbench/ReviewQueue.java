package org.yusuan.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.CheckTrace;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Status;
import org.yusuan.model.table.Table;

/**
 * Which cells a person should look at, the most consequential first: not the largest amount, but
 * the one whose confirmation verifies most others. Greedy maximum coverage (Nemhauser, Wolsey and
 * Fisher 1978) over the identities that hold: a look at a cell is taken to verify the amounts that
 * share a holding identity with it, and theirs in turn. A disputed amount comes before all others.
 * Amounts that confirm nothing but themselves come last, several of a table at one look: they are
 * compared line by line.
 */
final class ReviewQueue {

  /** How many looks are proposed at once: more than a person does in one sitting. Guess. */
  private static final int MAX_LOOKS = 60;

  /** How many amounts are compared with their pictures at one look. Guess: a third of a page. */
  static final int MAX_AMOUNTS_PER_LOOK = 12;

  /**
   * What a person compares with its picture at one look.
   *
   * @param cells where: one amount, or several of one page of a table that stand alone
   * @param status the verdict as it is
   * @param gain how many amounts are likely to be verified after it, these included
   */
  record Look(List<CellRef> cells, Status status, int gain) {
    Look {
      cells = List.copyOf(cells);
    }
  }

  /**
   * The looks and what they come to.
   *
   * @param looks in the order in which to take them
   * @param open amounts that are not verified now
   * @param covered how many of them the looks are likely to verify
   */
  record Plan(List<Look> looks, int open, int covered) {}

  private record QueuedCell(int cell, int gain) {}

  private final List<CellRef> refs = new ArrayList<>();
  private final List<Status> statuses = new ArrayList<>();
  private final List<Integer> pages = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  private ReviewQueue() {}

  /** The plan of a checked document, by the identities that it was checked by. */
  static Plan plan(Disclosure disclosure, CheckTrace trace) {
    ReviewQueue queue = new ReviewQueue();
    queue.number(disclosure);
    return queue.plan(queue.neighbours(trace));
  }

  /** Numbers the amounts that are not verified and that no person has looked at. */
  private void number(Disclosure disclosure) {
    for (Table table : disclosure.tables()) {
      for (int r = 0; r < table.rows().size(); r++) {
        Row row = table.rows().get(r);
        for (Cell cell : row.cells()) {
          boolean looked = cell.correction() != null && cell.correction().by() != null;
          if (cell.status() != null && cell.status() != Status.VERIFIED && !looked) {
            CellRef ref = new CellRef(table.id(), r, cell.column());
            numbers.put(key(ref), refs.size());
            refs.add(ref);
            statuses.add(cell.status());
            pages.add(cell.page());
          }
        }
      }
    }
  }

  private static String key(CellRef ref) {
    return ref.table() + "/" + ref.row() + "/" + ref.column();
  }

  private List<List<Integer>> neighbours(CheckTrace trace) {
    List<List<Integer>> neighbours = new ArrayList<>();
    refs.forEach(ref -> neighbours.add(new ArrayList<>()));
    for (CheckTrace.Group group : trace.groups()) {
      for (CheckTrace.Equation equation : group.equations()) {
        if (!equation.believed()
            || equation.outcome() != org.yusuan.check.identity.Identity.Outcome.HOLDS) {
          continue;
        }
        List<Integer> open = new ArrayList<>();
        for (CheckTrace.Member member : equation.members()) {
          Integer number = member.amount().signum() == 0 ? null : numbers.get(key(member.cell()));
          if (number != null) {
            open.add(number);
          }
        }
        // Copies of one amount are settled by a look at one of them.
        if (open.size() == 2 && amounts(equation) == 2) {
          neighbours.get(open.get(0)).add(open.get(1));
          neighbours.get(open.get(1)).add(open.get(0));
        }
      }
    }
    return neighbours;
  }

  private static long amounts(CheckTrace.Equation equation) {
    return equation.members().stream().filter(member -> member.amount().signum() != 0).count();
  }

  private Plan plan(List<List<Integer>> neighbours) {
    boolean[] covered = new boolean[refs.size()];
    PriorityQueue<QueuedCell> candidates =
        new PriorityQueue<>(
            Comparator.comparing((QueuedCell c) -> statuses.get(c.cell()) != Status.DISPUTED)
                .thenComparing(c -> -c.gain())
                .thenComparing(QueuedCell::cell));
    for (int cell = 0; cell < refs.size(); cell++) {
      candidates.add(new QueuedCell(cell, reach(cell, neighbours, covered).size()));
    }
    List<Look> looks = new ArrayList<>();
    int count = 0;
    while (looks.size() < MAX_LOOKS) {
      QueuedCell best = next(candidates, neighbours, covered);
      if (best == null || best.gain() == 1 && statuses.get(best.cell()) != Status.DISPUTED) {
        break;
      }
      for (int cell : reach(best.cell(), neighbours, covered)) {
        covered[cell] = true;
        count++;
      }
      looks.add(new Look(List.of(refs.get(best.cell())), statuses.get(best.cell()), best.gain()));
    }
    for (List<CellRef> strip : strips(covered)) {
      if (looks.size() < MAX_LOOKS) {
        looks.add(new Look(strip, Status.UNVERIFIED, strip.size()));
        count += strip.size();
      }
    }
    return new Plan(looks, refs.size(), count);
  }

  /** What is left, by tables, their pages and columns, from the top down. */
  private List<List<CellRef>> strips(boolean[] covered) {
    Map<String, List<CellRef>> byPage = new LinkedHashMap<>();
    for (int cell = 0; cell < covered.length; cell++) {
      if (!covered[cell]) {
        String place = refs.get(cell).table() + "/" + pages.get(cell);
        byPage.computeIfAbsent(place, p -> new ArrayList<>()).add(refs.get(cell));
      }
    }
    List<List<CellRef>> strips = new ArrayList<>();
    for (List<CellRef> left : byPage.values()) {
      left.sort(Comparator.comparingInt(CellRef::column).thenComparingInt(CellRef::row));
      for (int from = 0; from < left.size(); from += MAX_AMOUNTS_PER_LOOK) {
        strips.add(left.subList(from, Math.min(left.size(), from + MAX_AMOUNTS_PER_LOOK)));
      }
    }
    strips.sort(Comparator.comparingInt((List<CellRef> strip) -> -strip.size()));
    return strips;
  }

  /**
   * The best candidate by its gain as it is now: gains only fall, so a stale one is weighed anew.
   */
  private static @Nullable QueuedCell next(
      PriorityQueue<QueuedCell> candidates, List<List<Integer>> neighbours, boolean[] covered) {
    while (true) {
      QueuedCell candidate = candidates.poll();
      if (candidate == null) {
        return null;
      }
      if (covered[candidate.cell()]) {
        continue;
      }
      int gain = reach(candidate.cell(), neighbours, covered).size();
      if (gain == candidate.gain()) {
        return candidate;
      }
      candidates.add(new QueuedCell(candidate.cell(), gain));
    }
  }

  private static List<Integer> reach(int from, List<List<Integer>> neighbours, boolean[] covered) {
    List<Integer> reached = new ArrayList<>(List.of(from));
    boolean[] seen = covered.clone();
    seen[from] = true;
    for (int i = 0; i < reached.size(); i++) {
      for (int next : neighbours.get(reached.get(i))) {
        if (!seen[next]) {
          seen[next] = true;
          reached.add(next);
        }
      }
    }
    return reached;
  }
}
