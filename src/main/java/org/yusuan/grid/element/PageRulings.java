package org.yusuan.grid.element;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.yusuan.model.table.Box;
import org.yusuan.page.Page;
import org.yusuan.page.Ruling;
import org.yusuan.page.Word;

/**
 * The joined lines of a page.
 *
 * @param horizontal by y
 * @param vertical by x
 */
public record PageRulings(List<Ruling> horizontal, List<Ruling> vertical) {

  /** More lines than this of one direction are a drawing; they are left out. A guess. */
  private static final int MAX_LINES = 2_000;

  private static final Pattern TYPED_RULE = Pattern.compile("[-–—_=]{6,}");

  public static PageRulings of(Page page) {
    List<Ruling> horizontal = new ArrayList<>();
    List<Ruling> vertical = new ArrayList<>();
    for (Ruling ruling : page.rulings()) {
      (ruling.horizontal() ? horizontal : vertical).add(ruling);
    }
    for (Word word : page.words()) {
      if (isTypedRule(word)) {
        Box box = word.box();
        horizontal.add(new Ruling(true, box.centerY(), box.left(), box.right(), 0.5));
      }
    }
    return new PageRulings(joined(horizontal), joined(vertical));
  }

  /** Whether the word is a line made of dashes or underscores. */
  public static boolean isTypedRule(Word word) {
    return TYPED_RULE.matcher(word.text()).matches();
  }

  private static List<Ruling> joined(List<Ruling> pieces) {
    List<Ruling> lines = new ArrayList<>(RulingJoiner.join(pieces));
    if (lines.size() > MAX_LINES) {
      return List.of();
    }
    lines.sort(Comparator.comparingDouble(Ruling::position));
    return List.copyOf(lines);
  }

  /** Whether a vertical line stands between the two x at the given y. */
  boolean between(double fromX, double toX, double y) {
    int low = 0;
    int high = vertical.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (vertical.get(middle).position() < fromX - 1) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (int i = low; i < vertical.size() && vertical.get(i).position() <= toX + 1; i++) {
      if (vertical.get(i).start() <= y && vertical.get(i).end() >= y) {
        return true;
      }
    }
    return false;
  }
}
