package org.yusuan.benchmark.accuracy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How like two tables are, from 0 to 1: GriTS for the content of cells, with the factored search
 * for the most similar substructures (Smock, Pesala, Abraham: "GriTS: Grid table similarity metric
 * for table structure recognition", 2022). Lines are aligned in order, rows and columns each for
 * themselves; two cells are as like as twice their longest common subsequence is long, set against
 * the length of both.
 */
final class Grits {

  private Grits() {}

  /**
   * The likeness of two grids of texts. Every row of a grid has the same number of cells.
   *
   * @return 1 for equal grids; 0 if either is empty
   */
  static double of(List<List<String>> a, List<List<String>> b) {
    int rowsA = a.size();
    int rowsB = b.size();
    if (rowsA == 0 || rowsB == 0 || a.get(0).isEmpty() || b.get(0).isEmpty()) {
      return 0;
    }
    int columnsA = a.get(0).size();
    int columnsB = b.get(0).size();
    List<String> textsA = a.stream().flatMap(List::stream).distinct().toList();
    List<String> textsB = b.stream().flatMap(List::stream).distinct().toList();
    double[][] texts =
        matrix(textsA.size(), textsB.size(), (i, j) -> alike(textsA.get(i), textsB.get(j)));
    int[][] idsA = ids(a, textsA);
    int[][] idsB = ids(b, textsB);
    List<int[]> rows =
        aligned(
            rowsA,
            rowsB,
            (i, j) ->
                best(columnsA, columnsB, (c, d) -> texts[idsA[i][c]][idsB[j][d]])[columnsA][
                    columnsB]);
    List<int[]> columns =
        aligned(
            columnsA,
            columnsB,
            (c, d) -> best(rowsA, rowsB, (i, j) -> texts[idsA[i][c]][idsB[j][d]])[rowsA][rowsB]);
    double sum = 0;
    for (int[] row : rows) {
      for (int[] column : columns) {
        sum += texts[idsA[row[0]][column[0]]][idsB[row[1]][column[1]]];
      }
    }
    return 2 * sum / (rowsA * columnsA + rowsB * columnsB);
  }

  /** The place of each cell's text among the distinct ones. */
  private static int[][] ids(List<List<String>> grid, List<String> texts) {
    Map<String, Integer> places = new HashMap<>();
    for (String text : texts) {
      places.put(text, places.size());
    }
    return grid.stream()
        .map(row -> row.stream().mapToInt(places::get).toArray())
        .toArray(int[][]::new);
  }

  /** How like the elements of two sequences are. */
  private interface Likeness {
    double of(int i, int j);
  }

  /** The best alignment in order of the first i elements with the first j, for all i and j. */
  private static double[][] best(int n, int m, Likeness likeness) {
    double[][] best = new double[n + 1][m + 1];
    for (int i = 1; i <= n; i++) {
      for (int j = 1; j <= m; j++) {
        best[i][j] =
            Math.max(
                best[i - 1][j - 1] + likeness.of(i - 1, j - 1),
                Math.max(best[i - 1][j], best[i][j - 1]));
      }
    }
    return best;
  }

  private static double[][] matrix(int n, int m, Likeness likeness) {
    double[][] values = new double[n][m];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        values[i][j] = likeness.of(i, j);
      }
    }
    return values;
  }

  /** The pairs of the best alignment. */
  private static List<int[]> aligned(int n, int m, Likeness likeness) {
    double[][] value = matrix(n, m, likeness);
    double[][] best = best(n, m, (i, j) -> value[i][j]);
    List<int[]> pairs = new ArrayList<>();
    int i = n;
    int j = m;
    while (i > 0 && j > 0) {
      if (best[i][j] == best[i - 1][j - 1] + value[i - 1][j - 1]) {
        pairs.add(new int[] {--i, --j});
      } else if (best[i][j] == best[i - 1][j]) {
        i--;
      } else {
        j--;
      }
    }
    Collections.reverse(pairs);
    return pairs;
  }

  private static double alike(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }

    double common =
        best(a.length(), b.length(), (i, j) -> a.charAt(i) == b.charAt(j) ? 1 : 0)[a.length()][
            b.length()];
    return 2 * common / (a.length() + b.length());
  }
}
