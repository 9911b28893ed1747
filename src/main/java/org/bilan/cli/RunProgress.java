package org.bilan.cli;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;
import org.bilan.archive.Rescoring;
import org.bilan.archive.RescoringChunks;
import org.bilan.assessment.Language;

/** How far a run is, as a bar on a terminal, and how it ended, in a sentence. */
final class RunProgress {

  private static final int BAR = 30;

  private final ProgressLine line = new ProgressLine();
  private final long total;
  private final long before;
  private final long began = System.nanoTime();
  private long dossiers;

  RunProgress(Rescoring run) {
    this.total = run.total();
    this.before = run.dossiers();
    this.dossiers = before;
  }

  /** A chunk was written. */
  void written(RescoringChunks.Written chunk) {
    dossiers += chunk.dossiers();
    double rate = (dossiers - before) / Math.max(0.001, (System.nanoTime() - began) / 1e9);
    long most = Math.max(total, dossiers);
    int full = most == 0 ? BAR : (int) (BAR * dossiers / most);
    long left = (long) Math.ceil((most - dossiers) / Math.max(rate, 0.001));
    line.show(
        "[%s%s] %,d/%,d  %,.0f/s  %s ",
        "#".repeat(full), ".".repeat(BAR - full), dossiers, most, rate, time(left));
  }

  private static String time(long seconds) {
    Duration left = Duration.ofSeconds(seconds);
    return "%d:%02d:%02d".formatted(left.toHours(), left.toMinutesPart(), left.toSecondsPart());
  }

  void end() {
    line.end();
  }

  /** How a run stands that is not done, and how it goes on. */
  static String ended(Rescoring run, Language language) {
    return say(
        language,
        run.state().word(),
        String.valueOf(run.id()),
        run.dossiers(),
        run.total(),
        run.reason().orElse(""));
  }

  /** That its archive is away, and is waited for. */
  static String waits(Rescoring run, Language language) {
    return say(language, "waits", String.valueOf(run.id()));
  }

  /** That its archive has been away for too long, and how it goes on. */
  static String away(Rescoring run, Language language) {
    return say(language, "away", String.valueOf(run.id()));
  }

  /** That somebody worked on it a moment ago, and may do so still. */
  static String silent(Rescoring run, int seconds, Language language) {
    return say(language, "silent", String.valueOf(run.id()), seconds);
  }

  /** That it is done, and that what it moved could not be written. */
  static String untold(Rescoring run, String why, Language language) {
    return say(language, "untold", String.valueOf(run.id()), why);
  }

  /** That dossiers could not be judged, of which some are told. */
  static String failures(Rescoring run, int told, Language language) {
    return say(
        language,
        run.failed() > told ? "failures.more" : "failures",
        run.failed(),
        told,
        String.valueOf(run.id()));
  }

  private static String say(Language language, String key, Object... values) {
    Locale locale = Locale.forLanguageTag(language.word());
    return new MessageFormat(
            ResourceBundle.getBundle(
                    "org.bilan.cli.rescore",
                    locale,
                    ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key),
            locale)
        .format(values);
  }
}
