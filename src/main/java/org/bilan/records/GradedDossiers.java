package org.bilan.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Moment;
import org.bilan.evaluation.HumanGrades.HumanGrade;

/**
 * An archive of dossiers, some of which people have graded: taken dossier by dossier, and then
 * asked what was known of its sources at some moment. It keeps the graded dossiers, and of the
 * others nothing. Not thread-safe.
 */
public final class GradedDossiers {

  private final Terms terms;
  private final Map<String, HumanGrade> grades;
  private final Map<String, Dossier> graded = new LinkedHashMap<>();
  private final Set<String> ambiguous = new TreeSet<>();

  /**
   * Without dossiers so far.
   *
   * @param grades by incident
   * @throws InvalidDates when the table has a column {@code date} that holds other things
   */
  public GradedDossiers(Map<String, HumanGrade> grades, Terms terms) throws InvalidDates {
    this.grades = Map.copyOf(grades);
    this.terms = terms;
    List<String> problems = new ArrayList<>();
    new TreeMap<>(grades)
        .forEach(
            (id, grade) -> {
              String date = grade.fields().getOrDefault(GradedIncident.DATE, "");
              if (!date.isEmpty() && Moment.parse(date).isEmpty()) {
                problems.add(
                    "%s: date is \"%s\". Write when it was graded as 2024-03-17, or leave it empty."
                        .formatted(id, date));
              }
            });
    if (!problems.isEmpty()) {
      throw new InvalidDates(problems);
    }
  }

  /** Takes a dossier. Of an incident that comes twice the first counts. */
  public void take(Dossier dossier) {
    String id = dossier.incident().id();
    HumanGrade grade = grades.get(id);
    if (grade != null && graded.putIfAbsent(id, dossier) == null) {
      if (Told.graded(dossier, grade).isEmpty()) {
        ambiguous.add(id);
      }
    }
  }

  /** How many grades have no date, so that {@link Terms#lag} says when they became known. */
  public int undated() {
    return (int)
        grades.values().stream()
            .filter(grade -> grade.fields().getOrDefault(GradedIncident.DATE, "").isEmpty())
            .count();
  }

  /** How many incidents of it people have graded. */
  public int size() {
    return graded.size();
  }

  /**
   * Incidents that tell nothing: they have several claims of people killed, or not the claim that
   * was graded, so that nobody knows what the grade is of.
   */
  public Set<String> ambiguous() {
    return Set.copyOf(ambiguous);
  }

  /**
   * All records, by what was known at a moment.
   *
   * @param moment {@link Instant#MAX} for all that is known
   */
  public Records asOf(Instant moment) {
    Tally tally = sweep().until(moment);
    List<Records.Fared> sources = new ArrayList<>();
    tally
        .records(new Moment(moment, moment))
        .forEach((source, record) -> sources.add(Records.Fared.of(source, record)));
    List<Records.Copyists> pairs = new ArrayList<>();
    tally
        .pairs()
        .forEach(
            (pair, shared) -> pairs.add(new Records.Copyists(pair.one(), pair.other(), shared)));
    pairs.sort(
        Comparator.comparing((Records.Copyists p) -> -p.shared().copying())
            .thenComparing(Records.Copyists::one)
            .thenComparing(Records.Copyists::other));
    return new Records(tally.incidents(), tally.usual(), sources, pairs);
  }

  /** Whose past is asked for, in any number: what is kept of each dossier is little. */
  public Past.Asked ask(Dossier dossier) {
    return Past.Asked.of(dossier, terms.identity());
  }

  /**
   * For each of these what was known before the day on which its incident began: of incidents that
   * had ended and been graded by then, what had been reported by then. Of an incident that comes
   * twice that is the earlier day for both: else the one would know of the other.
   *
   * @return in the same order
   */
  public List<Past> before(List<Past.Asked> asked) {
    Map<String, LocalDate> begun = new HashMap<>();
    asked.forEach(one -> begun.merge(one.incident(), one.day(), (a, b) -> a.isBefore(b) ? a : b));
    List<Past.Asked> first =
        asked.stream().map(one -> one.asOfDay(begun.get(one.incident()))).toList();
    Sweep sweep = sweep();
    Past[] pasts = new Past[asked.size()];
    IntStream.range(0, pasts.length)
        .boxed()
        .sorted(Comparator.comparing((Integer place) -> first.get(place).day()))
        .forEach(
            place -> {
              Past.Asked one = first.get(place);
              pasts[place] = Past.of(one, sweep.until(one.until()));
            });
    return List.of(pasts);
  }

  private Sweep sweep() {
    List<GradedIncident> incidents = new ArrayList<>();
    graded.forEach((id, d) -> incidents.add(new GradedIncident(d, grades.get(id), terms)));
    return new Sweep(incidents);
  }

  /** A table whose dates are none. */
  public static final class InvalidDates extends Exception {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    private InvalidDates(List<String> problems) {
      super(String.join(" ", problems));
      this.problems = List.copyOf(problems);
    }

    /** All that is wrong, each in a sentence. */
    public List<String> problems() {
      return problems;
    }
  }
}
