package org.bilan.evidence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bilan.dossier.Basis;
import org.bilan.dossier.Proximity;

/**
 * Which reports each report may go back to, by signs that are not certain: the pattern of a
 * rewrite, the same words quoted, another's short text taken over whole, or a source that has
 * shared figures and errors with the other in earlier incidents. Such a report is not merged with
 * the other, but no independent origin either: where independence cannot be guaranteed, it is not
 * assumed (STANAG 2511). Who was there, or gives grounds of his own, is not asked, unless his text
 * is another's.
 */
final class WeakLinks {

  static final Set<Basis> OWN_GROUND =
      EnumSet.of(Basis.WITNESSED, Basis.INTERVIEWS, Basis.RECORDS, Basis.IMAGERY);

  private final Index index;
  private final Comparator<Integer> originality;
  private final BitSet texts;
  private final List<Map<Link, BitSet>> links = new ArrayList<>();

  /**
   * @param originality which of two reports is the earlier: the less
   * @param copies what the texts have shown already
   */
  WeakLinks(Index index, Comparator<Integer> originality, NearCopies.Found copies) {
    this.index = index;
    this.originality = originality;
    this.texts = index.texts();
    for (int i = 0; i < index.reports.size(); i++) {
      links.add(new EnumMap<>(Link.class));
    }
    copies.perhaps().forEach(this::takeOver);
    quotes();
    rewrites();
    copyists();
  }

  private void takeOver(Link link, BitSet[] repeated) {
    for (int i = 0; i < repeated.length; i++) {
      if (repeated[i] != null && (link == Link.NEAR_COPY || mayRepeat(i))) {
        links.get(i).put(link, repeated[i]);
      }
    }
  }

  /** By the kind of sign the reports that this one may go back to. */
  Map<Link, BitSet> of(int report) {
    return links.get(report);
  }

  private boolean mayRepeat(int report) {
    boolean there =
        index.source(report).proximity().filter(Proximity.FIRST_HAND::equals).isPresent();
    return !there
        && index.reports.get(report).stances().stream()
            .noneMatch(stance -> stance.basis().filter(OWN_GROUND::contains).isPresent());
  }

  private void add(int one, int other, Link link) {
    boolean first = originality.compare(one, other) < 0;
    int later = first ? other : one;
    if (one != other && mayRepeat(later)) {
      links.get(later).computeIfAbsent(link, l -> new BitSet()).set(first ? one : other);
    }
  }

  private void quotes() {
    Map<String, List<Integer>> byQuote = new HashMap<>();
    for (int report = texts.nextSetBit(0); report >= 0; report = texts.nextSetBit(report + 1)) {
      for (String words : Quotations.of(text(report))) {
        byQuote.computeIfAbsent(words, q -> new ArrayList<>()).add(report);
      }
    }
    for (List<Integer> same : byQuote.values()) {
      int first = same.stream().min(originality).orElseThrow();
      same.forEach(other -> add(first, other, Link.SAME_QUOTE));
    }
  }

  private void rewrites() {
    int[] all = texts.stream().toArray();
    if (all.length < 2) {
      return;
    }
    List<Map<Integer, Integer>> numbers = new ArrayList<>(all.length);
    for (int report : all) {
      numbers.add(FactPattern.numbers(text(report)));
    }
    int[] possible = Retellings.possible(numbers);
    List<FactPattern> patterns = new ArrayList<>(possible.length);
    for (int text : possible) {
      patterns.add(FactPattern.of(text(all[text]), numbers.get(text)));
    }
    Retellings.forEach(
        patterns, (one, other) -> add(all[possible[one]], all[possible[other]], Link.REWRITE));
  }

  /** Of two sources that likely copy, what the later says may be from what the earlier said. */
  private void copyists() {
    Map<Integer, BitSet> likely = Copyists.of(index.dossier);
    if (likely.isEmpty()) {
      return;
    }
    Map<Integer, BitSet> saidBy = new HashMap<>();
    for (int report = 0; report < index.reports.size(); report++) {
      if (index.saidBy(report).length > 0 && !index.predates(report)) {
        saidBy.computeIfAbsent(index.sourcePlace(report), s -> new BitSet()).set(report);
      }
    }
    likely.forEach(
        (one, others) ->
            others.stream()
                .filter(other -> saidBy.containsKey(one) && saidBy.containsKey(other))
                .forEach(
                    other ->
                        saidBy.get(one).stream().forEach(mine -> addAll(mine, saidBy.get(other)))));
  }

  private void addAll(int one, BitSet others) {
    others.stream().forEach(other -> add(one, other, Link.SHARED_ERRORS));
  }

  private String text(int report) {
    return index.reports.get(report).text().orElseThrow();
  }
}
