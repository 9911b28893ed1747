package org.bilan.likeness;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * How many changed pictures are found again, and how many others are taken for them.
 *
 * <p>{@code mvn -Pbench -Dbench.main=org.bilan.likeness.Recall -Dbench="DRAWN [FOLDER]..."}: so
 * many drawn originals, and the JPEG and PNG files of the folders. Each original is changed in each
 * way that {@link Variant} knows. All is measured both ways: the original stored and the changed
 * one searched, and the reverse. Pairs of different originals, both ways, tell how often others
 * match.
 */
final class Recall {

  private static final int LONG_SIDE = 640;
  private static final int[] BOUNDS = {31, 39, 47, 55, 63, 71};

  private final List<String> names = new ArrayList<>();
  private final List<Looks[]> looks = new ArrayList<>();

  private Recall() {}

  /** {@code DRAWN [FOLDER [OTHERS]]}. */
  public static void main(String... arguments) throws Exception {
    String[] given = String.join(" ", arguments).strip().split("\\s+");
    Recall recall = new Recall();
    recall.take("drawn", recall.drawn(Integer.parseInt(given[0])), Variant.values().length);
    if (given.length > 1) {
      recall.take("of the folder", recall.read(Path.of(given[1])), Variant.values().length);
    }
    if (given.length > 2) {
      recall.take("others", recall.read(Path.of(given[2])), 0);
    }
    recall.tellOthers();
  }

  private interface Picture {
    BufferedImage get() throws IOException;
  }

  private List<Picture> drawn(int many) {
    List<Picture> pictures = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      int number = i;
      names.add("drawn " + i);
      pictures.add(() -> DrawnScene.of(number, LONG_SIDE));
    }
    return pictures;
  }

  private List<Picture> read(Path folder) throws IOException {
    List<Picture> pictures = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        names.add(file.getFileName().toString());
        pictures.add(() -> small(ImageIO.read(file.toFile())));
      }
    }
    return pictures;
  }

  /** No larger than is sent by telephone, and without an alpha channel, as JPEG demands. */
  private static BufferedImage small(BufferedImage picture) {
    double factor =
        Math.min(1, (double) LONG_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
    int width = (int) (picture.getWidth() * factor);
    int height = (int) (picture.getHeight() * factor);
    BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = result.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(picture, 0, 0, width, height, null);
    pen.dispose();
    return result;
  }

  /** Looks at the originals and all that becomes of them, and tells what is found again. */
  private void take(String name, List<Picture> pictures, int changes) {
    Variant[] variants = Arrays.copyOf(Variant.values(), changes);
    Looks[][] taken = new Looks[pictures.size()][1 + variants.length];
    IntStream.range(0, pictures.size())
        .parallel()
        .forEach(
            i -> {
              try {
                BufferedImage original = pictures.get(i).get();
                taken[i][0] = Looks.of(original);
                for (Variant variant : variants) {
                  taken[i][1 + variant.ordinal()] = Looks.of(variant.of(original, i));
                }
              } catch (IOException e) {
                throw new IllegalStateException(name, e);
              }
            });
    looks.addAll(Arrays.asList(taken));
    List<Looks[]> known = Stream.of(taken).filter(each -> each[0].recognisable()).toList();
    if (changes == 0) {
      return;
    }
    System.out.printf(
        "%n%s: %d originals (%d not recognisable), %d changed ones; found at most so many bits away,%n"
            + "the changed searched among originals | the original searched among changed ones%n",
        name, taken.length, taken.length - known.size(), taken.length * variants.length);
    System.out.printf("%-26s", "");
    for (int side = 0; side < 2; side++) {
      for (int bound : BOUNDS) {
        System.out.printf(" %5d", bound);
      }
      System.out.print(side == 0 ? " |" : "\n");
    }
    Map<Variant.Group, int[]> sums = new EnumMap<>(Variant.Group.class);
    for (Variant variant : variants) {
      int[] row = new int[2 * BOUNDS.length + 1];
      for (Looks[] each : known) {
        count(each[1 + variant.ordinal()], each[0], row, 0);
        count(each[0], each[1 + variant.ordinal()], row, BOUNDS.length);
        row[2 * BOUNDS.length]++;
      }
      print(variant.toString(), row);
      int[] sum = sums.computeIfAbsent(variant.group(), none -> new int[row.length]);
      Arrays.setAll(sum, i -> sum[i] + row[i]);
    }
    sums.forEach((group, sum) -> print("= " + group, sum));
  }

  private static void count(Looks query, Looks stored, int[] row, int from) {
    int bits = query.bits(stored);
    for (int i = 0; i < BOUNDS.length; i++) {
      row[from + i] += bits <= BOUNDS[i] && stored.recognisable() ? 1 : 0;
    }
  }

  private static void print(String name, int[] row) {
    System.out.printf("%-26s", name);
    for (int i = 0; i < 2 * BOUNDS.length; i++) {
      System.out.printf(
          " %.3f%s", (double) row[i] / row[2 * BOUNDS.length], i == BOUNDS.length - 1 ? " |" : "");
    }
    System.out.println();
  }

  /** Nothing where there is none, or none that is recognisable. */
  private Looks taken(int original, int variant) {
    Looks[] all = looks.get(original);
    return variant < all.length && all[variant].recognisable() ? all[variant] : null;
  }

  private record Match(int query, int stored, int variant, boolean reverse, int bits) {}

  /** Pairs of different originals. */
  private void tellOthers() {
    System.out.printf(
        "%npairs of different originals, how many are found at most so many bits away:%n");
    int some = Integer.getInteger("recall.some", 5);
    tellOthers("changed ones searched among originals", false, v -> v > 0, some);
    tellOthers("originals searched among changed ones", true, v -> v > 0, some);
    tellOthers("originals searched among originals", false, v -> v == 0, 1);
  }

  /**
   * @param one of so many pairs is looked at: all would take hours
   */
  private void tellOthers(String name, boolean reverse, IntPredicate which, int one) {
    long[] found = new long[Fingerprint.BITS + 1];
    List<Match> worst = new ArrayList<>();
    IntStream.range(0, looks.size())
        .parallel()
        .forEach(
            query -> {
              long[] own = new long[found.length];
              List<Match> near = new ArrayList<>();
              for (int v = 0; v <= Variant.values().length; v++) {
                for (int stored = 0; which.test(v) && stored < looks.size(); stored++) {
                  Looks searched = taken(query, reverse ? 0 : v);
                  Looks kept = taken(stored, reverse ? v : 0);
                  boolean looked = stored != query && (query + stored + v) % one == 0;
                  if (looked && searched != null && kept != null) {
                    int bits = searched.bits(kept);
                    own[bits]++;
                    if (bits <= 63) {
                      near.add(new Match(query, stored, v, reverse, bits));
                    }
                  }
                }
              }
              synchronized (found) {
                Arrays.setAll(found, i -> found[i] + own[i]);
                worst.addAll(near);
              }
            });
    long pairs = Arrays.stream(found).sum();
    System.out.printf("%s: %,d pairs%n ", name, pairs);
    long sum = 0;
    for (int bits = 0, next = 0; next < BOUNDS.length; bits++) {
      sum += found[bits];
      if (bits == BOUNDS[next]) {
        System.out.printf(" %d: %d (%.1e)", bits, sum, (double) sum / pairs);
        next++;
      }
    }
    System.out.println();
    worst.stream()
        .sorted(Comparator.comparingInt(Match::bits))
        .limit(Integer.getInteger("recall.tell", 0))
        .forEach(
            m ->
                System.out.printf(
                    "    %d bits: %s (%s) and %s%n",
                    m.bits,
                    names.get(m.query),
                    m.variant == 0 ? "original" : Variant.values()[m.variant - 1],
                    names.get(m.stored)));
  }
}
