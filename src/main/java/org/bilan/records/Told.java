package org.bilan.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Count;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Report;
import org.bilan.dossier.Source;
import org.bilan.dossier.Stance;
import org.bilan.evaluation.HumanGrades.HumanGrade;
import org.bilan.evidence.OwnWords;

/**
 * What one incident tells of sources, by what is known of it at some moment.
 *
 * @param verdicts how each source fared that said something of the graded claim on its own account,
 *     by identity; a source that repeats others has judged nothing, and has none
 * @param figures what each source said of how many people, by identity, also one that repeats
 *     others: that is how it copies. Only where not all said the same, since what all say alike may
 *     be the recorder's merging
 * @param right the figure that people found supported; absent where they found none so
 * @param discounted the figure that people found wrong
 */
record Told(
    Map<String, Verdict> verdicts,
    Map<String, Figure> figures,
    Optional<Figure> right,
    Optional<Figure> discounted) {

  /** So many people, at least and at most. */
  record Figure(int least, int most) {

    static Optional<Figure> of(Claim claim) {
      OptionalInt least = claim.count().map(Count::min).orElse(OptionalInt.empty());
      OptionalInt most = claim.count().map(Count::max).orElse(OptionalInt.empty());
      return least.isPresent() && most.isPresent()
          ? Optional.of(new Figure(least.getAsInt(), most.getAsInt()))
          : Optional.empty();
    }

    boolean overlaps(Figure other) {
      return least <= other.most && other.least <= most;
    }
  }

  static final Told NOTHING = new Told(Map.of(), Map.of(), Optional.empty(), Optional.empty());

  /** What a dossier tells that people have graded so. */
  static Told of(Dossier dossier, HumanGrade grade, Terms terms) {
    Optional<Claim> graded = graded(dossier, grade);
    if (graded.isEmpty()) {
      return NOTHING;
    }
    Claim claim = graded.get();
    Map<String, String> identities = new HashMap<>();
    for (Source source : dossier.sources()) {
      terms.identity().of(source).ifPresent(identity -> identities.put(source.id(), identity));
    }
    Verdict verdict = Verdict.of(grade.grade(), terms.wrong());
    Map<String, Figure> figures = figures(dossier, claim, identities);
    Optional<Figure> own =
        superseded(dossier).contains(claim.id()) ? Optional.empty() : Figure.of(claim);
    boolean telling = own.isPresent() && new HashSet<>(figures.values()).size() > 1;
    return new Told(
        verdicts(dossier, claim, verdict, identities),
        telling ? figures : Map.of(),
        verdict == Verdict.RIGHT ? own : Optional.empty(),
        verdict == Verdict.WRONG ? own : Optional.empty());
  }

  /**
   * The claim that people graded. Where they graded the incident as a whole, its only claim of
   * people killed, or its only claim; of several nobody knows which.
   */
  static Optional<Claim> graded(Dossier dossier, HumanGrade grade) {
    List<Claim> claims = dossier.claims();
    if (grade.claim().isPresent()) {
      return claims.stream().filter(c -> c.id().equals(grade.claim().get())).findFirst();
    }
    List<Claim> killed = claims.stream().filter(c -> c.harm() == Harm.KILLED).toList();
    List<Claim> perhaps = killed.isEmpty() ? claims : killed;
    return perhaps.size() == 1 ? Optional.of(perhaps.get(0)) : Optional.empty();
  }

  private static Map<String, Verdict> verdicts(
      Dossier dossier, Claim claim, Verdict ofClaim, Map<String, String> identities) {
    Map<String, Verdict> verdicts = new TreeMap<>();
    for (OwnWords words : OwnWords.of(dossier)) {
      String identity = identities.get(words.source());
      if (identity != null && words.claim().equals(claim.id())) {
        Verdict verdict = words.asserts() ? ofClaim : ofClaim.opposite();
        // Two entries of one source that contradict each other say nothing.
        verdicts.merge(identity, verdict, (a, b) -> a == b ? a : Verdict.UNKNOWN);
      }
    }
    return verdicts;
  }

  /** What each source says of the people whom the claim is about; who says several things, none. */
  private static Map<String, Figure> figures(
      Dossier dossier, Claim claim, Map<String, String> identities) {
    Set<String> superseded = superseded(dossier);
    Map<String, Figure> figureOf = new HashMap<>();
    for (Claim other : dossier.claims()) {
      boolean same =
          other.harm() == claim.harm()
              && other.victims().equals(claim.victims())
              && !superseded.contains(other.id());
      if (same) {
        Figure.of(other).ifPresent(figure -> figureOf.put(other.id(), figure));
      }
    }
    Map<String, Set<Figure>> said = new TreeMap<>();
    for (Report report : dossier.reports()) {
      String identity = identities.get(report.source());
      if (identity != null) {
        report.stances().stream()
            .filter(stance -> stance.kind().carries())
            .map(Stance::claim)
            .map(figureOf::get)
            .filter(Objects::nonNull)
            .forEach(f -> said.computeIfAbsent(identity, s -> new HashSet<>()).add(f));
      }
    }
    Map<String, Figure> figures = new LinkedHashMap<>();
    said.forEach(
        (identity, several) -> {
          if (several.size() == 1) {
            figures.put(identity, several.iterator().next());
          }
        });
    return figures;
  }

  /** A toll that has risen since was no error. */
  private static Set<String> superseded(Dossier dossier) {
    Set<String> superseded = new HashSet<>();
    dossier.claims().forEach(claim -> claim.supersedes().ifPresent(superseded::add));
    return superseded;
  }

  /** What two sources that both gave a figure shared or not; nothing where that cannot be told. */
  Map<SourcePair, Shared> pairs() {
    if (right.isEmpty() && discounted.isEmpty()) {
      return Map.of();
    }
    Map<SourcePair, Shared> pairs = new HashMap<>();
    List<String> speakers = new ArrayList<>(figures.keySet());
    for (int i = 0; i < speakers.size(); i++) {
      for (int k = 0; k < i; k++) {
        Shared shared = shared(figures.get(speakers.get(i)), figures.get(speakers.get(k)));
        if (!shared.equals(Shared.NOTHING)) {
          pairs.put(SourcePair.of(speakers.get(i), speakers.get(k)), shared);
        }
      }
    }
    return pairs;
  }

  private Shared shared(Figure one, Figure other) {
    if (!one.equals(other)) {
      return new Shared(0, 0, 1);
    }
    if (right.isPresent()) {
      // Where 5 to 8 is supported, 5 may be right: only what lies outside is an error.
      return one.equals(right.get())
          ? new Shared(1, 0, 0)
          : one.overlaps(right.get()) ? Shared.NOTHING : new Shared(0, 1, 0);
    }
    // Where people found one figure wrong, nobody knows of another whether it is.
    return one.equals(discounted.orElseThrow()) ? new Shared(0, 1, 0) : Shared.NOTHING;
  }
}
