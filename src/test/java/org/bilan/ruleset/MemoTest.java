package org.bilan.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bilan.evidence.Aspect;
import org.bilan.evidence.Evidence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the memo says is what Drools says, over the facts of made-up dossiers. */
class MemoTest {

  private static final int DOSSIERS = 600;

  private static ShippedRules shipped;
  private static Engine engine;
  private static List<List<Aspect>> facts;

  /** For each dossier what Drools finds, asked anew. */
  private static List<Set<Conclusion>> found;

  @BeforeAll
  static void ask() throws InvalidRuleset {
    shipped = ShippedRules.read();
    engine = Engine.compile(shipped.rules().values());
    facts = LongStream.range(0, DOSSIERS).mapToObj(MemoTest::facts).toList();
    found = facts.stream().map(of -> Set.copyOf(engine.run(shipped.rules().keySet(), of))).toList();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static List<Aspect> facts(long seed) {
    List<Aspect> facts = new ArrayList<>();
    Evidence.of(new GeneratedDossier(seed).read()).forEach(claim -> facts.addAll(claim.facts()));
    return facts;
  }

  private static Set<Conclusion> of(Memo memo, int dossier) {
    List<Conclusion> conclusions = memo.conclusions(facts.get(dossier));
    Set<Conclusion> different = new HashSet<>(conclusions);
    assertThat(different).hasSameSizeAs(conclusions);
    return different;
  }

  @Test
  void findsWhatDroolsFindsWhetherItRemembersOrAsks() {
    Memo memo = new Memo(engine, shipped.rules());
    for (int time = 0; time < 2; time++) {
      for (int dossier = 0; dossier < DOSSIERS; dossier++) {
        assertThat(of(memo, dossier)).as("seed %d", dossier).isEqualTo(found.get(dossier));
      }
    }
    assertThat(memo.size()).isBetween(100, 10_000);
  }

  @Test
  void findsTheSameWhenManyBeginAtOnce() {
    Memo memo = new Memo(engine, shipped.rules());
    List<Set<Conclusion>> parallel =
        IntStream.range(0, DOSSIERS).parallel().mapToObj(dossier -> of(memo, dossier)).toList();
    assertThat(parallel).isEqualTo(found);
  }

  @Test
  void forgetsRatherThanFillTheMemory() {
    Memo generous = new Memo(engine, shipped.rules());
    Memo memo = new Memo(engine, shipped.rules(), 1);
    for (int dossier = 0; dossier < 100; dossier++) {
      assertThat(of(memo, dossier)).as("seed %d", dossier).isEqualTo(found.get(dossier));
      of(generous, dossier);
    }
    assertThat(memo.size()).isLessThan(generous.size());
  }

  @Test
  void asksAgainWhenDroolsHasFailed() throws InvalidRuleset {
    Engine broken = Engine.compile(shipped.rules().values());
    broken.close();
    Memo memo = new Memo(broken, shipped.rules());
    for (int time = 0; time < 2; time++) {
      assertThatThrownBy(() -> of(memo, 0)).isInstanceOf(RuntimeException.class);
    }
    assertThat(memo.size()).isZero();
  }
}
