package org.yusuan.layout.row;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.yusuan.grid.GridCell;
import org.yusuan.knowledge.table.TableTerms;
import org.yusuan.text.Ideographs;
import org.yusuan.text.TextNormalizer;

/**
 * Tells money in a form, where any cell may hold anything, by the labels to the left of a figure
 * and above it: 年度资金总额 | 180.61 under 全年预算数 is money, the 10.0 under 分值 beside it is not.
 */
final class FormLabels {

  /** Longer texts are answers, not labels. Labels of columns seen in forms have up to 9. */
  private static final int MAX_LABEL_CHARACTERS = 12;

  private static final Pattern IN_BRACKETS = Pattern.compile("\\([^()]*\\)");

  private final TableTerms.FormMoney labels;

  /** The last label that stood in each column, by column. */
  private final Map<Integer, String> above = new HashMap<>();

  FormLabels(TableTerms.FormMoney labels) {
    this.labels = labels;
  }

  /** Remembers the labels of a row for the rows below it. */
  void passed(List<GridCell> row) {
    for (GridCell cell : row) {
      String text = TextNormalizer.of(cell.text());
      if (isLabel(text)) {
        for (int column = cell.column(); column < cell.columnEnd(); column++) {
          above.put(column, text);
        }
      }
    }
  }

  /**
   * Whether a figure is money: no label denies it, and a label says it is or none stands to the
   * left.
   *
   * @param row the cells of the figure's row
   */
  boolean isMoney(GridCell figure, List<GridCell> row) {
    String left = "";
    for (GridCell other : row) {
      String text = TextNormalizer.of(other.text());
      if (other.column() < figure.column() && Ideographs.in(text)) {
        left = text;
      }
    }
    String top =
        IntStream.range(figure.column(), figure.columnEnd())
            .mapToObj(column -> above.getOrDefault(column, ""))
            .filter(label -> !label.isEmpty())
            .findFirst()
            .orElse("");
    if (labels.not().matcher(top).find()) {
      return false;
    }
    boolean isMoneyBelow = labels.match().matcher(top).find();
    // The name of a project is no label of its money, whatever words it has.
    return isMoneyBelow && !isLabel(left)
        || !labels.not().matcher(left).find()
            && (left.isEmpty() || isMoneyBelow || labels.match().matcher(left).find());
  }

  /** In brackets a label may name a number too: 分值权重(90分). */
  private static boolean isLabel(String text) {
    String name = IN_BRACKETS.matcher(text).replaceAll("");
    return name.length() <= MAX_LABEL_CHARACTERS
        && Ideographs.in(name)
        && name.codePoints().noneMatch(Character::isDigit);
  }
}
