package org.bilan.evaluation;

import java.util.Locale;
import java.util.Map;

/**
 * Drawings beside numbers that say the same, for those who see them: so they are hidden to others.
 */
final class Plots {

  private static final String INK = "#0b4a8f";
  private static final String PALE = "#a8a8a2";
  private static final int WIDTH = 180;
  private static final int HEIGHT = 16;
  private static final int SQUARE = 300;
  private static final int MARGIN = 34;

  private Plots() {}

  private static StringBuilder svg(int width, int height) {
    return new StringBuilder(
        "<svg aria-hidden=\"true\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %1$d %2$d\">"
            .formatted(width, height));
  }

  private static String line(double x1, double y1, double x2, double y2, String ink) {
    return String.format(
        Locale.ROOT,
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>",
        x1,
        y1,
        x2,
        y2,
        ink);
  }

  private static String dot(double x, double y, double radius) {
    return String.format(
        Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>", x, y, radius, INK);
  }

  private static String text(double x, double y, String anchor, String said) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-size=\"10\" fill=\"#1c1c1c\">%s</text>",
        x,
        y,
        anchor,
        said);
  }

  /**
   * A value as a dot, its interval as a line.
   *
   * @param from the number at the left end
   * @param to the number at the right end
   * @param mark where a line across stands: what means nothing, or chance
   */
  static String whisker(Bootstrap.Estimate estimate, double from, double to, double mark) {
    StringBuilder svg = svg(WIDTH, HEIGHT);
    svg.append(line(place(mark, from, to), 0, place(mark, from, to), HEIGHT, PALE));
    estimate
        .interval()
        .ifPresent(
            i ->
                svg.append(
                    line(
                        place(i.low(), from, to),
                        HEIGHT / 2.0,
                        place(i.high(), from, to),
                        HEIGHT / 2.0,
                        INK)));
    estimate.value().ifPresent(value -> svg.append(dot(place(value, from, to), HEIGHT / 2.0, 4)));
    return svg.append("</svg>").toString();
  }

  private static double place(double number, double from, double to) {
    double within = Math.max(from, Math.min(to, number));
    return 5 + (WIDTH - 10) * (within - from) / (to - from);
  }

  /**
   * How many claims have how much evidence, as bars.
   *
   * @param least evidence at the left end
   * @param most evidence at the right end
   */
  static String bars(Map<Integer, Long> claims, int least, int most) {
    int height = 48;
    long highest = claims.values().stream().mapToLong(Long::longValue).max().orElse(1);
    double width = (double) WIDTH / (most - least + 1);
    StringBuilder svg = svg(WIDTH, height + 14);
    claims.forEach(
        (evidence, count) -> {
          // What is there at all is seen.
          double bar = Math.max(1, height * (double) count / highest);
          svg.append(
              String.format(
                  Locale.ROOT,
                  "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                  (evidence - least) * width,
                  height - bar,
                  Math.max(1, width - 1),
                  bar,
                  INK));
        });
    svg.append(line(0, height, WIDTH, height, PALE));
    svg.append(text(0, height + 11, "start", Integer.toString(least)));
    svg.append(text(WIDTH, height + 11, "end", Integer.toString(most)));
    return svg.append("</svg>").toString();
  }

  /** What was forecast along, what happened upwards, with intervals; the line is full agreement. */
  static String reliability(ReliabilityDiagram diagram) {
    StringBuilder svg = svg(SQUARE, SQUARE);
    svg.append(line(along(0), up(0), along(1), up(1), PALE));
    svg.append(line(along(0), up(0), along(1), up(0), PALE));
    svg.append(line(along(0), up(0), along(0), up(1), PALE));
    for (double tick : new double[] {0, 0.5, 1}) {
      svg.append(text(along(tick), up(0) + 14, "middle", Double.toString(tick)));
      svg.append(text(along(0) - 6, up(tick) + 3, "end", Double.toString(tick)));
    }
    for (ReliabilityDiagram.Bin bin : diagram.bins()) {
      if (bin.forecasts() > 0) {
        double x = along(bin.meanForecast().getAsDouble());
        Interval interval = bin.interval().orElseThrow();
        svg.append(line(x, up(interval.low()), x, up(interval.high()), INK));
        svg.append(
            dot(
                x,
                up(bin.observed().getAsDouble()),
                3 + Math.min(7, Math.sqrt(bin.forecasts()) / 4)));
      }
    }
    return svg.append("</svg>").toString();
  }

  private static double along(double share) {
    return MARGIN + share * (SQUARE - 2 * MARGIN);
  }

  private static double up(double share) {
    return SQUARE - MARGIN - share * (SQUARE - 2 * MARGIN);
  }
}
