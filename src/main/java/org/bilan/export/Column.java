package org.bilan.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.bilan.assessment.Score;
import org.bilan.dossier.Count;
import org.bilan.dossier.Place;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Word;

/**
 * One thing that a table tells of each claim. All tables have the same columns, in this order: CSV,
 * Parquet, and the properties of GeoJSON. They may grow at the end, and are never renamed.
 *
 * @param name in snake case, as in the tables of the field (UCDP GED, ACLED)
 * @param value of the type's class; empty when unknown, or when the claim does not assert it
 */
record Column(String name, Type type, Function<ExportedClaim, Optional<?>> value) {

  /** What values a column has. */
  enum Type {
    /** Any text; Unicode. */
    TEXT,
    /** {@link Integer}. */
    WHOLE,
    /** {@link Double}. */
    REAL,
    /** {@link LocalDate}, in UTC. */
    DATE,
    /** {@link Instant}. */
    TIME
  }

  static final List<Column> ALL =
      List.of(
          text("incident", c -> Optional.of(c.incident().id())),
          text("title", c -> c.incident().title()),
          date("date_from", c -> c.incident().date().from().earliest()),
          date("date_to", c -> c.incident().date().end().latest()),
          text("country", c -> place(c).flatMap(Place::country)),
          text("admin1", c -> place(c).flatMap(Place::admin1)),
          text("place", c -> place(c).flatMap(Place::name)),
          real("latitude", c -> place(c).map(Place::lat).orElse(OptionalDouble.empty())),
          real("longitude", c -> place(c).map(Place::lon).orElse(OptionalDouble.empty())),
          word("precision", c -> place(c).flatMap(Place::precision)),
          text("conflict", c -> c.incident().conflict()),
          text("claim", c -> Optional.of(c.claim().id())),
          text("text", c -> c.claim().text()),
          word("harm", c -> Optional.of(c.claim().harm())),
          word("victims", c -> c.claim().victims()),
          whole("count_min", c -> count(c, Count::min)),
          whole("count_max", c -> count(c, Count::max)),
          text("count_words", c -> c.claim().count().flatMap(Count::words)),
          text("responsible", c -> c.claim().responsible()),
          text("responsible_name", c -> c.claim().responsible().map(c::label)),
          word("grade", c -> Optional.of(c.grade())),
          word("machine_grade", c -> Optional.of(c.judged().grade())),
          word("human_grade", c -> c.human().map(HumanGrade::grade)),
          text("human_by", c -> c.human().map(HumanGrade::by)),
          text("human_reason", c -> c.human().map(HumanGrade::reason)),
          time("human_at", c -> c.human().map(HumanGrade::at)),
          whole("score", c -> OptionalInt.of(c.judged().score())),
          whole("evidence", c -> OptionalInt.of(c.judged().evidence())),
          score("harm_score", Proposition.HARM),
          evidence("harm_evidence", Proposition.HARM),
          score("status_score", Proposition.STATUS),
          evidence("status_evidence", Proposition.STATUS),
          score("responsibility_score", Proposition.RESPONSIBILITY),
          evidence("responsibility_evidence", Proposition.RESPONSIBILITY),
          text("reliability", c -> Optional.of(c.judged().admiralty().reliability().name())),
          whole("credibility", c -> OptionalInt.of(c.judged().admiralty().credibility())),
          whole("origins", c -> OptionalInt.of(c.judged().origins().size())),
          text("ruleset", c -> Optional.of(c.ruleset())),
          time("as_of", c -> Optional.of(c.asOf())));

  private static Column text(String name, Function<ExportedClaim, Optional<String>> value) {
    return new Column(name, Type.TEXT, value::apply);
  }

  private static Column word(String name, Function<ExportedClaim, Optional<? extends Word>> value) {
    return new Column(name, Type.TEXT, claim -> value.apply(claim).map(Word::word));
  }

  private static Column whole(String name, Function<ExportedClaim, OptionalInt> value) {
    return new Column(
        name,
        Type.WHOLE,
        claim -> {
          OptionalInt number = value.apply(claim);
          return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
        });
  }

  private static Column real(String name, Function<ExportedClaim, OptionalDouble> value) {
    return new Column(
        name,
        Type.REAL,
        claim -> {
          OptionalDouble number = value.apply(claim);
          return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
        });
  }

  private static Column date(String name, Function<ExportedClaim, Instant> value) {
    return new Column(
        name,
        Type.DATE,
        claim -> Optional.of(LocalDate.ofInstant(value.apply(claim), ZoneOffset.UTC)));
  }

  private static Column time(String name, Function<ExportedClaim, Optional<Instant>> value) {
    return new Column(name, Type.TIME, value::apply);
  }

  private static Column score(String name, Proposition of) {
    return new Column(name, Type.WHOLE, claim -> proposition(claim, of).map(Score::score));
  }

  private static Column evidence(String name, Proposition of) {
    return new Column(name, Type.WHOLE, claim -> proposition(claim, of).map(Score::evidence));
  }

  private static Optional<Score> proposition(ExportedClaim claim, Proposition of) {
    return Optional.ofNullable(claim.judged().propositions().get(of));
  }

  private static Optional<Place> place(ExportedClaim claim) {
    return claim.incident().place();
  }

  private static OptionalInt count(ExportedClaim claim, Function<Count, OptionalInt> end) {
    return claim.claim().count().map(end).orElse(OptionalInt.empty());
  }
}
