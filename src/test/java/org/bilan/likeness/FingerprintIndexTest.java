package org.bilan.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FingerprintIndexTest {

  /** More than one segment and a tail. */
  private static final int MANY = 70_000;

  private record Held(long id, Fingerprint fingerprint) {}

  /** Near copies of a few, as pictures that everybody sends are, and others. */
  private static List<Held> held(Random random) {
    List<Fingerprint> known =
        Stream.generate(() -> FingerprintTest.random(random)).limit(40).toList();
    List<Held> held = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      Fingerprint fingerprint =
          i % 10 == 0
              ? FingerprintTest.changed(known.get(i / 10 % 40), random.nextInt(90), random)
              : FingerprintTest.random(random);
      held.add(new Held(i % 60_000, fingerprint)); // some ids twice
    }
    return held;
  }

  private static List<Neighbour> scanned(List<Held> held, Fingerprint query, int bits, int most) {
    Map<Long, Integer> nearest = new HashMap<>();
    for (Held each : held) {
      int distance = each.fingerprint.distance(query);
      if (distance <= bits) {
        nearest.merge(each.id, distance, Math::min);
      }
    }
    return nearest.entrySet().stream()
        .map(each -> new Neighbour(each.getKey(), each.getValue()))
        .sorted(Comparator.comparingInt(Neighbour::bits).thenComparingLong(Neighbour::id))
        .limit(most)
        .toList();
  }

  @Test
  void findsExactlyWhatAScanFindsAtEveryRadius() {
    Random random = new Random(11);
    List<Held> held = held(random);
    FingerprintIndex index = new FingerprintIndex();
    held.forEach(each -> index.add(each.id, each.fingerprint));
    for (int bits = 0; bits <= 100; bits++) {
      Fingerprint near = held.get(10 * random.nextInt(MANY / 10)).fingerprint;
      Fingerprint query = FingerprintTest.changed(near, random.nextInt(1 + bits), random);
      int most = random.nextBoolean() ? MANY : 1 + random.nextInt(5);
      assertThat(index.near(query, bits, most))
          .as("%d bits", bits)
          .isNotEmpty()
          .isEqualTo(scanned(held, query, bits, most));
    }
    Fingerprint far = FingerprintTest.random(random);
    assertThat(index.near(far, Fingerprint.BITS, MANY)).hasSize(60_000);
  }

  /** Nowhere do they differ in fewer bits than elsewhere: the hardest for tables of parts. */
  @Test
  void findsWhatDiffersEverywhereAlike() {
    Random random = new Random(15);
    FingerprintIndex index = new FingerprintIndex();
    held(random).forEach(each -> index.add(each.id, each.fingerprint));
    Fingerprint known = FingerprintTest.random(random);
    index.add(-5, known);
    for (int i = 0; i < 20_000; i++) { // out of the tail
      index.add(-6, FingerprintTest.random(random));
    }
    for (int each = 0; each <= 4; each++) {
      long part = (1L << each) - 1;
      long word = part | part << 16 | part << 32 | part << 48;
      Fingerprint query =
          new Fingerprint(known.a() ^ word, known.b() ^ word, known.c() ^ word, known.d() ^ word);
      assertThat(index.near(query, 16 * each, 1)).containsExactly(new Neighbour(-5, 16 * each));
      assertThat(index.near(query, 16 * each + 15, 1))
          .containsExactly(new Neighbour(-5, 16 * each));
    }
  }

  @Test
  void whatIsRemovedIsNotFound() {
    Random random = new Random(12);
    List<Held> held = held(random);
    FingerprintIndex index = new FingerprintIndex();
    held.subList(0, MANY / 2).forEach(each -> index.add(each.id, each.fingerprint));
    List<Long> gone = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      gone.add((long) random.nextInt(MANY / 2));
    }
    gone.add(MANY / 2 - 1L); // in the tail
    gone.stream().distinct().forEach(id -> assertThat(index.remove(id)).isTrue());
    assertThat(index.remove(gone.get(0))).isFalse();
    assertThat(index.remove(-1)).isFalse();
    assertThat(index.size()).isEqualTo(MANY / 2 - gone.stream().distinct().count());
    for (long id : gone) {
      assertThat(index.near(held.get((int) id).fingerprint, 0, 9)).isEmpty();
    }
    // Segments become one, and what was removed does not come back.
    held.subList(MANY / 2, MANY).forEach(each -> index.add(1_000_000, each.fingerprint));
    for (long id : gone) {
      assertThat(index.near(held.get((int) id).fingerprint, 0, 9)).isEmpty();
    }
    index.add(gone.get(0), held.get(0).fingerprint);
    assertThat(index.near(held.get(0).fingerprint, 0, 9)).contains(new Neighbour(gone.get(0), 0));
  }

  @Test
  void searchesWithAllViewsOfAPictureAndTellsEachOnce() {
    Looks looks = Looks.of(DrawnScene.of(2, 320));
    Random random = new Random(13);
    FingerprintIndex index = new FingerprintIndex();
    List<Held> held = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      Fingerprint view = looks.views().get(i % looks.views().size());
      Fingerprint fingerprint =
          i % 50 == 0
              ? FingerprintTest.changed(view, random.nextInt(80), random)
              : FingerprintTest.random(random);
      held.add(new Held(i, fingerprint));
      index.add(i, fingerprint);
    }
    for (int bits : new int[] {0, 15, 31, 47, 63}) {
      Map<Long, Integer> nearest = new HashMap<>();
      for (Fingerprint view : looks.views()) {
        scanned(held, view, bits, MANY)
            .forEach(each -> nearest.merge(each.id(), each.bits(), Math::min));
      }
      List<Neighbour> found = index.near(looks, bits, MANY);
      assertThat(found).hasSameSizeAs(nearest.keySet()).isNotEmpty();
      found.forEach(each -> assertThat(nearest).containsEntry(each.id(), each.bits()));
    }
  }

  @Test
  void manyReadBesideOneWhoWrites() throws Exception {
    Random random = new Random(14);
    FingerprintIndex index = new FingerprintIndex();
    List<Held> stay = held(random).subList(0, 2_000);
    List<Held> come = held(random);
    for (int i = 0; i < stay.size(); i++) {
      index.add(1_000_000 + i, stay.get(i).fingerprint);
    }
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService readers = Executors.newFixedThreadPool(3);
    try {
      List<Future<Integer>> searches = new ArrayList<>();
      for (int reader = 0; reader < 3; reader++) {
        int seed = reader;
        searches.add(readers.submit(() -> readUntil(done, index, stay, come, seed)));
      }
      for (Held each : come) {
        index.add(each.id, each.fingerprint);
        if (each.id % 500 == 7) {
          index.remove(each.id);
        }
      }
      done.set(true);
      for (Future<Integer> search : searches) {
        assertThat(search.get()).isPositive();
      }
    } finally {
      readers.shutdownNow();
    }
  }

  /** What stays is always found; what is found has the distance that is told, of one that came. */
  private static int readUntil(
      AtomicBoolean done, FingerprintIndex index, List<Held> stay, List<Held> come, int seed) {
    Random random = new Random(seed);
    Map<Long, List<Fingerprint>> byId = new HashMap<>();
    come.forEach(
        each -> byId.computeIfAbsent(each.id, none -> new ArrayList<>()).add(each.fingerprint));
    int searches = 0;
    while (!done.get() || searches == 0) {
      int number = random.nextInt(stay.size());
      Fingerprint known = stay.get(number).fingerprint;
      Fingerprint query = FingerprintTest.changed(known, random.nextInt(20), random);
      List<Neighbour> found = index.near(query, 31, MANY);
      assertThat(found).contains(new Neighbour(1_000_000 + number, known.distance(query)));
      for (Neighbour each : found) {
        if (each.id() < 1_000_000) {
          assertThat(byId.get(each.id()))
              .anyMatch(fingerprint -> fingerprint.distance(query) == each.bits());
        }
      }
      searches++;
    }
    return searches;
  }
}
