package org.bilan.methodology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Language;
import org.bilan.dossier.Basis;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Reliability;
import org.bilan.dossier.SourceKind;
import org.bilan.dossier.Stance;
import org.bilan.ruleset.Ladder;
import org.bilan.ruleset.RuleCard;
import org.bilan.ruleset.Ruleset;
import org.bilan.ruleset.Tunable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

  private static ResourceBundle bundle(String name, Language language) {
    return ResourceBundle.getBundle(
        name,
        Locale.forLanguageTag(language.word()),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static ResourceBundle page(Language language) {
    return bundle("org.bilan.methodology.words", language);
  }

  @Test
  void frenchSaysItAll() throws IOException {
    Set<String> english = keys("words.properties");
    assertThat(english).hasSizeGreaterThan(150);
    assertThat(keys("words_fr.properties")).isEqualTo(english);
  }

  private static Set<String> keys(String file) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Words.class.getResourceAsStream(file)) {
      properties.load(in);
    }
    return properties.stringPropertyNames();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyFixedWordIsExplained(Language language) {
    Words words = new Words(language);
    Stream.of(SourceKind.values()).forEach(kind -> words.word("kind", kind));
    Stream.of(Stance.Kind.values()).forEach(stance -> words.word("stance", stance));
    Stream.of(Basis.values()).forEach(basis -> words.word("basis", basis));
    Stream.of(Grade.values()).forEach(grade -> words.word("grade", grade));
    Stream.of(Proposition.values()).forEach(p -> words.word("proposition", p));
    Stream.of(Reliability.values()).forEach(letter -> words.word("letter", letter));
    words.word("status", RuleCard.Status.DRAFT);
    words.word("status", RuleCard.Status.RETIRED);
    Ladder.NUMBERS.forEach(name -> assertThat(page(language).keySet()).contains("number." + name));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void topicsAndUnitsOfTheShippedRulesAreTranslated(Language language) throws Exception {
    try (Ruleset ruleset = Ruleset.load(Path.of("rules"))) {
      List<Tunable> numbers = new ArrayList<>(ruleset.settings().caps().values());
      numbers.add(ruleset.settings().prior());
      ruleset.settings().grades().rungs().forEach(rung -> numbers.addAll(rung.numbers().values()));
      ruleset.cards().forEach(card -> numbers.addAll(card.numbers().values()));
      Set<String> keys = new TreeSet<>();
      numbers.forEach(number -> keys.add("unit." + number.unit().replace(' ', '-')));
      ruleset.cards().forEach(card -> keys.add("topic." + card.topic()));
      assertThat(page(language).keySet()).containsAll(keys);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theTableAndThePageUseTheSameWords(Language language) {
    ResourceBundle table = bundle("org.bilan.cli.table", language);
    ResourceBundle page = page(language);
    Set<String> shared =
        table.keySet().stream()
            .filter(key -> key.matches("(grade|proposition|topic)\\..*"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(shared).hasSizeGreaterThan(15);
    for (String key : shared) {
      assertThat(page.getString(key)).as(key).isEqualTo(table.getString(key));
    }
  }
}
