package org.bilan.export;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.bilan.assessment.ClaimAssessment;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Language;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Count;

/** What reviews say in words, in one language. */
final class ReviewWords {

  private final ResourceBundle words;

  ReviewWords(Language language) {
    this.words =
        ResourceBundle.getBundle(
            "org.bilan.export.review",
            Locale.forLanguageTag(language.word()),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String grade(Grade grade) {
    return text("grade." + grade.word());
  }

  /** The claim: as it was put, or else what it asserts. */
  String claim(ExportedClaim exported) {
    return exported.claim().text().orElseGet(() -> asserted(exported));
  }

  private String asserted(ExportedClaim exported) {
    Claim claim = exported.claim();
    List<String> parts = new ArrayList<>();
    exported.incident().title().ifPresent(parts::add);
    parts.add(text("figure", text("harm." + claim.harm().word()), count(claim)));
    claim.status().ifPresent(status -> parts.add(text("victims." + status.word())));
    claim.responsible().ifPresent(party -> parts.add(text("by", exported.label(party))));
    return String.join(", ", parts);
  }

  private String count(Claim claim) {
    if (claim.count().isEmpty()) {
      return text("no-figure");
    }
    Count count = claim.count().get();
    if (count.bounded()) {
      int min = count.min().getAsInt();
      int max = count.max().getAsInt();
      return min == max ? String.valueOf(min) : min + "–" + max;
    }
    return count.min().isPresent()
        ? text("at-least", count.min().getAsInt())
        : count.max().isPresent()
            ? text("at-most", count.max().getAsInt())
            : count.words().orElseGet(() -> text("no-figure"));
  }

  /** What the machine's rating means and rests on. */
  String explanation(ClaimAssessment judged, Instant asOf, String ruleset) {
    return text(
        "explanation",
        judged.score(),
        judged.evidence() > 0 ? "+" + judged.evidence() : judged.evidence(),
        day(asOf),
        judged.origins().size(),
        judged.admiralty().reliability().name(),
        judged.admiralty().credibility(),
        ruleset);
  }

  /** The day of a moment, in UTC. */
  static String day(Instant moment) {
    return moment.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  private String text(String key, Object... values) {
    return MessageFormat.format(
        words.getString(key), Arrays.stream(values).map(String::valueOf).toArray());
  }
}
