package org.bilan.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of many texts tell the same numbers and names in the same order. There may be millions of
 * pairs: so words are numbered once, and where each stands in one text is looked up for all others.
 */
final class Retellings {

  /**
   * Numbers and names that both texts must have. By hand: two accounts of one event share a few.
   */
  private static final int LEAST_COMMON = 7;

  private static final int LEAST_NUMBERS = 2;
  private static final int LEAST_NAMES = 2;

  /** Of the shorter list so many percent must stand in the other. */
  private static final int COMMON_PERCENT = 70;

  /** Of those in common so many percent must stand in the same order. */
  private static final int ORDER_PERCENT = 70;

  /** What is done with two texts of which one may be a rewrite of the other. */
  @FunctionalInterface
  interface Pair {

    /** Places of the texts in the list. */
    void accept(int one, int other);
  }

  private enum Kind {
    NUMBER,
    NAME,
    PERHAPS
  }

  /**
   * A number or name of a text.
   *
   * @param word its number among all words of all texts
   * @param at where it stands
   */
  private record Item(Kind kind, int word, int at) {}

  private final Map<String, Integer> words = new HashMap<>();
  private final List<Item[]> texts = new ArrayList<>();

  /**
   * Where each number, name and perhaps name stands in the text looked at; -1 where it does not.
   */
  private final int[] numberAt;

  private final int[] nameAt;
  private final int[] perhapsAt;

  /** Of the pair looked at, where what both tell stands in the other, in the one's order. */
  private final int[] places;

  private final int[] tops;
  private int paired;

  private Retellings(List<FactPattern> patterns) {
    patterns.forEach(pattern -> texts.add(items(pattern)));
    this.numberAt = nowhere();
    this.nameAt = nowhere();
    this.perhapsAt = nowhere();
    this.places = new int[texts.stream().mapToInt(text -> text.length).max().orElse(0)];
    this.tops = new int[places.length];
  }

  /**
   * Places of the texts that share enough numbers with another to retell it: numbers are quickly
   * read, and most texts share too few with any.
   *
   * @param texts for each its {@link FactPattern#numbers}
   */
  static int[] possible(List<Map<Integer, Integer>> texts) {
    Map<Integer, Integer> places = new HashMap<>();
    int[][] told = new int[texts.size()][];
    for (int text = 0; text < told.length; text++) {
      told[text] =
          texts.get(text).values().stream()
              .distinct()
              .mapToInt(number -> places.computeIfAbsent(number, n -> places.size()))
              .toArray();
    }
    int[] telling = new int[places.size()];
    for (int[] numbers : told) {
      for (int number : numbers) {
        telling[number]++;
      }
    }
    // What one text tells alone is shared with none.
    Arrays.setAll(
        told, text -> Arrays.stream(told[text]).filter(number -> telling[number] > 1).toArray());
    BitSet possible = new BitSet();
    boolean[] here = new boolean[places.size()];
    for (int one = 0; one < told.length; one++) {
      if (told[one].length >= LEAST_NUMBERS) {
        mark(told[one], here, true);
        for (int other = one + 1; other < told.length; other++) {
          boolean known = possible.get(one) && possible.get(other);
          if (!known && shared(told[other], here) >= LEAST_NUMBERS) {
            possible.set(one);
            possible.set(other);
          }
        }
        mark(told[one], here, false);
      }
    }
    return possible.stream().toArray();
  }

  private static void mark(int[] numbers, boolean[] here, boolean as) {
    for (int number : numbers) {
      here[number] = as;
    }
  }

  private static int shared(int[] numbers, boolean[] here) {
    int shared = 0;
    for (int number : numbers) {
      shared += here[number] ? 1 : 0;
    }
    return shared;
  }

  /** Finds all pairs of texts that tell the same in the same order. */
  static void forEach(List<FactPattern> patterns, Pair action) {
    Retellings all = new Retellings(patterns);
    for (int other = 0; other < patterns.size(); other++) {
      all.look(other, true);
      for (int one = other + 1; one < patterns.size(); one++) {
        if (all.retells(all.texts.get(one), patterns.get(one), patterns.get(other))) {
          action.accept(one, other);
        }
      }
      all.look(other, false);
    }
  }

  private Item[] items(FactPattern pattern) {
    List<Item> items = new ArrayList<>();
    pattern.numbers().forEach((word, at) -> items.add(new Item(Kind.NUMBER, number(word), at)));
    pattern.names().forEach((word, at) -> items.add(new Item(Kind.NAME, number(word), at)));
    pattern
        .perhapsNames()
        .forEach((word, at) -> items.add(new Item(Kind.PERHAPS, number(word), at)));
    items.sort(Comparator.comparing(Item::at));
    return items.toArray(Item[]::new);
  }

  private int number(String word) {
    return words.computeIfAbsent(word, w -> words.size());
  }

  private int[] nowhere() {
    int[] at = new int[words.size()];
    Arrays.fill(at, -1);
    return at;
  }

  private void look(int text, boolean at) {
    for (Item item : texts.get(text)) {
      int[] places =
          switch (item.kind) {
            case NUMBER -> numberAt;
            case NAME -> nameAt;
            case PERHAPS -> perhapsAt;
          };
      places[item.word] = at ? item.at : -1;
    }
  }

  /** Whether a text tells what the one looked at does, in its order. */
  private boolean retells(Item[] text, FactPattern pattern, FactPattern other) {
    paired = 0;
    int numbers = 0;
    // What of a text may be in the other: of a script without capitals only what is a name there.
    int size = pattern.numbers().size() + pattern.names().size();
    int otherSize = other.numbers().size() + other.names().size();
    int last = -1;
    for (Item item : text) {
      int there = nameAt[item.word];
      if (item.kind == Kind.NUMBER) {
        there = numberAt[item.word];
      } else if (item.kind == Kind.PERHAPS) {
        size += there >= 0 ? 1 : 0;
      } else if (perhapsAt[item.word] >= 0) {
        otherSize++;
        there = there < 0 ? perhapsAt[item.word] : there;
      }
      if (there >= 0 && item.at != last) {
        last = item.at;
        places[paired++] = there;
        numbers += item.kind == Kind.NUMBER ? 1 : 0;
      }
    }
    return numbers >= LEAST_NUMBERS
        && paired - numbers >= LEAST_NAMES
        && paired >= LEAST_COMMON
        && paired * 100 >= Math.min(size, otherSize) * COMMON_PERCENT
        && longestRising() * 100 >= paired * ORDER_PERCENT;
  }

  /** Length of the longest rising part, by patience sorting. */
  private int longestRising() {
    int length = 0;
    for (int i = 0; i < paired; i++) {
      int place = places[i];
      int pile = Arrays.binarySearch(tops, 0, length, place);
      pile = pile < 0 ? -pile - 1 : pile;
      tops[pile] = place;
      length = Math.max(length, pile + 1);
    }
    return length;
  }
}
