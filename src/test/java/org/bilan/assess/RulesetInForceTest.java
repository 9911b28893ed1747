package org.bilan.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.Language;
import org.bilan.dossier.Documents;
import org.bilan.dossier.Dossier;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.Ruleset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RulesetInForceTest {

  private static final Path RULES = Path.of("rules");

  private final Dossier dossier = Documents.read(Documents.small());
  private final RulesetInForce inForce = new RulesetInForce();

  @BeforeEach
  void load() throws InvalidRuleset {
    inForce.put(Ruleset.load(RULES));
  }

  @AfterEach
  void close() {
    inForce.close();
  }

  @Test
  void theFormerRulesetIsClosed() throws InvalidRuleset {
    Ruleset former = inForce.get();
    inForce.put(Ruleset.load(RULES));

    assertThatThrownBy(() -> judge(former)).isInstanceOf(IllegalStateException.class);
    Assessment judged = inForce.with(this::judge);
    assertThat(judged).isEqualTo(judge(inForce.get()));
    assertThat(former.cards()).isEqualTo(inForce.get().cards());
  }

  @Test
  void workThatHasBegunIsDoneWithItsOwnRuleset() {
    Ruleset former = inForce.get();
    Assessment judged =
        inForce.with(
            ruleset -> {
              replace();
              assertThat(ruleset).isSameAs(former).isNotSameAs(inForce.get());
              return judge(ruleset);
            });

    Assessment again = inForce.with(this::judge);
    assertThat(judged).isEqualTo(again);
    assertThatThrownBy(() -> judge(former)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void nobodyMeetsAClosedRuleset() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> judging =
          IntStream.range(0, 4)
              .<Future<?>>mapToObj(i -> threads.submit(() -> judge(done)))
              .toList();
      for (int i = 0; i < 3; i++) {
        inForce.put(Ruleset.load(RULES));
      }
      done.set(true);
      for (Future<?> each : judging) {
        each.get(60, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void judge(AtomicBoolean done) {
    while (!done.get()) {
      inForce.with(this::judge);
    }
  }

  private Assessment judge(Ruleset ruleset) {
    return ruleset.judge(dossier, Language.EN);
  }

  private void replace() {
    try {
      inForce.put(Ruleset.load(RULES));
    } catch (InvalidRuleset e) {
      throw new IllegalStateException(e);
    }
  }
}
