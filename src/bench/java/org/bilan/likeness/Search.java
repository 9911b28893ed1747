package org.bilan.likeness;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * How long a search among many fingerprints takes, beside a linear scan in the same run. Times are
 * those that the core worked for it: so other programs on the machine matter less.
 *
 * <p>{@code mvn -Pbench -Dbench.main=org.bilan.likeness.Search -Dbench="1000000"}: once with random
 * fingerprints; once with such as pictures have (a quarter near copies of a thousand, the rest
 * mixed from the fingerprints of drawn scenes), whose bits are not independent of each other. A
 * whole search is that of a picture: all views of it, and the nearest fifty told.
 */
final class Search {

  private static final int SCENES = 300;
  private static final int QUERIES = 400;
  private static final int SCANS = 60;
  private static final int MOST = 50;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Random random = new Random(1);
  private final List<Looks> scenes;
  private final List<Fingerprint> real = new ArrayList<>();

  private Search() {
    scenes =
        IntStream.range(0, SCENES)
            .parallel()
            .mapToObj(i -> Looks.of(DrawnScene.of(i, 320)))
            .filter(Looks::recognisable)
            .toList();
    scenes.forEach(scene -> real.addAll(scene.views()));
  }

  /** {@code FINGERPRINTS}. */
  public static void main(String... arguments) {
    int many = Integer.parseInt(String.join("", arguments).strip());
    Search search = new Search();
    search.measure("random", many, search::uniform);
    search.measure("as pictures have", many, search::likeReal);
  }

  private interface Source {
    Fingerprint get(int number);
  }

  private Fingerprint uniform(int number) {
    return new Fingerprint(
        random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }

  private Fingerprint likeReal(int number) {
    if (number % 4 == 0) {
      return changed(real.get(number / 4 % 1000), random.nextInt(40));
    }
    Fingerprint one = real.get(random.nextInt(real.size()));
    Fingerprint other = real.get(random.nextInt(real.size()));
    Fingerprint mask = uniform(0);
    return new Fingerprint(
        one.a() & mask.a() | other.a() & ~mask.a(),
        one.b() & mask.b() | other.b() & ~mask.b(),
        one.c() & mask.c() | other.c() & ~mask.c(),
        one.d() & mask.d() | other.d() & ~mask.d());
  }

  private Fingerprint changed(Fingerprint original, int bits) {
    byte[] bytes = original.bytes();
    for (int i = 0; i < bits; i++) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return Fingerprint.of(bytes);
  }

  private void measure(String name, int many, Source source) {
    Fingerprint[] all = new Fingerprint[many];
    Arrays.setAll(all, source::get);
    long before = used();
    long start = THREADS.getCurrentThreadCpuTime();
    FingerprintIndex index = new FingerprintIndex();
    for (int i = 0; i < many; i++) {
      index.add(i, all[i]);
    }
    double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
    System.out.printf(
        "%n%s: %,d fingerprints added in %.1f s, %.0f bytes each%n",
        name, many, seconds, (double) (used() - before) / many);
    Fingerprint[] queries = new Fingerprint[QUERIES];
    Arrays.setAll(queries, i -> changed(all[random.nextInt(many)], 16));
    long[] flat = new long[4 * many];
    for (int i = 0; i < many; i++) {
      flat[4 * i] = all[i].a();
      flat[4 * i + 1] = all[i].b();
      flat[4 * i + 2] = all[i].c();
      flat[4 * i + 3] = all[i].d();
    }
    for (int bits : new int[] {31, 47, 63}) {
      Fingerprint[] few = Arrays.copyOf(queries, bits > 47 ? SCANS : QUERIES);
      tell("index, " + bits + " bits", few, query -> index.near(query, bits, many).size());
    }
    Fingerprint[] few = Arrays.copyOf(queries, SCANS);
    tell("linear scan, 47 bits", few, query -> scan(flat, query, 47));
    Looks[] views = scenes.subList(0, SCANS).toArray(new Looks[0]);
    for (int bits : new int[] {31, 47}) {
      tell("whole search, " + bits + " bits", views, query -> index.near(query, bits, MOST).size());
    }
    start = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < 20; i++) {
      index.remove(random.nextInt(many));
    }
    System.out.printf(
        "  removing one: %.2f ms%n", (THREADS.getCurrentThreadCpuTime() - start) / 20e6);
  }

  private static int scan(long[] flat, Fingerprint query, int bits) {
    int found = 0;
    for (int i = 0; i < flat.length; i += 4) {
      int distance =
          Long.bitCount(flat[i] ^ query.a())
              + Long.bitCount(flat[i + 1] ^ query.b())
              + Long.bitCount(flat[i + 2] ^ query.c())
              + Long.bitCount(flat[i + 3] ^ query.d());
      if (distance <= bits) {
        found++;
      }
    }
    return found;
  }

  private static <T> void tell(String name, T[] queries, ToIntFunction<T> search) {
    double[] milliseconds = new double[queries.length];
    long found = 0;
    for (int round = 0; round < 3; round++) { // the first ones warm
      found = 0;
      for (int i = 0; i < queries.length; i++) {
        long start = THREADS.getCurrentThreadCpuTime();
        found += search.applyAsInt(queries[i]);
        milliseconds[i] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
      }
    }
    Arrays.sort(milliseconds);
    System.out.printf(
        "  %-24s median %8.3f ms, 95 %% %8.3f ms, found %,d in %d searches%n",
        name,
        milliseconds[milliseconds.length / 2],
        milliseconds[milliseconds.length * 95 / 100],
        found,
        queries.length);
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
