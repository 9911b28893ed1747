package org.bilan.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.bilan.assessment.Grade;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Word;

/**
 * Which dossiers a rescoring goes through, as they stand when it comes to them.
 *
 * @param country ISO 3166-1 alpha-2
 * @param from incidents that lasted until this date or date-time, or longer
 * @param to incidents that had begun by then
 * @param grades dossiers of which at least one claim stands at one of these, by a person's grade
 *     where there is one; all when empty
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RescoringFilter(
    Optional<String> country, Optional<String> from, Optional<String> to, Set<Grade> grades) {

  /** All dossiers. */
  public static final RescoringFilter ALL =
      new RescoringFilter(Optional.empty(), Optional.empty(), Optional.empty(), Set.of());

  private static final JsonMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();

  public RescoringFilter {
    grades = new TreeSet<>(grades == null ? Set.of() : grades);
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A filter can be written", e);
    }
  }

  static RescoringFilter read(String json) {
    try {
      return JSON.readValue(json, RescoringFilter.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A filter that was written can be read", e);
    }
  }

  /** The filter of lists that lets the same dossiers through. */
  DossierFilter dossiers() {
    return new DossierFilter(
        country,
        from.map(RescoringFilter::parsed),
        to.map(RescoringFilter::parsed),
        new ClaimFilter(grades, OptionalInt.empty(), OptionalInt.empty()));
  }

  private static Moment parsed(String moment) {
    return Moment.parse(moment).orElseThrow();
  }

  /** Whether its beginning is no later than its end. */
  public boolean ordered() {
    return from.isEmpty() || to.isEmpty() || !parsed(to.get()).certainlyBefore(parsed(from.get()));
  }

  /** In words for people, in no language: {@code country ML, from 2024-03-01}; empty for all. */
  public String words() {
    List<String> words = new ArrayList<>();
    country.ifPresent(code -> words.add("country " + code));
    from.ifPresent(moment -> words.add("from " + moment));
    to.ifPresent(moment -> words.add("to " + moment));
    if (!grades.isEmpty()) {
      words.add("grade " + String.join(" ", grades.stream().map(Word::word).toList()));
    }
    return String.join(", ", words);
  }
}
