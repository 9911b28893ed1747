package org.bilan.tuning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.bilan.archive.Archive;
import org.bilan.archive.Lists;
import org.bilan.archive.StoredDossier;
import org.bilan.archive.StoredRuleset;
import org.bilan.assess.Assessor;
import org.bilan.assess.Busy;
import org.bilan.assess.Discretion;
import org.bilan.assess.RulesetInForce;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.Ruleset;
import org.jboss.logging.Logger;

/**
 * Measures what a ruleset would do to a sample of the archive, beside the one in force, while
 * somebody waits. What it would do to all of it, a dry run of a rescoring tells.
 */
@ApplicationScoped
public class Impacts {

  private static final Logger LOG = Logger.getLogger(Impacts.class);

  /** Dossiers that are judged for a sample unless somebody says how many. */
  public static final int SAMPLE = 1_000;

  /** The most that are: what a request has time for. */
  public static final int MOST_SAMPLE = 10_000;

  /** Well within the time that a request has: what was judged by then is told. */
  private static final Duration LONGEST = Duration.ofSeconds(40);

  private final Trials trials;
  private final RulesetInForce inForce;
  private final Archive archive;
  private final Lists lists;
  private final Discretion discretion;

  Impacts(
      Trials trials, RulesetInForce inForce, Archive archive, Lists lists, Discretion discretion) {
    this.trials = trials;
    this.inForce = inForce;
    this.archive = archive;
    this.lists = lists;
    this.discretion = discretion;
  }

  /**
   * What a ruleset would do to a sample of the archive, always the same one.
   *
   * @param sample dossiers, at most
   * @param sees whether whoever asks sees confidential sources
   * @throws InvalidRuleset when it is not fit
   * @throws Busy when too many others measure
   */
  public Impact ofSample(StoredRuleset ruleset, int sample, boolean sees) throws InvalidRuleset {
    return trials.with(
        ruleset, after -> told(inForce.with(before -> measure(before, after, sample)), sees));
  }

  private Impact measure(Ruleset before, Ruleset after, int sample) {
    Measuring measuring = new Measuring(before, after);
    long end = System.nanoTime() + LONGEST.toNanos();
    for (String incident : lists.sample(sample)) {
      archive.get(incident).ifPresent(dossier -> add(measuring, dossier));
      if (System.nanoTime() - end > 0) {
        break;
      }
    }
    return measuring.impact(lists.count());
  }

  /** One that cannot be judged is told in the log, and spoils nothing else. */
  private static void add(Measuring measuring, StoredDossier dossier) {
    try {
      measuring.add(measuring.judge(Assessor.read(dossier)), dossier.tag());
    } catch (RuntimeException fault) {
      measuring.fail(1);
      LOG.errorf(fault, "Dossier %s could not be judged for an impact", dossier.incident());
    }
  }

  /** Who does not see confidential sources is not told of dossiers that have changed since. */
  private Impact told(Impact impact, boolean sees) {
    return sees
        ? impact
        : impact.with(
            impact.movers().stream()
                .flatMap(
                    mover ->
                        discretion
                            .claims(mover.incident(), mover.state())
                            .map(mover::called)
                            .stream())
                .toList(),
            impact.tolls().stream()
                .flatMap(
                    toll ->
                        discretion.claims(toll.incident(), toll.state()).map(toll::called).stream())
                .toList());
  }
}
