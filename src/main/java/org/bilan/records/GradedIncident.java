package org.bilan.records;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Report;
import org.bilan.evaluation.HumanGrades.HumanGrade;

/** An incident that people have graded, and from when on it tells something, and what. */
final class GradedIncident {

  /** The column of a table of grades that says when a grade was given. */
  static final String DATE = "date";

  private final Dossier dossier;
  private final HumanGrade grade;
  private final Terms terms;
  private final Instant known;
  private final NavigableSet<Instant> news = new TreeSet<>();
  private Told told = Told.NOTHING;

  GradedIncident(Dossier dossier, HumanGrade grade, Terms terms) {
    this.dossier = dossier;
    this.grade = grade;
    this.terms = terms;
    Instant end = dossier.incident().date().end().latest();
    Instant graded =
        Moment.parse(grade.fields().getOrDefault(DATE, ""))
            .map(Moment::latest)
            .orElseGet(() -> end.plus(Duration.ofDays(terms.lag())));
    this.known = graded.isAfter(end) ? graded : end;
    for (Report report : dossier.reports()) {
      report
          .publishedAt()
          .map(Moment::earliest)
          .filter(published -> published.isAfter(known))
          .ifPresent(news::add);
    }
    news.add(known);
  }

  /** Whether it will tell something new, after all that it has told. */
  boolean tellsMore() {
    return !news.isEmpty();
  }

  /** When it next tells something new, where it does. */
  Instant next() {
    return news.first();
  }

  /** Puts what is known of it by a moment in the place of what it told before. */
  void tell(Instant moment, Tally tally) {
    news.headSet(moment, true).clear();
    tally.takeOut(told);
    told = Told.of(dossier.asOf(moment), grade, terms);
    tally.add(told);
  }
}
