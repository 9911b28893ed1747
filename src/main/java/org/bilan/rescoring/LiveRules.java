package org.bilan.rescoring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.bilan.archive.Rulesets;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.Ruleset;

/**
 * The rules that were live in a revision: those of which it is worth to know that they never fire.
 */
final class LiveRules {

  private final Rulesets rulesets;
  private final Cache<String, List<String>> known = Caffeine.newBuilder().maximumSize(32).build();

  LiveRules(Rulesets rulesets) {
    this.rulesets = rulesets;
  }

  /** Their ids; none when this version of Bilan refuses that revision. */
  List<String> of(String revision) {
    return known.get(revision, this::read);
  }

  private List<String> read(String revision) {
    try (Ruleset ruleset = Ruleset.of(rulesets.files(revision).orElseThrow())) {
      return List.copyOf(ruleset.live());
    } catch (InvalidRuleset refused) {
      return List.of();
    }
  }
}
