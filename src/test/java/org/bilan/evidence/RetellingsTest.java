package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Quick as it is, it finds what its definition says. */
class RetellingsTest {

  private static final Random RANDOM = new Random(17);
  private static final List<String> LATIN = List.of("Amasrakad", "Gao", "Kidal", "Bamako", "Gossi");
  private static final List<String> ARABIC =
      List.of("أماسراكاد", "كيدال", "باماكو", "غوسي", "وباماكو");

  /** One of many edits of a story, in capitals or in a script without them. */
  private static String text(boolean arabic) {
    StringBuilder text = new StringBuilder(arabic ? "قال " : "said ");
    for (int i = 0; i < 5 + RANDOM.nextInt(9); i++) {
      int place = RANDOM.nextInt(4) == 0 ? RANDOM.nextInt(12) : i;
      if (place % 2 == 0) {
        text.append(place * 3 + 2);
      } else {
        text.append((arabic ? ARABIC : LATIN).get(place / 2 % 5));
      }
      text.append(RANDOM.nextInt(5) == 0 && !arabic ? " Mopti " : " ");
    }
    return text.toString();
  }

  @Test
  void itFindsWhatTheDefinitionSays() {
    List<FactPattern> patterns = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      String text = text(i % 3 == 0);
      patterns.add(FactPattern.of(text, FactPattern.numbers(text)));
    }
    Set<List<Integer>> found = new HashSet<>();
    Retellings.forEach(patterns, (one, other) -> found.add(List.of(one, other)));

    Set<List<Integer>> defined = new HashSet<>();
    for (int one = 0; one < patterns.size(); one++) {
      for (int other = 0; other < one; other++) {
        if (retells(patterns.get(one), patterns.get(other))) {
          defined.add(List.of(one, other));
        }
      }
    }
    assertThat(found).isEqualTo(defined).hasSizeBetween(100, 300 * 299 / 2 - 100);
    assertThat(found.stream().filter(pair -> pair.get(0) % 3 == 0 ^ pair.get(1) % 3 == 0))
        .as("across scripts")
        .isNotEmpty();
  }

  /** At least 2 numbers, 2 names and 7 of both, 70 percent of the fewer, 70 of these in order. */
  private static boolean retells(FactPattern one, FactPattern other) {
    Map<Integer, Integer> places = new TreeMap<>();
    int numbers = pair(one.numbers(), other.numbers(), places);
    int names =
        pair(one.names(), other.names(), places)
            + pair(one.names(), other.perhapsNames(), places)
            + pair(one.perhapsNames(), other.names(), places);
    int common = numbers + names;
    int fewer = Math.min(size(one, other), size(other, one));
    return numbers >= 2
        && names >= 2
        && common >= 7
        && common * 10 >= fewer * 7
        && rising(List.copyOf(places.values())) * 10 >= common * 7;
  }

  private static int pair(
      Map<String, Integer> one, Map<String, Integer> other, Map<Integer, Integer> places) {
    int before = places.size();
    one.forEach(
        (word, at) -> {
          if (other.containsKey(word)) {
            places.putIfAbsent(at, other.get(word));
          }
        });
    return places.size() - before;
  }

  private static int size(FactPattern one, FactPattern other) {
    Set<String> perhaps = new HashSet<>(one.perhapsNames().keySet());
    perhaps.retainAll(other.names().keySet());
    return one.numbers().size() + one.names().size() + perhaps.size();
  }

  private static int rising(List<Integer> places) {
    Map<Integer, Integer> longest = new HashMap<>();
    for (int i = 0; i < places.size(); i++) {
      int best = 1;
      for (int j = 0; j < i; j++) {
        best = places.get(j) < places.get(i) ? Math.max(best, longest.get(j) + 1) : best;
      }
      longest.put(i, best);
    }
    return longest.values().stream().mapToInt(l -> l).max().orElse(0);
  }
}
