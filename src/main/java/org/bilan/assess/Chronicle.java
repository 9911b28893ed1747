package org.bilan.assess;

import java.text.MessageFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.ResourceBundle;
import java.util.function.Function;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.ClaimChange;
import org.bilan.assessment.Comparison;
import org.bilan.assessment.Comparison.Reworded;
import org.bilan.assessment.Language;
import org.bilan.assessment.Timeline;
import org.bilan.assessment.Timeline.ClaimPoint;
import org.bilan.assessment.Timeline.Material;
import org.bilan.assessment.Timeline.Point;
import org.bilan.assessment.Timeline.Step;
import org.bilan.dossier.Dossier;

/** Makes the timeline of a dossier: judges it as of each moment at which something came in. */
final class Chronicle {

  /** Else English, which is the root, would give way to the language of the machine. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Dossier dossier;
  private final Function<Instant, Assessment> judge;
  private final Reworded words;

  /**
   * A chronicle of a dossier.
   *
   * @param judge assesses it as of a moment, in English
   * @param words of the language wanted
   */
  Chronicle(Dossier dossier, Function<Instant, Assessment> judge, Reworded words) {
    this.dossier = dossier;
    this.judge = judge;
    this.words = words;
  }

  Timeline timeline(OptionalLong version, Language language) {
    Moments moments = Moments.of(dossier);
    Material undated = Moments.undated(dossier);
    List<Point> points = new ArrayList<>();
    Assessment before = null;
    for (Map.Entry<Instant, Material> moment : moments.came().entrySet()) {
      Assessment assessment = judge.apply(moment.getKey());
      points.add(point(moment.getValue(), before, assessment));
      before = assessment;
    }
    return new Timeline(
        before.incident(),
        version,
        before.ruleset(),
        before.prior(),
        language,
        moments.step(),
        moments.thinned(),
        undated,
        notes(moments, undated, language),
        List.copyOf(points));
  }

  private Point point(Material came, Assessment before, Assessment assessment) {
    List<ClaimChange> changes =
        before == null
            ? List.of()
            : Comparison.of(before, assessment).reworded(words, words).claims().stream()
                .filter(ClaimChange::changed)
                .toList();
    return new Point(
        assessment.asOf(),
        came,
        assessment.claims().stream()
            .map(c -> new ClaimPoint(c.claim(), c.score(), c.evidence(), c.grade()))
            .toList(),
        changes,
        assessment.toll());
  }

  private static List<String> notes(Moments moments, Material undated, Language language) {
    Locale locale = Locale.forLanguageTag(language.word());
    ResourceBundle bundle =
        ResourceBundle.getBundle("org.bilan.assess.timeline", locale, NO_FALLBACK);
    List<String> notes = new ArrayList<>();
    if (!undated.none()) {
      notes.add(
          new MessageFormat(bundle.getString("undated"), locale)
              .format(new Object[] {undated.reports().size(), undated.media().size()}));
    }
    if (moments.step() != Step.MOMENT) {
      notes.add(bundle.getString("step." + moments.step().word()));
    }
    if (moments.thinned()) {
      notes.add(bundle.getString("thinned"));
    }
    return List.copyOf(notes);
  }
}
