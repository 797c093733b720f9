package org.yusuan.layout.column;

import java.util.List;

/**
 * Why a grid became the table that it did. The stages of mapping record it as they decide; nothing
 * is worked out a second time.
 *
 * @param decision what chose the layout
 * @param candidates the layouts that fit at all, the best first
 * @param columns why each column means what it does, from left to right
 */
public record MappingTrace(
    Decision decision, List<Candidate> candidates, List<ColumnReason> columns) {

  /** More candidates than these are not kept: a guess at what a reader looks at. */
  private static final int MAX_CANDIDATES = 12;

  public MappingTrace {
    candidates = candidates.stream().limit(MAX_CANDIDATES).toList();
    columns = List.copyOf(columns);
  }

  /** What chose the layout. */
  public enum Decision {
    /** The best score of those whose title and header are both good enough. */
    TITLE_AND_HEADER,
    /** The header fits this one kind alone; the title says another, or nothing known. */
    HEADER_ALONE,
    /** The title and the number of columns; the header could not be read from the picture. */
    TITLE_AND_WIDTH,
    /** The parts of the title, which header and rows confirm; no layout fits. */
    TITLE_PARTS,
    /** No layout fits. */
    NONE
  }

  /**
   * A layout and how well it fits.
   *
   * @param layout its id
   * @param kind the kind of table that it describes
   * @param title how well the title fits, from 0 to 1
   * @param header how well the header fits, from 0 to 1
   * @param score both taken together, from 0 to 1
   * @param possible whether title and header are good enough for it to be chosen by its score
   */
  public record Candidate(
      String layout, String kind, double title, double header, double score, boolean possible) {}

  /** Where the meaning of a column was found. */
  public enum MeaningSource {
    /** In a text of its header. */
    HEADER,
    /** In a text further up, since its own says less: 合计, 预算数. */
    HEADER_ABOVE,
    /** In a label that is broken over two cells, one below the other. */
    BROKEN_HEADER,
    /** By the other parts of a code beside it. */
    CODE_PARTS,
    /** In a name of the economic classification. */
    ECONOMIC_NAME,
    /** In its place in the layout: its header could not be read from the picture. */
    PLACE_IN_LAYOUT,
    /** By the columns of amounts around it. */
    BETWEEN_AMOUNTS,
    /** By the columns that it adds up, or that add up with it; its header could not be read. */
    SUM,
    /** In its cells: the header says nothing known. */
    CELLS
  }

  /**
   * Why a column means what it does.
   *
   * @param term what it was taken for: a term of the vocabulary, {@code economic-…}, or {@code
   *     text} if nothing is known
   * @param source where that was found
   * @param evidence the text, code or share of numeric cells that told it
   */
  public record ColumnReason(String term, MeaningSource source, String evidence) {}
}
