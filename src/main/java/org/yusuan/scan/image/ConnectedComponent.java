package org.yusuan.scan.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yusuan.graph.DisjointSet;

/**
 * A connected piece of ink: a character or a part of one. Edges in pixels, right and bottom
 * exclusive.
 *
 * @param area number of ink pixels
 */
public record ConnectedComponent(int left, int top, int right, int bottom, int area) {
  public int width() {
    return right - left;
  }

  public int height() {
    return bottom - top;
  }

  public double centerX() {
    return (left + right) / 2.0;
  }

  public double centerY() {
    return (top + bottom) / 2.0;
  }

  /**
   * All pieces of ink of a picture, eight neighbours connected, in the order of their topmost runs.
   */
  public static List<ConnectedComponent> allIn(BinaryImage image) {
    List<Run> runs = new ArrayList<>();
    int[] firstOfRow = new int[image.height + 1];
    for (int y = 0; y < image.height; y++) {
      addRuns(image, y, runs);
      firstOfRow[y + 1] = runs.size();
    }
    DisjointSet connected = new DisjointSet(runs.size());
    for (int y = 1; y < image.height; y++) {
      int above = firstOfRow[y - 1];
      for (int i = firstOfRow[y]; i < firstOfRow[y + 1]; i++) {
        Run run = runs.get(i);
        while (above < firstOfRow[y] && runs.get(above).end < run.start) {
          above++;
        }
        for (int k = above; k < firstOfRow[y] && runs.get(k).start <= run.end; k++) {
          // The run above that was met first is the root of the piece, so that the order of
          // pieces is kept.
          if (connected.find(i) == i) {
            connected.union(k, i);
          } else {
            connected.union(i, k);
          }
        }
      }
    }
    @Nullable ConnectedComponent[] pieces = new ConnectedComponent[runs.size()];
    for (int i = 0; i < pieces.length; i++) {
      Run run = runs.get(i);
      ConnectedComponent own =
          new ConnectedComponent(run.start, run.y, run.end, run.y + 1, run.end - run.start);
      int root = connected.find(i);
      ConnectedComponent piece = pieces[root];
      pieces[root] = piece == null ? own : piece.union(own);
    }
    return Arrays.stream(pieces).filter(Objects::nonNull).toList();
  }

  /** Pixels of ink side by side in one row; the end is exclusive. */
  private record Run(int y, int start, int end) {}

  private static void addRuns(BinaryImage image, int y, List<Run> runs) {
    boolean[] ink = image.ink;
    int first = y * image.width;
    int last = first + image.width;
    for (int at = first; at < last; at++) {
      if (ink[at]) {
        int start = at;
        while (at < last && ink[at]) {
          at++;
        }
        runs.add(new Run(y, start - first, at - first));
      }
    }
  }

  private ConnectedComponent union(ConnectedComponent other) {
    return new ConnectedComponent(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom),
        area + other.area);
  }
}
