package org.bilan.movement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Victims;
import org.bilan.dossier.Word;

/**
 * The tolls of some incidents, added up. Each incident counts with its toll, so one of which no
 * claim may be published counts nothing; what several incidents say of the same people is there
 * several times, and so are people whom two lines speak of (killed civilians, and killed whose
 * status is not stated): lines are not to be added to each other.
 *
 * <p>An incident that is judged the first time has no toll before. So that before and after compare
 * like with like, both are of the same incidents, those that were judged before; what came in with
 * the others is told apart. The toll as it stands now is the sum of after and came.
 *
 * @param of which incidents
 * @param name of the country, the conflict or the month; empty where these have none
 * @param compared incidents that were judged before as well, whether or not they have a toll
 * @param came incidents that were judged the first time
 * @param lines one for each harm and status of victims of which any of these incidents has a toll
 * @param in of a conflict some of its incidents, and the states of their dossiers: its name is free
 *     text, and is told as long as one of them may be
 */
public record TollSums(
    Of of,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String name,
    long compared,
    long came,
    List<Line> lines,
    @JsonIgnore SortedMap<String, String> in) {

  public TollSums {
    in = Collections.unmodifiableSortedMap(new TreeMap<>(in));
  }

  /** Which incidents are added up. */
  public enum Of implements Word {
    /** All of them. */
    ALL,
    /** Those of the country, the conflict or the month that is named. */
    NAMED,
    /** Those of which it is not known. */
    UNKNOWN,
    /**
     * Those of all others, where too many are named to tell each: the later ones by their names.
     */
    OTHERS,
    /** Those of a conflict whose name is not told to whoever asks. */
    WITHHELD
  }

  /** One harm and status of victims. */
  public record Line(Harm harm, Victims victims, Sum before, Sum after, Sum came) {}

  /**
   * People, as the tolls of incidents add up.
   *
   * @param incidents that have such a toll
   * @param low the sum of the least that each can mean
   * @param best the sum of each incident's best supported figure
   * @param high the sum of the most that each can mean; absent when one of them is open upwards
   * @param highAtLeast the same, with the best figure of those that are open upwards in place of
   *     the most: what {@code high} cannot be less than
   * @param open how many of the incidents are open upwards
   */
  public record Sum(
      long incidents,
      long low,
      long best,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) OptionalLong high,
      long highAtLeast,
      long open) {}

  /** Found in these incidents, in these states of their dossiers. */
  TollSums in(SortedMap<String, String> incidents) {
    return new TollSums(of, name, compared, came, lines, incidents);
  }

  /** Without its name. */
  TollSums withheld() {
    return new TollSums(Of.WITHHELD, "", compared, came, lines, new TreeMap<>());
  }
}
