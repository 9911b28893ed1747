package org.bilan.fitting;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.bilan.evaluation.Bootstrap;
import org.bilan.evaluation.Split;
import org.bilan.ruleset.CardNumber;
import org.bilan.ruleset.NumberChange;
import org.bilan.ruleset.Ruleset;

/**
 * What weights graded claims speak for, and what is gained by them.
 *
 * @param ruleset revision of the rules whose weights were fitted
 * @param claims how many were graded
 * @param supported how many of them people found confirmed or fair
 * @param settings how it was done
 * @param strength of the penalty that was used for the proposal
 * @param offset how much more or less often people of this archive find a claim supported than the
 *     proposed weights say, in decibans; no rule's business, and not written anywhere
 * @param proposals all rules that are live, by their ids
 * @param all the gain on claims held out
 * @param split the same by the values of each field that was asked for
 */
public record Fitting(
    String ruleset,
    int claims,
    int supported,
    Settings settings,
    double strength,
    double offset,
    List<Proposal> proposals,
    Gain all,
    Map<String, Map<String, Gain>> split) {

  /** Of each kind, supported or not: else nothing is left to learn from when one is held out. */
  public static final int LEAST_CLAIMS = 2;

  /**
   * How to fit.
   *
   * @param folds into how many parts the claims are dealt, from 2; each is held out once
   * @param seed of the folds and of the bootstrap
   * @param strength of the penalty, above 0; empty to choose it by folds within the folds
   * @param resamples of the bootstrap
   */
  public record Settings(int folds, long seed, OptionalDouble strength, int resamples) {}

  public Fitting {
    proposals = List.copyOf(proposals);
    split = Collections.unmodifiableMap(new LinkedHashMap<>(split));
  }

  /**
   * Fits the weights of a ruleset.
   *
   * @param graded in any order, of each incident one at most; made with the same ruleset
   * @param fields by which the gain is told too
   * @throws IllegalArgumentException when there are fewer than {@link #LEAST_CLAIMS} that people
   *     find supported, or not
   * @throws Split.TooManyValues when a field has too many values to split by
   */
  public static Fitting of(
      Ruleset ruleset, Collection<FitCase> graded, Settings settings, List<String> fields) {
    List<FitCase> cases = graded.stream().sorted(FitCase.ORDER).toList();
    int supported = (int) cases.stream().filter(FitCase::supported).count();
    if (Math.min(supported, cases.size() - supported) < LEAST_CLAIMS) {
      throw new IllegalArgumentException(
          "Too few claims: %d supported, %d not".formatted(supported, cases.size() - supported));
    }
    // Before the long work: a field may have too many values.
    fields.forEach(field -> Split.by(field, cases, FitCase::fields));
    List<WeightRange> rules = WeightRange.of(ruleset);
    Procedure procedure = new Procedure(rules, settings.strength, settings.seed);
    HeldOut.All heldOut =
        HeldOut.of(cases, procedure, Folds.deal(cases, settings.folds, settings.seed));
    Procedure.Outcome outcome = procedure.run(cases);
    Bootstrap bootstrap = new Bootstrap(settings.resamples, settings.seed);
    Map<String, Map<String, Gain>> split = new LinkedHashMap<>();
    fields.forEach(field -> split.put(field, Gain.by(field, heldOut.cases(), bootstrap)));
    return new Fitting(
        ruleset.revision(),
        cases.size(),
        supported,
        settings,
        outcome.strength(),
        outcome.fitted().offset(),
        Proposal.of(cases, rules, outcome, heldOut.fitted()),
        Gain.of(heldOut.cases(), bootstrap),
        split);
  }

  /** The weights that differ from the present ones. */
  public List<NumberChange> changes() {
    return proposals.stream()
        .filter(Proposal::changes)
        .map(
            each ->
                new NumberChange(new CardNumber.Address(each.rule(), "weight"), each.proposed()))
        .toList();
  }
}
