package org.bilan.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Victims;
import org.bilan.dossier.Word;

/**
 * A toll before and after.
 *
 * @param changed whether the two differ
 * @param before absent when no claim of the earlier side could be published for it
 * @param after absent when no claim of the later side can be published for it
 */
public record TollChange(
    Harm harm,
    Victims victims,
    boolean changed,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Toll> before,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Toll> after) {

  /** Each toll of either side: those of the later side in its order, then the earlier side's. */
  public static List<TollChange> between(List<Toll> before, List<Toll> after) {
    Map<List<Word>, Toll> earlier = new LinkedHashMap<>();
    before.forEach(toll -> earlier.put(key(toll), toll));
    List<TollChange> tolls = new ArrayList<>();
    for (Toll toll : after) {
      tolls.add(of(Optional.ofNullable(earlier.remove(key(toll))), Optional.of(toll)));
    }
    earlier.values().forEach(toll -> tolls.add(of(Optional.of(toll), Optional.empty())));
    return List.copyOf(tolls);
  }

  private static TollChange of(Optional<Toll> before, Optional<Toll> after) {
    Toll one = after.or(() -> before).orElseThrow();
    boolean same = before.isPresent() && after.isPresent() && same(before.get(), after.get());
    return new TollChange(one.harm(), one.victims(), !same, before, after);
  }

  /** With the claims under other ids. */
  public TollChange called(UnaryOperator<String> ids) {
    return new TollChange(
        harm,
        victims,
        changed,
        before.map(toll -> toll.called(ids)),
        after.map(toll -> toll.called(ids)));
  }

  private static boolean same(Toll before, Toll after) {
    return before.low() == after.low()
        && before.best() == after.best()
        && before.high().equals(after.high())
        && Set.copyOf(before.claims()).equals(Set.copyOf(after.claims()));
  }

  private static List<Word> key(Toll toll) {
    return List.of(toll.harm(), toll.victims());
  }
}
