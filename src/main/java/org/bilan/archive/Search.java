package org.bilan.archive;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How incidents are found, beside their country and date.
 *
 * @param words as {@link #words} gives them: all are words of the incident's id, title, place,
 *     conflict, or of a party's name; all incidents where there are none
 * @param sees whether whoever asks sees confidential sources. Else a dossier that holds some is
 *     found by the words of its id only: others may be taken out of what they are shown, and who
 *     finds by a name knows it
 * @param contested whether a claim stands as contested, or somebody denies one, doubts it, or tells
 *     otherwise
 * @param look whether a person should look at it
 * @param box where; without it also those of which no place is known
 */
public record Search(
    Collection<Sought> words,
    boolean sees,
    Optional<Boolean> contested,
    Optional<Boolean> look,
    Optional<Box> box) {

  /** All. */
  public static final Search ALL =
      new Search(List.of(), false, Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * What is sought by a run of characters without a blank: all of its words apart, or all of them
   * joined where an apostrophe parts them. Each begins a word of what is found.
   */
  public record Sought(List<String> apart, List<String> joined) {}

  /** The words in a text as they are compared; none where it has neither letter nor digit. */
  public static Collection<Sought> words(String text) {
    return SearchWords.sought(text);
  }

  /** In SQL, each condition begun with "and": {@code d} is the table dossier. */
  String sql(List<Object> values) {
    StringBuilder sql = new StringBuilder();
    if (!words.isEmpty()) {
      sql.append(" and d.words @@ ?::tsquery");
      values.add(SearchWords.query(words, false));
      if (!sees) {
        sql.append(" and (not d.confidential or d.words @@ ?::tsquery)");
        values.add(SearchWords.query(words, true));
      }
    }
    contested.ifPresent(asked -> sql.append(asked ? " and d.contested" : " and not d.contested"));
    look.ifPresent(asked -> sql.append(asked ? " and d.look <> '{}'" : " and d.look = '{}'"));
    box.ifPresent(
        here -> {
          sql.append(" and d.lat between ? and ?");
          values.add(here.south());
          values.add(here.north());
          sql.append(
              here.west() <= here.east()
                  ? " and d.lon between ? and ?"
                  : " and (d.lon >= ? or d.lon <= ?)");
          values.add(here.west());
          values.add(here.east());
        });
    return sql.toString();
  }
}
