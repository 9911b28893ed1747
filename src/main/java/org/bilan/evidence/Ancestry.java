package org.bilan.evidence;

import java.util.Arrays;
import java.util.BitSet;

/** To which reports each report goes back, directly or through others. */
final class Ancestry {

  private final Echoes echoes;
  private final BitSet[] ancestors;
  private final BitSet[] descendants;

  Ancestry(Echoes echoes, int reports) {
    this.echoes = echoes;
    this.ancestors = new BitSet[reports];
    this.descendants = new BitSet[reports];
    Arrays.setAll(descendants, report -> new BitSet());
    for (int report = 0; report < reports; report++) {
      BitSet reached = gather(report);
      ancestors[report] = reached;
      for (int a = reached.nextSetBit(0); a >= 0; a = reached.nextSetBit(a + 1)) {
        descendants[a].set(report);
      }
    }
  }

  BitSet ancestors(int report) {
    return ancestors[report];
  }

  BitSet descendants(int report) {
    return descendants[report];
  }

  /** Depth first and without recursion: chains of citations may be as long as the dossier. */
  private BitSet gather(int start) {
    BitSet reached = new BitSet();
    if (echoes.grounds(start).isEmpty()) {
      return reached;
    }
    int[] stack = new int[ancestors.length];
    int top = 0;
    stack[top++] = start;
    while (top > 0) {
      int current = stack[--top];
      BitSet grounds = echoes.grounds(current);
      for (int g = grounds.nextSetBit(0); g >= 0; g = grounds.nextSetBit(g + 1)) {
        top = visit(g, start, reached, stack, top);
      }
    }
    return reached;
  }

  private int visit(int next, int start, BitSet reached, int[] stack, int top) {
    if (next == start || reached.get(next)) {
      return top;
    }
    reached.set(next);
    if (ancestors[next] != null) {
      reached.or(ancestors[next]);
      reached.clear(start);
      return top;
    }
    stack[top] = next;
    return top + 1;
  }
}
