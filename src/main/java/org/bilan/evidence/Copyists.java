package org.bilan.evidence;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bilan.dossier.Copying;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Source;

/**
 * Which sources of a dossier have copied, one from the other, so often that they likely do here.
 */
final class Copyists {

  /**
   * From how many percent on: odds of nine to one. By the parameters of {@code org.bilan.records}
   * one shared error is not enough for that, and two are.
   */
  static final int LIKELY = 90;

  private Copyists() {}

  /** For places of sources those of others, each pair once, at the lesser place. */
  static Map<Integer, BitSet> of(Dossier dossier) {
    List<Source> sources = dossier.sources();
    Map<String, Integer> placeOf = new HashMap<>();
    Map<Integer, BitSet> likely = new HashMap<>();
    for (int place = 0; place < sources.size(); place++) {
      for (Copying copying : sources.get(place).copies()) {
        if (copying.percent() >= LIKELY) {
          if (placeOf.isEmpty()) {
            for (int i = 0; i < sources.size(); i++) {
              placeOf.put(sources.get(i).id(), i);
            }
          }
          int other = placeOf.get(copying.source());
          likely
              .computeIfAbsent(Math.min(place, other), p -> new BitSet())
              .set(Math.max(place, other));
        }
      }
    }
    return likely;
  }
}
