package org.yusuan.graph;

/**
 * Disjoint sets of the numbers 0 to n−1 (union-find, Tarjan 1975, with path halving). For one
 * thread.
 */
public final class DisjointSet {

  private final int[] parent;

  /** Each number from 0 to {@code size} − 1 in a set of its own. */
  public DisjointSet(int size) {
    parent = new int[size];
    for (int i = 0; i < size; i++) {
      parent[i] = i;
    }
  }

  /** The root of the set of {@code i}: one number, the same for all members. */
  public int find(int i) {
    int root = i;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  /**
   * Joins the sets of two numbers. The root of the set of {@code first} becomes that of both.
   *
   * @return whether they were two sets before
   */
  public boolean union(int first, int second) {
    int a = find(first);
    int b = find(second);
    parent[b] = a;
    return a != b;
  }

  /** Whether two numbers are in one set. */
  public boolean isSame(int first, int second) {
    return find(first) == find(second);
  }
}
