package org.yusuan.workbench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yusuan.correction.DrawnTable;
import org.yusuan.model.Claim;
import org.yusuan.model.Disclosure;
import org.yusuan.model.SourceFile;
import org.yusuan.model.SourcePage;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.table.Table;

/**
 * A document of which some pages were read anew: a person who drew a table on one page of a scan
 * waits for that page, not for the document. {@code extract} and {@code batch} read all of it.
 */
final class RereadPages {

  private RereadPages() {}

  /** The pages to read: those that were drawn on, and all that their tables run over. */
  static List<Integer> of(Disclosure stored, List<DrawnTable> drawn) {
    Set<Integer> pages = new TreeSet<>();
    drawn.forEach(table -> pages.add(table.page()));
    int before = 0;
    while (before != pages.size()) {
      before = pages.size();
      for (Table table : stored.tables()) {
        if (!Collections.disjoint(table.pages(), pages)) {
          pages.addAll(table.pages());
        }
      }
    }
    return List.copyOf(pages);
  }

  /**
   * The document with what was read anew.
   *
   * @param stored the document as it was read
   * @param anew some of its pages, read anew
   * @param pages which these are
   */
  static Disclosure put(Disclosure stored, Disclosure anew, List<Integer> pages) {
    List<Table> kept =
        stored.tables().stream()
            .filter(table -> Collections.disjoint(table.pages(), pages))
            .toList();
    Deque<String> free = new ArrayDeque<>();
    Set<String> taken = new HashSet<>();
    stored.tables().forEach(table -> free.add(table.id()));
    kept.forEach(table -> free.remove(table.id()));
    stored.tables().forEach(table -> taken.add(table.id()));
    List<Table> tables = new ArrayList<>(kept);
    int next = 1;
    for (Table table : anew.tables()) {
      while (free.isEmpty()) {
        String id = "t" + next++;
        if (taken.add(id)) {
          free.add(id);
        }
      }
      tables.add(table.withId(free.remove()));
    }
    tables.sort(Comparator.comparingInt(table -> table.pages().get(0)));
    Set<String> known = new HashSet<>();
    kept.forEach(table -> known.add(table.id()));
    // Findings of the check are made anew; those of the reading are dropped if their cells no
    // longer exist.
    List<Finding> findings =
        stored.findings().stream()
            .filter(f -> f.cells().stream().allMatch(cell -> known.contains(cell.table())))
            .toList();
    List<Claim> claims =
        stored.claims().stream()
            .map(
                claim ->
                    claim.refersTo().stream().allMatch(cell -> known.contains(cell.table()))
                        ? claim
                        : claim.compared(List.of(), null, null))
            .toList();
    SourceFile source = stored.source();
    List<SourcePage> sourcePages =
        Stream.concat(
                source.pages().stream().filter(page -> !pages.contains(page.page())),
                anew.source().pages().stream())
            .sorted(Comparator.comparingInt(SourcePage::page))
            .toList();
    return new Disclosure(
            stored.schemaVersion(),
            source.withPages(sourcePages),
            stored.subject(),
            List.of(),
            claims,
            findings,
            stored.quality())
        .withTables(tables);
  }
}
