package org.bilan.explain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bilan.assessment.Answer;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.ClaimAssessment;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Language;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Dossier;
import org.bilan.ruleset.Ruleset;

/**
 * Explains how the claims of a dossier stand: why each rule was answered as it was, and what would
 * change a grade, found by judging hypothetical dossiers with the same rules. Keeps nothing.
 */
public final class Explainer {

  /** Hypotheticals a claim. */
  public static final int MOST = 20;

  /** Of these, so many are left for several suppositions together where one does not suffice. */
  private static final int TOGETHER = 4;

  /**
   * How many claims a dossier may have for hypotheticals, since each claim needs up to {@link
   * #MOST} judgements of the whole.
   */
  public static final int CLAIMS = 20;

  /** Reports and media together, times claims: what one judgement takes grows with both. */
  public static final int ENTRIES_TIMES_CLAIMS = 500;

  /** Characters of all reports' texts, times claims: articles held in full are long. */
  public static final int TEXTS_TIMES_CLAIMS = 2_000_000;

  private final Ruleset ruleset;
  private final Dossier dossier;
  private final Optional<Instant> asOf;
  private final Words words;
  private final Map<String, List<Answer>> answers;

  private Explainer(Ruleset ruleset, Dossier dossier, Optional<Instant> asOf, Language language) {
    this.ruleset = ruleset;
    this.dossier = dossier;
    this.asOf = asOf;
    this.words = new Words(language);
    this.answers = ruleset.answers(dossier, language);
  }

  /**
   * Explains an assessment.
   *
   * @param asOf the moment by which it was judged; empty for all
   * @param assessment of the dossier, by the ruleset
   * @return one explanation for each claim assessed, in that order
   */
  public static List<Explanation> explain(
      Ruleset ruleset,
      Dossier dossier,
      Optional<Instant> asOf,
      Assessment assessment,
      Language language) {
    Dossier known = asOf.map(dossier::asOf).orElse(dossier);
    Explainer explainer = new Explainer(ruleset, known, asOf, language);
    return assessment.claims().stream().map(explainer::explain).toList();
  }

  /** One supposition, judged. */
  private record Tried(Supposition supposition, WhatIf whatIf) {}

  private Explanation explain(ClaimAssessment assessed) {
    List<Answer> rules = answers.get(assessed.claim());
    if (tooLarge(dossier)) {
      String note = words.text("too-large", CLAIMS, ENTRIES_TIMES_CLAIMS, TEXTS_TIMES_CLAIMS);
      return new Explanation(assessed.claim(), List.of(), Optional.of(note), rules);
    }
    Claim claim =
        dossier.claims().stream()
            .filter(c -> c.id().equals(assessed.claim()))
            .findFirst()
            .orElseThrow();
    Suppositions suppositions = new Suppositions(dossier, claim, asOf);
    List<Supposition> single = suppositions.single();
    List<Tried> tried = new ArrayList<>();
    int first = Math.min(single.size(), MOST - TOGETHER);
    single.subList(0, first).forEach(s -> tried.add(judge(s, assessed)));
    if (tried.stream().noneMatch(t -> published(t.whatIf().after()))) {
      together(tried, suppositions.secondWitness(), assessed);
    }
    int room = Math.min(single.size(), first + MOST - tried.size());
    single.subList(first, room).forEach(s -> tried.add(judge(s, assessed)));
    Optional<String> note =
        room < single.size()
            ? Optional.of(words.text("left-out", single.size() - room, MOST))
            : Optional.empty();
    return new Explanation(assessed.claim(), ordered(tried), note, rules);
  }

  private static boolean tooLarge(Dossier dossier) {
    long characters =
        dossier.reports().stream().mapToLong(r -> r.text().map(String::length).orElse(0)).sum();
    int claims = dossier.claims().size();
    int entries = dossier.reports().size() + dossier.media().size();
    return claims > CLAIMS
        || entries * claims > ENTRIES_TIMES_CLAIMS
        || characters * claims > TEXTS_TIMES_CLAIMS;
  }

  /** Fair or confirmed: what recorders publish (Airwars). */
  private static boolean published(WhatIf.Standing standing) {
    return standing.grade() == Grade.CONFIRMED || standing.grade() == Grade.FAIR;
  }

  /**
   * Two suppositions at once, where none suffices alone: two who were there; one and an action; the
   * two that raise the claim most. And three, where not even that suffices.
   */
  private void together(List<Tried> tried, Supposition second, ClaimAssessment assessed) {
    Supposition first = tried.get(0).supposition();
    Optional<Supposition> action =
        tried.stream().map(Tried::supposition).filter(s -> s.is("action")).findFirst();
    List<Supposition> raising =
        tried.stream()
            .filter(t -> !t.supposition().contrary() && t.supposition() != first)
            .filter(t -> t.whatIf().after().evidence() > assessed.evidence())
            .sorted(Comparator.comparing(t -> -t.whatIf().after().evidence()))
            .map(Tried::supposition)
            .toList();
    List<Supposition> pairs = new ArrayList<>(List.of(first.and(second)));
    action.ifPresent(a -> pairs.add(first.and(a)));
    if (raising.size() > 1) {
      pairs.add(raising.get(0).and(raising.get(1)));
    }
    List<Tried> paired = pairs.stream().map(pair -> judge(pair, assessed)).toList();
    tried.addAll(paired);
    if (action.isPresent() && paired.stream().noneMatch(t -> published(t.whatIf().after()))) {
      tried.add(judge(first.and(second).and(action.get()), assessed));
    }
  }

  private Tried judge(Supposition supposition, ClaimAssessment before) {
    Dossier supposed = supposition.additions().in(dossier);
    ClaimAssessment after =
        ruleset.judge(supposed, Language.EN).claims().stream()
            .filter(claim -> claim.claim().equals(before.claim()))
            .findFirst()
            .orElseThrow();
    return new Tried(
        supposition,
        new WhatIf(
            supposition.clauses().stream().map(Supposition.Clause::word).toList(),
            words.sentence(supposition),
            before.grade() != after.grade(),
            standing(before),
            standing(after),
            Fragment.of(supposition.additions(), dossier)));
  }

  private static WhatIf.Standing standing(ClaimAssessment claim) {
    return new WhatIf.Standing(claim.grade(), claim.score(), claim.evidence());
  }

  /** First what changes the grade, single suppositions before pairs; else as they were tried. */
  private static List<WhatIf> ordered(List<Tried> tried) {
    return tried.stream()
        .map(Tried::whatIf)
        .sorted(
            Comparator.comparing((WhatIf whatIf) -> !whatIf.changes())
                .thenComparing(whatIf -> whatIf.supposed().size()))
        .toList();
  }
}
