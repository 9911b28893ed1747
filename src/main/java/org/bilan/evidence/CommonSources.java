package org.bilan.evidence;

import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Origins whose leading reports name one common report, silent here itself, are one origin: unless
 * they give grounds of their own, as who interviews people and quotes a communiqué beside. Who
 * names several that others draw on, as a press review does, joins the first of those, and does not
 * make them one.
 */
final class CommonSources {

  private CommonSources() {}

  /**
   * Joins such origins.
   *
   * @param bearing places of all reports with any position on the proposition
   */
  static void join(List<Kin> kins, Index index, BitSet bearing, UnionFind origins) {
    Map<Kin, BitSet> silent = new LinkedHashMap<>();
    for (Kin kin : kins) {
      BitSet named = (BitSet) index.ancestors(kin.lead.report()).clone();
      named.andNot(bearing);
      boolean ownGround =
          kin.lead.stance().basis().filter(WeakLinks.OWN_GROUND::contains).isPresent();
      if (!kin.echo && kin.lead.stands() && !ownGround && !named.isEmpty()) {
        silent.put(kin, named);
      }
    }
    if (silent.isEmpty()) {
      return;
    }
    Kin[] namedBy = new Kin[index.reports.size()];
    silent.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getValue().cardinality()))
        .forEach(entry -> joinOne(entry.getKey(), entry.getValue(), namedBy, origins));
  }

  private static void joinOne(Kin kin, BitSet named, Kin[] namedBy, UnionFind origins) {
    BitSet met = new BitSet();
    named.stream()
        .filter(report -> namedBy[report] != null)
        .forEach(report -> met.set(origins.find(namedBy[report].place)));
    if (!met.isEmpty()) {
      origins.join(met.nextSetBit(0), kin.place);
    }
    if (met.cardinality() <= 1) {
      named.stream().forEach(report -> namedBy[report] = kin);
    }
  }
}
