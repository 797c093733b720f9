package org.yusuan.scan.image;

import java.util.ArrayList;
import java.util.List;

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

  /** All pieces of ink of a mask, eight neighbours connected, in no certain order. */
  public static List<ConnectedComponent> all(BinaryImage mask) {
    int width = mask.width;
    List<int[]> blobs = new ArrayList<>();
    int[] parent = new int[1024];
    List<int[]> above = new ArrayList<>();
    for (int y = 0; y < mask.height; y++) {
      List<int[]> runs = new ArrayList<>();
      int k = 0;
      int x = 0;
      while (x < width) {
        if (!mask.ink[y * width + x]) {
          x++;
          continue;
        }
        int start = x;
        while (x < width && mask.ink[y * width + x]) {
          x++;
        }
        int label = -1;
        while (k < above.size() && above.get(k)[1] < start) {
          k++;
        }
        for (int i = k; i < above.size() && above.get(i)[0] <= x; i++) {
          int other = root(parent, above.get(i)[2]);
          if (label < 0) {
            label = other;
          } else if (label != other) {
            merge(blobs.get(label), blobs.get(other));
            parent[other] = label;
          }
        }
        if (label < 0) {
          label = blobs.size();
          if (label == parent.length) {
            parent = java.util.Arrays.copyOf(parent, 2 * label);
          }
          parent[label] = label;
          blobs.add(new int[] {start, y, x, y + 1, 0});
        }
        merge(blobs.get(label), new int[] {start, y, x, y + 1, x - start});
        runs.add(new int[] {start, x, label});
      }
      above = runs;
    }
    List<ConnectedComponent> all = new ArrayList<>();
    for (int i = 0; i < blobs.size(); i++) {
      if (parent[i] == i) {
        int[] blob = blobs.get(i);
        all.add(new ConnectedComponent(blob[0], blob[1], blob[2], blob[3], blob[4]));
      }
    }
    return all;
  }

  private static int root(int[] parent, int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private static void merge(int[] into, int[] other) {
    into[0] = Math.min(into[0], other[0]);
    into[1] = Math.min(into[1], other[1]);
    into[2] = Math.max(into[2], other[2]);
    into[3] = Math.max(into[3], other[3]);
    into[4] += other[4];
  }
}
