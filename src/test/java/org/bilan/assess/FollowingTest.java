package org.bilan.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bilan.archive.Rulesets;
import org.bilan.ledger.Actor;
import org.bilan.ruleset.CardNumber;
import org.bilan.ruleset.CardNumbers;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.NumberChange;
import org.bilan.ruleset.Ruleset;
import org.bilan.ruleset.RulesetFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services that share an archive and have rules folders of their own. */
@QuarkusTest
class FollowingTest {

  private static final Path RULES = Path.of("rules");
  private static final CardNumber.Address WEIGHT =
      new CardNumber.Address("independence.second-origin", "weight");

  @TempDir Path folder;
  @Inject Rulesets rulesets;

  private long now;
  private final RulesetInForce here = new RulesetInForce();
  private final RulesetInForce there = new RulesetInForce();

  @BeforeEach
  void copyRules() throws IOException {
    try (Stream<Path> walk = Files.walk(RULES)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(RULES.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  /** Whatever a test has put in force, the others are judged by the shipped rules. */
  @AfterEach
  void putBack() throws InvalidRuleset {
    here.close();
    there.close();
    RulesetFiles shipped = RulesetFiles.read(RULES);
    if (!rulesets.revisionInForce().orElseThrow().equals(shipped.revision())) {
      rulesets.rollBack(
          rulesets.find(shipped.revision()).get(0).id(), Actor.SERVICE, "For other tests");
    }
  }

  private Following service(RulesetInForce inForce, Path rules) {
    Following following =
        new Following(new RulesFolder(rules, () -> now), rulesets, inForce, Duration.ZERO);
    following.start(null);
    return following;
  }

  private void weigh(int value) throws InvalidRuleset, IOException {
    RulesetFiles files =
        CardNumbers.of(RulesetFiles.read(folder)).with(List.of(new NumberChange(WEIGHT, value)));
    String card = "independence/second-origin.yaml";
    Files.writeString(folder.resolve(card), files.texts().get(card));
  }

  private String revision() throws InvalidRuleset {
    return RulesetFiles.read(folder).revision();
  }

  @Test
  void aChangeOfTheFolderIsFollowedByAllServices() throws Exception {
    Following one = service(here, folder);
    Following two = service(there, RULES);
    Ruleset former = here.get();
    weigh(1);
    assertThat(one.reload()).isEmpty();
    assertThat(here.get().revision()).isEqualTo(revision()).isNotEqualTo(former.revision());
    two.follow();
    assertThat(there.get().revision()).isEqualTo(revision());
    assertThat(rulesets.inForce().orElseThrow().revision()).isEqualTo(revision());
    weigh(2);
    one.reload();
    // A service that starts with a folder that was left behind has nothing new to say.
    RulesetInForce late = new RulesetInForce();
    Following three = service(late, RULES);
    assertThat(late.get().revision()).isEqualTo(revision());
    // When somebody says that it is meant, it has.
    three.reload();
    assertThat(late.get().revision()).isEqualTo(RulesetFiles.read(RULES).revision());
    one.follow();
    assertThat(here.get().revision()).isEqualTo(late.get().revision());
    late.close();
  }

  /** It was checked by another version of Bilan, say. */
  @Test
  void whatTheArchiveHasInForceAndThisServiceRefusesIsTold() throws Exception {
    Following one = service(here, folder);
    String good = here.get().revision();
    String card = "independence/second-origin.yaml";
    RulesetFiles files = RulesetFiles.read(folder);
    String spoilt = files.texts().get(card).replace("weight:", "wieght: # " + System.nanoTime());
    long former = rulesets.inForce().orElseThrow().id();
    rulesets.deploy(files.with(Map.of(card, spoilt)), "spoilt", true, Actor.SERVICE);
    one.follow();
    one.follow();
    assertThat(here.get().revision()).isEqualTo(good);
    assertThat(one.refused()).anyMatch(problem -> problem.code().equals("key.unknown"));
    rulesets.rollBack(former, Actor.SERVICE, "as it was");
    one.follow();
    assertThat(one.refused()).isEmpty();
  }

  @Test
  void aFolderThatGaveItsWordBeforeDoesNotUndoWhatWasDecidedSince() throws Exception {
    service(here, folder);
    String ofFolder = rulesets.revisionInForce().orElseThrow();
    RulesetFiles other =
        CardNumbers.of(RulesetFiles.read(folder)).with(List.of(new NumberChange(WEIGHT, 3)));
    String text = other.texts().get("ruleset.yaml") + "\n# " + System.nanoTime() + "\n";
    RulesetFiles candidate = other.with(Map.of("ruleset.yaml", text));
    Actor author = new Actor("ana", "password", "127.0.0.1");
    Actor approver = new Actor("ben", "password", "127.0.0.1");
    long base = rulesets.inForce().orElseThrow().id();
    long id =
        rulesets
            .draft(candidate, "x", org.bilan.archive.RulesetOrigin.CHANGES, base, author, "why")
            .id();
    rulesets.check(id, author, "fit");
    rulesets.approve(id, approver, "good");
    rulesets.activate(id, approver, "now");
    service(there, folder); // started again
    assertThat(there.get().revision()).isEqualTo(candidate.revision()).isNotEqualTo(ofFolder);
  }

  @Test
  void aRefusedFolderKeepsTheLastGoodRulesetInForceAndIsTold() throws Exception {
    Following one = service(here, folder);
    String good = here.get().revision();
    Path card = folder.resolve("independence/second-origin.yaml");
    String text = Files.readString(card);
    Files.writeString(card, text.replace("weight:", "wieght:"));
    assertThat(one.reload()).isNotEmpty();
    assertThat(one.refused()).anyMatch(problem -> problem.code().equals("key.unknown"));
    assertThat(here.get().revision()).isEqualTo(good);
    one.follow();
    assertThat(here.get().revision()).isEqualTo(good);
    Files.writeString(card, text);
    assertThat(one.reload()).isEmpty();
    assertThat(one.refused()).isEmpty();
  }

  @Test
  void aFolderIsReadWhenNobodyHasTouchedItForTwoSeconds() throws Exception {
    RulesFolder watched = new RulesFolder(folder, () -> now);
    watched.taken(watched.look());
    assertThat(watched.changed()).isFalse();
    weigh(1);
    assertThat(watched.changed()).isFalse();
    now += RulesFolder.STABLE.toNanos() - 1;
    Files.writeString(folder.resolve("new.yaml"), "half");
    assertThat(watched.changed()).isFalse();
    now += RulesFolder.STABLE.toNanos() - 1;
    assertThat(watched.changed()).isFalse();
    now += 1;
    assertThat(watched.changed()).isTrue();
    watched.taken(watched.look());
    assertThat(watched.changed()).isFalse();
  }

  @Test
  void withoutAFitRulesetTheServiceDoesNotStart() {
    assertThatThrownBy(() -> service(here, folder.resolve("none")))
        .hasCauseInstanceOf(PreventFurtherStepsException.class)
        .hasMessageContaining("refused")
        .hasMessageContaining("BILAN_RULES");
    here.put(loaded());
  }

  private static Ruleset loaded() {
    try {
      return Ruleset.load(RULES);
    } catch (InvalidRuleset e) {
      throw new IllegalStateException(e);
    }
  }
}
