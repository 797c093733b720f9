package org.yusuan.correction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yusuan.io.Sha256;

/**
 * The corrections of one file, in the order in which they were made.
 *
 * @param entries all entries, also those that were taken back
 */
public record Corrections(List<CorrectionEntry> entries) {

  /** No corrections. */
  public static final Corrections NONE = new Corrections(List.of());

  public Corrections {
    entries = List.copyOf(entries);
  }

  /**
   * The entries in force for a document: those that were not taken back, each once.
   *
   * @param document SHA-256 of its file
   */
  public List<CorrectionEntry> of(String document) {
    Map<String, CorrectionEntry> standing = new LinkedHashMap<>();
    for (CorrectionEntry entry : entries) {
      if (!entry.document().equals(document)) {
        continue;
      }
      if (entry.kind() == CorrectionEntry.Kind.UNDO) {
        standing.remove(String.valueOf(entry.target()));
      } else {
        standing.putIfAbsent(entry.id(), entry);
      }
    }
    return List.copyOf(standing.values());
  }

  /**
   * The tables that people drew on a document's pages: the pages are read with their lines.
   *
   * @param document SHA-256 of its file
   */
  public List<DrawnTable> drawn(String document) {
    List<DrawnTable> drawn = new ArrayList<>();
    for (CorrectionEntry entry : of(document)) {
      DrawnTable table = DrawnTable.of(entry);
      if (table != null) {
        drawn.add(table);
      }
    }
    return List.copyOf(drawn);
  }

  /** The corrections that concern how pages are read, and the others left out. */
  public Corrections ofReading() {
    return new Corrections(
        entries.stream()
            .filter(
                entry ->
                    entry.kind() == CorrectionEntry.Kind.TABLE_AREA
                        || entry.kind() == CorrectionEntry.Kind.UNDO)
            .toList());
  }

  /**
   * A word that changes with the entries in force for a document; empty if there are none.
   *
   * @param document SHA-256 of its file
   */
  public String fingerprint(String document) {
    StringBuilder ids = new StringBuilder();
    of(document).forEach(entry -> ids.append(entry.id()));
    return ids.isEmpty() ? "" : Sha256.of(ids.toString()).substring(0, 12);
  }
}
