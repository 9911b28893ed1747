package org.bilan.disguise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.bilan.disguise.Telling.Tongue;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierBuilder;
import org.bilan.evidence.ClaimEvidence;
import org.bilan.evidence.Evidence;
import org.bilan.evidence.Independence.Corroboration;
import org.junit.jupiter.api.Test;

/**
 * How many disguised copies are found by their text alone, and how many independent accounts are
 * taken for copies, over generated pairs. The pairs are made of words that mean nothing: the
 * figures tell how the signs work on what they were made for, not how they work on real articles.
 */
class OriginLinksTest {

  private static final int PAIRS = 150;

  /** Ways to disguise a text. */
  private enum Disguise {
    CUT((t, r) -> t.cut(), Tongue.ENGLISH),
    REORDERED(Telling::reordered, Tongue.ENGLISH),
    TEN_PERCENT_EDITED((t, r) -> t.edited(10, r), Tongue.FRENCH),
    TWENTY_PERCENT_EDITED((t, r) -> t.edited(20, r), Tongue.ARABIC),
    THIRTY_PERCENT_EDITED((t, r) -> t.edited(30, r), Tongue.ENGLISH),
    TRANSLATED(Telling::retold, Tongue.FRENCH),
    TRANSLATED_TO_ARABIC(Telling::retold, Tongue.ARABIC);

    private final BiFunction<Telling, Random, Telling> change;
    private final Tongue tongue;

    Disguise(BiFunction<Telling, Random, Telling> change, Tongue tongue) {
      this.change = change;
      this.tongue = tongue;
    }

    private boolean translated() {
      return this == TRANSLATED || this == TRANSLATED_TO_ARABIC;
    }
  }

  private enum Found {
    ONE_ORIGIN,
    UNCERTAIN,
    INDEPENDENT
  }

  @Test
  void disguisedCopiesAreFoundAndIndependentAccountsAreNot() {
    Map<String, int[]> found = new TreeMap<>();
    int echoes = 0;
    int missed = 0;
    for (Disguise disguise : Disguise.values()) {
      int[] counts = found.computeIfAbsent(disguise.name(), d -> new int[3]);
      for (int i = 0; i < PAIRS; i++) {
        Random random = new Random(disguise.ordinal() * 1_000L + i);
        Telling original = Telling.of(i, random);
        Telling echo = disguise.change.apply(original, random);
        Tongue tongue = disguise.translated() ? Tongue.ENGLISH : disguise.tongue;
        Found how = found(original.in(tongue), echo.in(disguise.tongue));
        counts[how.ordinal()]++;
        echoes++;
        missed += how == Found.INDEPENDENT ? 1 : 0;
      }
    }
    int wrong = 0;
    int merged = 0;
    for (Tongue tongue : Tongue.values()) {
      int[] counts = found.computeIfAbsent("independent, " + tongue, t -> new int[3]);
      for (int i = 0; i < 2 * PAIRS; i++) {
        Random random = new Random(1_000_000L + tongue.ordinal() * 10_000L + i);
        Telling one = Telling.of(i, random);
        Telling other = Telling.of(i, random);
        Found how = found(one.in(Tongue.ENGLISH), other.in(tongue));
        counts[how.ordinal()]++;
        wrong += how == Found.INDEPENDENT ? 0 : 1;
        merged += how == Found.ONE_ORIGIN ? 1 : 0;
      }
    }
    double recall = 1 - missed / (double) echoes;
    double precision = (echoes - missed) / (double) (echoes - missed + wrong);
    System.out.printf("%nOrigin links over generated pairs: one origin, uncertain, independent%n");
    found.forEach((what, n) -> System.out.printf("  %-24s %4d %4d %4d%n", what, n[0], n[1], n[2]));
    System.out.printf(
        "  recall %.3f over %d echoes, precision %.3f against %d independent accounts%n",
        recall, echoes, precision, 6 * PAIRS);
    assertThat(recall).isGreaterThanOrEqualTo(0.95);
    assertThat(precision).isGreaterThanOrEqualTo(0.98);
    assertThat(merged).as("independent accounts merged").isZero();
  }

  private static Found found(String original, String echo) {
    Dossier dossier =
        new DossierBuilder()
            .claim("c", "killed")
            .source("a", "wire-agency")
            .source("b", "independent-media")
            .report("a", "a", "publishedAt: '2024-03-17', text: '" + original + "'", "c asserts")
            .report("b", "b", "publishedAt: '2024-03-18', text: '" + echo + "'", "c asserts")
            .build();
    ClaimEvidence evidence = Evidence.of(dossier).get(0);
    if (evidence.origins().size() == 1) {
      return Found.ONE_ORIGIN;
    }
    return evidence.facts().stream()
            .filter(Corroboration.class::isInstance)
            .map(fact -> ((Corroboration) fact).uncertainOrigins() > 0)
            .findFirst()
            .orElseThrow()
        ? Found.UNCERTAIN
        : Found.INDEPENDENT;
  }
}
