package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bilan.dossier.DossierBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearCopiesTest {

  private static final String FRENCH =
      "Au moins treize civils ont été tués dans la nuit de samedi à dimanche par des frappes de"
          + " drones sur le village d'Amasrakad, selon plusieurs habitants joints par téléphone.";

  private static final String ARABIC =
      "قُتِلَ ثلاثةَ عشرَ مدنيًّا على الأقلّ في غاراتٍ بطائراتٍ مسيّرةٍ على قريةٍ في شمالِ مالي ليلةَ السبت";

  private static boolean alike(String one, String other) {
    Sketch a = NearCopies.sketch(one);
    Sketch b = NearCopies.sketch(other);
    boolean alike = alike(a, b);
    assertThat(alike(b, a)).as("the other way round").isEqualTo(alike);
    return alike;
  }

  private static boolean alike(Sketch... sketches) {
    boolean[] alike = new boolean[1];
    SharedRuns.forEachAlike(sketches, (one, other, percent) -> alike[0] = true);
    return alike[0];
  }

  @Test
  void runsOfTwoTextsAreFoundAlsoWhereTheirHashesCollide() {
    long[] none = null;
    assertThat(SharedRuns.any(new long[][] {{1, 2, 1}, none, {3, 4}})).isFalse();
    assertThat(SharedRuns.any(new long[][] {{1, 2}, none, {3, 2}})).isTrue();
    // All in one place of the table, and few enough to be told apart.
    assertThat(SharedRuns.any(new long[][] {{1L << 32, 2L << 32}, {3L << 32}})).isFalse();
    assertThat(SharedRuns.any(new long[][] {{1L << 32, 2L << 32}, {2L << 32}})).isTrue();
    // So many that it is left to whoever looks closer.
    long[] crowd = LongStream.range(0, 1_000).map(i -> i << 32).toArray();
    assertThat(SharedRuns.any(new long[][] {crowd, {-1}})).isTrue();
    assertThat(SharedRuns.any(new long[][] {LongStream.range(0, 70_000).toArray(), {-1}})).isTrue();
  }

  /** Words that mean nothing, reproducibly. */
  private static String words(int count, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, count)
        .mapToObj(i -> "w" + random.nextInt(5_000))
        .collect(Collectors.joining(" "));
  }

  /** Letters that look the same to a reader make no text of its own. */
  @ParameterizedTest
  @CsvSource({"a,а", "e,е", "o,ο", "i,і", "c,с"})
  void aTextInLettersThatLookLikeItsOwnIsLikeIt(String latin, String lookalike) {
    assertThat(alike(FRENCH, FRENCH.replace(latin, lookalike))).isTrue();
    assertThat(alike(FRENCH, FRENCH.toUpperCase(Locale.ROOT).replace('A', 'А').replace('E', 'Ε')))
        .isTrue();
  }

  @Test
  void aTextIsLikeItself() {
    assertThat(alike(FRENCH, FRENCH)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AU MOINS TREIZE CIVILS ont été tués dans la nuit de samedi à dimanche par des frappes de"
            + " drones sur le village d'Amasrakad, selon plusieurs habitants joints par téléphone.",
        "Mali : au moins treize civils ont ete tues dans la nuit de samedi a dimanche par des"
            + " frappes de drones sur le village d’Amasrakad — selon plusieurs habitants. (AFP)",
        "Au moins quatorze civils ont été tués dans la nuit de samedi à dimanche par des frappes"
            + " de drones sur le village d'Amasrakad, selon plusieurs habitants joints hier.",
        "Au moins treize civils ont été tués dans la nuit de samedi à dimanche par des frappes",
        "Au moins treize civils ont été tu\u00ades dans la nu\u200bit de samedi à dimanche par des"
            + " frappes de dro\u200dnes sur le village d'Amasrakad, selon plusieurs habitants.",
      })
  void editsDoNotHideACopy(String edited) {
    assertThat(alike(FRENCH, edited)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Une frappe aérienne a fait quatorze morts, dont des enfants, ce week-end près de Gao,"
            + " affirment des proches des victimes et une association locale de défense.",
        "L'armée malienne dit avoir neutralisé plusieurs terroristes lors d'une opération aérienne"
            + " conduite dans la région de Gao, et récupéré des armes et des munitions.",
        "At least thirteen civilians were killed in the night from Saturday to Sunday by drone"
            + " strikes on the village of Amasrakad, several inhabitants said by telephone.",
      })
  void anotherAccountOfTheSameEventIsNoCopy(String other) {
    assertThat(alike(FRENCH, other)).isFalse();
  }

  @Test
  void shortTextsAreNotCompared() {
    assertThat(NearCopies.sketch("")).isNull();
    assertThat(NearCopies.sketch("… !?")).isNull();
    assertThat(NearCopies.sketch("un deux trois quatre cinq six sept")).isNull();
    assertThat(NearCopies.sketch("un deux trois quatre cinq six sept huit").runs()).hasSize(6);
  }

  @Test
  void aTextOfOneWordRepeatedSaysTooLittle() {
    Sketch sketch = NearCopies.sketch("mort ".repeat(500));

    assertThat(sketch.runs()).hasSize(1);
    assertThat(alike(sketch, sketch)).isFalse();
  }

  @Test
  void arabicIsComparedWithoutItsMarksAndStretching() {
    String plain = ARABIC.replaceAll("\\p{M}", "");
    String stretched = plain.replace("مد", "مـــد").replace("ما", "مـا");

    assertThat(plain).isNotEqualTo(ARABIC);
    assertThat(stretched).isNotEqualTo(plain);
    assertThat(alike(ARABIC, plain)).isTrue();
    assertThat(alike(ARABIC, stretched)).isTrue();
    assertThat(alike(ARABIC, FRENCH)).isFalse();
  }

  @Test
  void mixedScriptsAreCompared() {
    String mixed = "عاجل RFI: " + FRENCH + " " + ARABIC + " Кидаль 北";

    assertThat(alike(mixed, mixed.toUpperCase(java.util.Locale.ROOT))).isTrue();
    assertThat(alike(mixed, FRENCH)).isTrue();
    assertThat(alike(mixed, ARABIC)).isTrue();
  }

  @Test
  void composedAndDecomposedLettersAreTheSame() {
    String decomposed = java.text.Normalizer.normalize(FRENCH, java.text.Normalizer.Form.NFD);

    assertThat(NearCopies.sketch(decomposed))
        .usingRecursiveComparison()
        .isEqualTo(NearCopies.sketch(FRENCH));
  }

  @Test
  void longTextsWithEditsAreAlike() {
    String text = words(15_000, 1);
    String edited = text.replaceAll("w77\\d ", "andere ");

    assertThat(text).hasSizeGreaterThan(80_000);
    assertThat(edited).isNotEqualTo(text);
    assertThat(alike(text, edited)).isTrue();
    assertThat(alike(text, words(15_000, 2))).isFalse();
  }

  @Test
  void aShortTextInsideALongOneIsFound() {
    String dispatch = words(60, 3);
    String article = words(7_000, 4) + " " + dispatch + " " + words(7_000, 5);

    assertThat(article).hasSizeGreaterThan(80_000);
    assertThat(alike(article, dispatch)).isTrue();
    assertThat(alike(article, words(60, 6))).isFalse();
  }

  @Test
  void halfOfAMiddlingTextInsideALongOneIsNoCopy() {
    String dispatch = words(1_000, 7);
    String article = words(7_000, 8) + " " + dispatch.substring(0, dispatch.length() / 2);

    assertThat(alike(article, dispatch)).isFalse();
    assertThat(alike(article + " " + dispatch, dispatch)).isTrue();
  }

  @Test
  void hundredThousandCharactersWithoutAGapAreOneWord() {
    assertThat(NearCopies.sketch("x".repeat(100_000))).isNull();
    assertThat(NearCopies.sketch("\u0301".repeat(100_000))).isNull();
    assertThat(NearCopies.sketch("\ufdfa".repeat(100_000 / 18))).isNotNull();
  }

  @Test
  void ofManyTextsThoseAreAlikeThatAreAlikeInPairs() {
    Random random = new Random(20240317);
    for (int round = 0; round < 50; round++) {
      String common = words(random.nextInt(700), round);
      Sketch[] sketches =
          IntStream.range(0, 12)
              .mapToObj(
                  i ->
                      common.substring(random.nextInt(common.length() + 1))
                          + " "
                          + words(8 + random.nextInt(500), random.nextInt(8)))
              .map(NearCopies::sketch)
              .toArray(Sketch[]::new);
      sketches[random.nextInt(12)] = null;
      Set<Set<Integer>> found = new HashSet<>();
      SharedRuns.forEachAlike(
          sketches,
          (one, other, percent) ->
              assertThat(found.add(Set.of(one, other))).as("told once").isTrue());
      assertThat(found).isEqualTo(alikeInPairs(sketches));
    }
  }

  /**
   * By the definition: six tenths of the shorter's 400 smallest runs stand in the longer, or two
   * tenths with six tenths of its words.
   */
  private static Set<Set<Integer>> alikeInPairs(Sketch[] sketches) {
    Set<Set<Integer>> pairs = new HashSet<>();
    for (int i = 0; i < sketches.length; i++) {
      for (int j = 0; j < sketches.length; j++) {
        if (i != j && sketches[i] != null && sketches[j] != null) {
          long[] one = sketches[i].runs();
          long[] other = sketches[j].runs();
          int order = Integer.compare(one.length, other.length);
          boolean shorter = order < 0 || order == 0 && Arrays.compare(one, other) < 0;
          long sample = Math.min(400, one.length);
          Set<Long> longer = LongStream.of(other).boxed().collect(Collectors.toSet());
          long shared = LongStream.of(one).limit(sample).filter(longer::contains).count();
          boolean edited = shared * 10 >= sample * 2 && sameWords(sketches[i], sketches[j]);
          if (shorter && (shared * 10 >= sample * 6 || edited)) {
            pairs.add(Set.of(i, j));
          }
        }
      }
    }
    return pairs;
  }

  private static boolean sameWords(Sketch shorter, Sketch longer) {
    Set<Long> words = LongStream.of(longer.words()).boxed().collect(Collectors.toSet());
    long shared = LongStream.of(shorter.words()).filter(words::contains).count();
    return shared * 10 >= shorter.words().length * 6L && shared * 10 >= longer.words().length * 4L;
  }

  /** Of a short text first published, and a longer one, later, that holds it whole. */
  @ParameterizedTest
  @CsvSource({"10, 2", "100, 1"})
  void whoQuotesAShortTextInALongerOneOfHisOwnDoesNotCopyIt(int dispatch, int origins) {
    String text = words(dispatch, 9);
    DossierBuilder dossier =
        new DossierBuilder()
            .claim("c", "killed")
            .source("first", "social-account")
            .source("later", "wire-agency")
            .report("r1", "first", "publishedAt: '2024-03-17', text: '" + text + "'", "c asserts")
            .report(
                "r2",
                "later",
                "publishedAt: '2024-03-18', text: '" + words(90, 10) + " " + text + "'",
                "c asserts");

    assertThat(Derived.of("c", dossier).origins()).hasSize(origins);
  }
}
