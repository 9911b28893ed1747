package org.bilan.cli;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.bilan.assess.Rewording;
import org.bilan.assessment.Comparison;
import org.bilan.assessment.Comparison.Reworded;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.bilan.ruleset.Ruleset;

/** Compares what was known of each dossier at a moment with what was known later. */
final class Since {

  private static final OptionalLong NOT_KEPT = OptionalLong.empty();

  private final Ruleset ruleset;
  private final Instant from;
  private final Optional<Instant> to;
  private final Language language;

  /** With all that is known as the later side when {@code to} is empty. */
  Since(Ruleset ruleset, Instant from, Optional<Instant> to, Language language) {
    this.ruleset = ruleset;
    this.from = from;
    this.to = to;
    this.language = language;
  }

  /** What has changed of a dossier. */
  Comparison compare(Dossier dossier) {
    Comparison comparison =
        Comparison.of(
            ruleset.judge(dossier, from, Language.EN),
            to.isPresent()
                ? ruleset.judge(dossier, to.get(), Language.EN)
                : ruleset.judge(dossier, Language.EN));
    Reworded words = Rewording.in(language, ruleset);
    return comparison
        .reworded(words, words)
        .between(
            comparison.before().with(NOT_KEPT, language),
            comparison.after().with(NOT_KEPT, language));
  }
}
