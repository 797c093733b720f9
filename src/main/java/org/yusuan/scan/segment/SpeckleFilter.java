package org.yusuan.scan.segment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.yusuan.scan.image.ConnectedComponent;

/**
 * Tells the dirt of a page from the points and small strokes of its characters. The constants are
 * guesses unless they say what was measured.
 */
final class SpeckleFilter {
  /**
   * Ink smaller than this share of the square of the text's height is a point, a small stroke or
   * dirt. A dash has 0.05, a full point 0.015.
   */
  private static final double MAX_SPECK_AREA = 0.03;

  /** Points and small strokes are this near to the rest, in text heights. */
  private static final double MAX_DISTANCE_TO_CHARACTER = 0.35;

  /** The pieces of a broken numeral are this near to the character after its comma. */
  private static final double MAX_DISTANCE_OVER_COMMA = 1.6;

  /** A piece of a broken stroke is at least this long, in text heights. */
  private static final double MIN_STROKE_LENGTH = 0.15;

  /** Points of one row are off each other's height by at most this, in text heights. */
  private static final double MAX_LEVEL_DIFFERENCE = 0.1;

  /** Of two points of one row, the smaller has at least this share of the larger one's ink. */
  private static final double MIN_AREA_RATIO = 0.4;

  /** Points of an ellipsis are at most this far apart, in text heights. */
  private static final double MAX_POINT_STEP = 0.8;

  /** How uneven the steps of a row may be, in text heights. */
  private static final double MAX_STEP_DIFFERENCE = 0.12;

  /** Points of one row are no farther apart than this, in text heights. */
  private static final double MAX_POINT_DISTANCE = 1.2;

  private final double textHeight;
  private final int pageHeight;

  /**
   * @param textHeight typical height of a character in pixels
   * @param pageHeight height of the page in pixels
   */
  SpeckleFilter(double textHeight, int pageHeight) {
    this.textHeight = textHeight;
    this.pageHeight = pageHeight;
  }

  /**
   * The ink of a cell without its dirt, which would be read as a minus, a point or a letter. Small
   * ink that belongs to a character lies close to larger ink. Points of an ellipsis lie in a row,
   * alone in their cell or after a character.
   */
  List<ConnectedComponent> withoutDirtInCell(List<ConnectedComponent> components) {
    List<List<ConnectedComponent>> bands = heightBands(components);
    Set<ConnectedComponent> kept = new LinkedHashSet<>();
    components.stream().filter(component -> !isSmall(component)).forEach(kept::add);
    boolean alone = kept.isEmpty();
    Set<ConnectedComponent> row = new LinkedHashSet<>();
    for (ConnectedComponent component : components) {
      if (isSmall(component)) {
        List<ConnectedComponent> around = band(bands, component);
        if (around.stream().anyMatch(other -> !isSmall(other) && isNear(component, other))) {
          kept.add(component);
        }
        if (isInRow(component, around)) {
          row.add(component);
        }
      }
    }
    if (alone) {
      kept.addAll(row);
    }
    addWhatFollows(kept, bands, component -> row.contains(component) || isPieceOfStroke(component));
    addBrokenCharacters(kept, bands);
    return new ArrayList<>(kept);
  }

  /**
   * A numeral of thin strokes before a comma, both broken: too far from the next character to lead
   * there, but several pieces close together, as dirt seldom is.
   */
  private void addBrokenCharacters(
      Set<ConnectedComponent> kept, List<List<ConnectedComponent>> bands) {
    Set<ConnectedComponent> broken = new LinkedHashSet<>();
    for (ConnectedComponent end : kept) {
      for (ConnectedComponent next : band(bands, end)) {
        if (!kept.contains(next)
            && isPieceOfStroke(next)
            && aside(end, next) <= MAX_DISTANCE_OVER_COMMA * textHeight
            && next.centerY() > end.top()
            && next.centerY() < end.bottom()
            && band(bands, next).stream()
                .anyMatch(
                    other ->
                        !other.equals(next) && isPieceOfStroke(other) && isNear(next, other))) {
          broken.add(next);
        }
      }
    }
    kept.addAll(broken);
    addWhatFollows(kept, bands, this::isPieceOfStroke);
  }

  /** The ink outside of tables without its dirt. Points there may lead to the number of a page. */
  List<ConnectedComponent> withoutDirt(List<ConnectedComponent> components) {
    List<List<ConnectedComponent>> bands = heightBands(components);
    Set<ConnectedComponent> kept = new LinkedHashSet<>();
    for (ConnectedComponent component : components) {
      List<ConnectedComponent> around = band(bands, component);
      if (!isSmall(component)
          || around.stream().anyMatch(other -> !isSmall(other) && isNear(component, other))
          || around.stream().filter(other -> isBeside(component, other)).count() >= 2) {
        kept.add(component);
      }
    }
    addWhatFollows(kept, bands, this::isPieceOfStroke);
    return new ArrayList<>(kept);
  }

  /**
   * Whether a line has no ink of a character, nor points in a row: specks above and below print.
   */
  boolean areDirt(List<ConnectedComponent> line) {
    return line.stream().allMatch(component -> isSmall(component) && !isInRow(component, line));
  }

  private boolean isSmall(ConnectedComponent component) {
    return component.area() < MAX_SPECK_AREA * textHeight * textHeight;
  }

  private boolean isBeside(ConnectedComponent component, ConnectedComponent other) {
    return !other.equals(component)
        && isSmall(other)
        && aside(component, other) <= MAX_POINT_DISTANCE * textHeight
        && Math.abs(other.centerY() - component.centerY()) <= MAX_LEVEL_DIFFERENCE * textHeight;
  }

  /** Whether a piece is one of three pieces of equal size, evenly spaced at one height. */
  private boolean isInRow(ConnectedComponent component, List<ConnectedComponent> around) {
    List<ConnectedComponent> like =
        around.stream()
            .filter(other -> isBeside(component, other))
            .filter(
                other ->
                    Math.min(other.area(), component.area())
                        >= MIN_AREA_RATIO * Math.max(other.area(), component.area()))
            .toList();
    for (ConnectedComponent one : like) {
      double step = one.centerX() - component.centerX();
      for (ConnectedComponent other : like) {
        double further = other.centerX() - component.centerX();
        boolean even =
            Math.abs(further - 2 * step) <= MAX_STEP_DIFFERENCE * textHeight
                || Math.abs(further + step) <= MAX_STEP_DIFFERENCE * textHeight;
        if (!one.equals(other) && even && Math.abs(step) <= MAX_POINT_STEP * textHeight) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * A thin stroke that a fax broke into small pieces leads from one to the next, as the numeral two
   * before a ten; so do the points of an ellipsis.
   */
  private void addWhatFollows(
      Set<ConnectedComponent> kept,
      List<List<ConnectedComponent>> bands,
      Predicate<ConnectedComponent> leads) {
    Deque<ConnectedComponent> ends = new ArrayDeque<>(kept);
    while (!ends.isEmpty()) {
      ConnectedComponent end = ends.pop();
      for (ConnectedComponent next : band(bands, end)) {
        if (leads.test(next) && isNear(end, next) && kept.add(next)) {
          ends.push(next);
        }
      }
    }
  }

  private List<ConnectedComponent> band(
      List<List<ConnectedComponent>> bands, ConnectedComponent component) {
    return bands.get((int) (component.centerY() / textHeight));
  }

  private boolean isPieceOfStroke(ConnectedComponent component) {
    return Math.max(component.width(), component.height()) >= MIN_STROKE_LENGTH * textHeight;
  }

  private boolean isNear(ConnectedComponent one, ConnectedComponent other) {
    int above = Math.max(other.top() - one.bottom(), one.top() - other.bottom());
    return aside(one, other) <= MAX_DISTANCE_TO_CHARACTER * textHeight
        && above <= MAX_DISTANCE_TO_CHARACTER * textHeight;
  }

  /** Paper between two pieces from left to right; negative if one is above the other. */
  private static int aside(ConnectedComponent one, ConnectedComponent other) {
    return Math.max(other.left() - one.right(), one.left() - other.right());
  }

  /**
   * The pieces by where they stand down the page, in bands one text height high; each stands in all
   * bands that come within a text height of it. A fax has thousands of specks, and each need only
   * be compared with what is near.
   */
  private List<List<ConnectedComponent>> heightBands(List<ConnectedComponent> components) {
    List<List<ConnectedComponent>> bands = new ArrayList<>();
    for (int i = 0; i <= pageHeight / textHeight; i++) {
      bands.add(new ArrayList<>());
    }
    for (ConnectedComponent component : components) {
      int first = Math.max(0, (int) (component.top() / textHeight) - 1);
      int last = Math.min(bands.size() - 1, (int) (component.bottom() / textHeight) + 1);
      for (int i = first; i <= last; i++) {
        bands.get(i).add(component);
      }
    }
    return bands;
  }
}
