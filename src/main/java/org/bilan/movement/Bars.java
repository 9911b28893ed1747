package org.bilan.movement;

/** Bars beside numbers, for those who see them: the numbers say the same. */
final class Bars {

  private static final int WIDTH = 160;
  private static final int HEIGHT = 7;

  /** That stand apart in grey too, and for who sees no colours. */
  private static final String[] FILLS = {"#a8a8a2", "#0b4a8f"};

  private Bars() {}

  /**
   * A bar for each, below each other; the last is the darkest.
   *
   * @param most as many as a bar of full length stands for
   */
  static String of(long most, long... each) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg aria-hidden=\"true\" width=\"%d\" height=\"%d\">"
            .formatted(WIDTH, HEIGHT * each.length));
    for (int i = 0; i < each.length; i++) {
      if (each[i] > 0) {
        // What is there at all is seen.
        long width = Math.max(1, Math.round((double) WIDTH * each[i] / most));
        svg.append(
            "<rect y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>"
                .formatted(i * HEIGHT, width, HEIGHT - 1, FILLS[FILLS.length - each.length + i]));
      }
    }
    return svg.append("</svg>").toString();
  }
}
