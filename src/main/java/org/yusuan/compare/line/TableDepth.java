package org.yusuan.compare.line;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yusuan.compare.holding.StatedLine;

/**
 * The kinds of lines a table has: its classification and how deep it goes. A table that has no 项 at
 * all does not show that a 项 of another year is gone.
 *
 * @param kinds such kinds
 * @param codes all its codes
 */
record TableDepth(Set<String> kinds, Set<String> codes) {

  static TableDepth of(Collection<OfferedLines.KeyedEntry> entries) {
    Set<String> kinds = new TreeSet<>();
    Set<String> codes = new TreeSet<>();
    for (OfferedLines.KeyedEntry keyed : entries) {
      String code = keyed.key().code();
      kinds.add(kind(code, keyed.entry()));
      if (code != null) {
        codes.add(code);
      }
    }
    return new TableDepth(kinds, codes);
  }

  /** Whether a line of this kind could stand in the table. */
  boolean couldHave(@Nullable String code, StatedLine entry) {
    return kinds.contains(kind(code, entry));
  }

  /** Whether the table has the code or one below it. */
  boolean has(String code) {
    return codes.stream().anyMatch(one -> one.startsWith(code));
  }

  /** Whether the table has the code, or does not go down to codes of this length. */
  boolean mayHave(String code) {
    return has(code) || codes.stream().noneMatch(one -> one.length() >= code.length());
  }

  private static String kind(@Nullable String code, StatedLine entry) {
    int level = entry.line() == null ? 0 : entry.line().line().level();
    return code == null ? "item" + level : code.charAt(0) + "…" + code.length();
  }
}
