package org.bilan.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** However an archive is split and in whatever order its parts are joined, the same is told. */
class MovementMergeTest {

  private static final Set<String> LIVE = Set.of("topic.one", "topic.never");

  @Test
  void anySplitInAnyOrderTellsTheSame() {
    for (long seed = 0; seed < 40; seed++) {
      List<MadeUp.Judged> judged = MadeUp.judged(seed, 60);
      Moved whole = counted(judged).moved(LIVE);
      assertThat(whole.changed()).isGreaterThan(Movement.MOST_MOVERS);
      assertThat(whole.movers()).hasSize(Movement.MOST_MOVERS);
      assertThat(inParts(judged, new Random(seed)).moved(LIVE)).isEqualTo(whole);
    }
  }

  /** Shuffled, split, each part written and read, and joined in groups of groups. */
  private static Movement inParts(List<MadeUp.Judged> judged, Random random) {
    List<MadeUp.Judged> shuffled = new ArrayList<>(judged);
    Collections.shuffle(shuffled, random);
    List<Movement> parts = new ArrayList<>();
    int from = 0;
    while (from < shuffled.size()) {
      int to = Math.min(shuffled.size(), from + random.nextInt(shuffled.size() / 5));
      parts.add(kept(counted(shuffled.subList(from, to))));
      from = to;
    }
    while (parts.size() > 1) {
      Movement one = parts.remove(random.nextInt(parts.size()));
      Movement other = parts.remove(random.nextInt(parts.size()));
      one.merge(other);
      parts.add(random.nextBoolean() ? kept(one) : one);
    }
    return parts.get(0);
  }

  private static Movement counted(List<MadeUp.Judged> judged) {
    Movement movement = new Movement();
    judged.forEach(one -> one.count(movement));
    movement.fail(judged.size());
    return movement;
  }

  private static Movement kept(Movement movement) {
    byte[] json = movement.write();
    Movement read = Movement.read(json);
    assertThat(Arrays.equals(read.write(), json)).isTrue();
    return read;
  }

  /** A conflict's name is free text: an archive may have another in each dossier. */
  @Test
  void ofTooManyNamesTheFirstAreToldAndTheOthersTogether() {
    int many = TollTables.MOST_NAMES + 500;
    List<MadeUp.Judged> judged = MadeUp.judged(1, 2 * many);
    for (int i = 0; i < judged.size(); i++) {
      MadeUp.Judged one = judged.get(i);
      Where where =
          new Where(
              one.where().incident(),
              one.where().country(),
              Optional.of("%05d".formatted(i % many)),
              one.where().month());
      judged.set(i, new MadeUp.Judged(where, one.state(), one.before(), one.after()));
    }
    Moved moved = counted(judged).moved(LIVE);
    assertThat(moved.conflicts()).hasSize(TollTables.MOST_NAMES + 1);
    assertThat(moved.conflicts().get(TollTables.MOST_NAMES - 1).name()).isEqualTo("04999");
    TollSums others = moved.conflicts().get(TollTables.MOST_NAMES);
    assertThat(others.of()).isEqualTo(TollSums.Of.OTHERS);
    assertThat(others.compared() + others.came()).isEqualTo(1_000);
    for (TollSums sums : moved.conflicts()) {
      if (sums.of() == TollSums.Of.NAMED) {
        assertThat(sums.compared() + sums.came()).as(sums.name()).isEqualTo(2);
      }
    }
    assertThat(inParts(judged, new Random(2)).moved(LIVE)).isEqualTo(moved);
  }
}
