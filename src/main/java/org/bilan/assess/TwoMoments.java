package org.bilan.assess;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.Comparison;
import org.bilan.assessment.Comparison.Reworded;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.bilan.ruleset.Ruleset;

/**
 * Two moments of which the knowledge is compared: the same for every door.
 *
 * @param from the earlier one. Without a later one it may be after all that is known: then it is
 *     the moment up to which that goes, so that no side is said to be of a later one than the other
 * @param to not before the earlier one; empty takes all that is known
 */
public record TwoMoments(Instant from, Optional<Instant> to) {

  /**
   * What has changed of a dossier.
   *
   * @param version of the dossier; empty when it is not kept
   * @param language of the reasons
   */
  public Comparison compare(
      Ruleset ruleset, Dossier dossier, OptionalLong version, Language language) {
    return compare(
        dossier,
        (known, moment) -> ruleset.judge(known, moment, Language.EN),
        version,
        language,
        Rewording.in(language, ruleset));
  }

  /**
   * What has changed of a dossier.
   *
   * @param judge assesses it as of a moment, in English
   */
  Comparison compare(
      Dossier dossier,
      BiFunction<Dossier, Instant, Assessment> judge,
      OptionalLong version,
      Language language,
      Reworded words) {
    Instant later = to.orElseGet(dossier::knownUntil);
    Instant earlier = from.isAfter(later) ? later : from;
    Comparison comparison =
        Comparison.of(judge.apply(dossier, earlier), judge.apply(dossier, later));
    return comparison
        .reworded(words, words)
        .between(
            comparison.before().with(version, language),
            comparison.after().with(version, language));
  }
}
