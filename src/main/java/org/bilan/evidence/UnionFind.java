package org.bilan.evidence;

/** Disjoint sets of small whole numbers. The smallest member stands for its set. */
final class UnionFind {

  private final int[] parent;

  UnionFind(int size) {
    parent = new int[size];
    for (int i = 0; i < size; i++) {
      parent[i] = i;
    }
  }

  int find(int member) {
    int root = member;
    while (parent[root] != root) {
      root = parent[root];
    }
    while (parent[member] != root) {
      int next = parent[member];
      parent[member] = root;
      member = next;
    }
    return root;
  }

  void join(int one, int other) {
    int a = find(one);
    int b = find(other);
    parent[Math.max(a, b)] = Math.min(a, b);
  }
}
