package org.yusuan.grid.assembly;

import org.jspecify.annotations.Nullable;
import org.yusuan.grid.Grid;
import org.yusuan.grid.ruled.RuledClassifier;

/**
 * Something on a page that may be a table, and what became of it.
 *
 * @param grid its cells; of a table without what else stands in its frame
 * @param outcome what became of it
 * @param judgement what the rulings that bound it were judged to be, and why; null if it was found
 *     from white space
 */
public record TableCandidate(
    Grid grid, Outcome outcome, RuledClassifier.@Nullable Judgement judgement) {

  /** What becomes of a candidate. */
  public enum Outcome {
    /** A table. */
    TABLE,
    /**
     * Its rulings bound no table, or only groups of its rows; its text may be one without rulings.
     */
    LEFT_TO_WHITE_SPACE,
    /** It is a drawing. */
    DRAWING,
    /** It is the axis labels of a drawing: numbers and words along its sides. */
    BESIDE_DRAWING,
    /** It is a list of contents. */
    CONTENTS
  }
}
