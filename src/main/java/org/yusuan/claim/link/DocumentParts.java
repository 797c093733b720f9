package org.yusuan.claim.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.yusuan.claim.cell.CellIndex.Candidate;
import org.yusuan.model.table.Table;

/**
 * The parts of a document that prints the same tables for a department and for each of its units:
 * each begins with the two tables that the document begins with. The prose of a part restates its
 * own tables.
 */
final class DocumentParts {

  /** The first and the last page of each part's tables, from 1. */
  private record Pages(int first, int last) {}

  private final List<Pages> parts;
  private final Map<String, Integer> partOf;
  private final boolean before;

  private DocumentParts(List<Pages> parts, Map<String, Integer> partOf, boolean before) {
    this.parts = parts;
    this.partOf = partOf;
    this.before = before;
  }

  /**
   * The parts of a document; one if its prose does not tell whether it stands before the tables of
   * its part or behind them.
   *
   * @param tables its tables, in order
   * @param prose the pages on which its prose states amounts
   */
  static DocumentParts of(List<Table> tables, Set<Integer> prose) {
    List<Table> known =
        tables.stream().filter(table -> !Table.UNKNOWN.equals(table.kind())).toList();
    List<Integer> starts =
        IntStream.range(0, Math.max(0, known.size() - 1))
            .filter(i -> isAlike(known.get(i), known.get(0)))
            .filter(i -> isAlike(known.get(i + 1), known.get(1)))
            .boxed()
            .toList();
    List<Pages> parts = new ArrayList<>();
    Map<String, Integer> partOf = new HashMap<>();
    for (int k = 0; k < starts.size(); k++) {
      int end = k + 1 < starts.size() ? starts.get(k + 1) : known.size();
      List<Table> own = known.subList(starts.get(k), end);
      List<Integer> pages = own.stream().flatMap(table -> table.pages().stream()).sorted().toList();
      for (Table table : own) {
        partOf.put(table.id(), k);
      }
      parts.add(new Pages(pages.get(0), pages.get(pages.size() - 1)));
    }
    if (parts.size() < 2 || isAlike(known.get(0), known.get(1))) {
      return new DocumentParts(List.of(), Map.of(), true);
    }
    int first = parts.get(0).first;
    int last = parts.get(parts.size() - 1).last;
    boolean before = prose.stream().anyMatch(page -> page < first);
    boolean behind = prose.stream().anyMatch(page -> page > last);
    boolean between =
        IntStream.range(1, parts.size())
            .allMatch(
                k ->
                    prose.stream()
                        .anyMatch(
                            page -> page >= parts.get(k - 1).last && page <= parts.get(k).first));
    return before == behind || !between
        ? new DocumentParts(List.of(), Map.of(), true)
        : new DocumentParts(parts, partOf, before);
  }

  private static boolean isAlike(Table one, Table other) {
    return one.kind().equals(other.kind())
        && one.titleOrId().equals(other.titleOrId())
        && one.title() != null;
  }

  /**
   * The cells that a statement may restate, those of its own part first among those that fit alike.
   *
   * @param page where the statement stands
   */
  List<Candidate> ownFirst(int page, List<Candidate> candidates) {
    return parts.size() < 2
        ? candidates
        : candidates.stream()
            .sorted(
                Comparator.comparing(Candidate::fit)
                    .thenComparing(candidate -> !isOwn(page, candidate)))
            .toList();
  }

  /** Whether a cell is of the part that a page is of. */
  boolean isOwn(int page, Candidate candidate) {
    return parts.size() < 2 || partOf.getOrDefault(candidate.table().id(), -1) == part(page);
  }

  private int part(int page) {
    for (int k = 0; k < parts.size(); k++) {
      if (before
          ? page <= parts.get(k).last
          : k + 1 == parts.size() || page < parts.get(k + 1).first) {
        return k;
      }
    }
    return parts.size() - 1;
  }
}
