package org.bilan.fitting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Cases dealt into folds at random, those that people find supported and the others evenly. There
 * is one case of an incident at most, so that no incident is in two folds.
 *
 * @param count how many folds there are
 * @param of the fold of each case, from 0
 */
record Folds(int count, List<Integer> of) {

  /**
   * Deals.
   *
   * @param cases in a fixed order
   * @param seed where the random numbers start
   */
  static Folds deal(List<FitCase> cases, int count, long seed) {
    Random random = new Random(seed);
    List<Integer> dealt = new ArrayList<>();
    for (boolean supported : new boolean[] {true, false}) {
      List<Integer> pack =
          new ArrayList<>(
              IntStream.range(0, cases.size())
                  .filter(each -> cases.get(each).supported() == supported)
                  .boxed()
                  .toList());
      Collections.shuffle(pack, random);
      dealt.addAll(pack);
    }
    Integer[] of = new Integer[cases.size()];
    for (int place = 0; place < of.length; place++) {
      of[dealt.get(place)] = place % count;
    }
    return new Folds(count, List.of(of));
  }

  /** The cases of a fold, or of all others. */
  List<FitCase> cases(List<FitCase> cases, int fold, boolean inside) {
    return IntStream.range(0, cases.size())
        .filter(each -> (of.get(each) == fold) == inside)
        .mapToObj(cases::get)
        .toList();
  }
}
