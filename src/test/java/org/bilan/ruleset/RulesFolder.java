package org.bilan.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small valid ruleset in a folder of its own, to be altered and loaded. */
public final class RulesFolder {

  public static final String SETTINGS = "ruleset.yaml";
  static final String ID = "independence.second-origin";
  public static final String CARD = "independence/second-origin.yaml";
  static final String QUESTION = "independence/second-origin.drl";
  static final String CASES = "independence/second-origin.cases.yaml";

  /** A second rule, without numbers or values. */
  static final String OTHER_CARD = "toll/open-figure.yaml";

  static final String OTHER_QUESTION = "toll/open-figure.drl";
  static final String OTHER_CASES = "toll/open-figure.cases.yaml";

  private final Path root;

  private RulesFolder(Path root) {
    this.root = root;
  }

  public static RulesFolder in(Path root) {
    return new RulesFolder(root)
        .write(
            SETTINGS,
            """
            name: Test rules
            prior: {value: -4, unit: decibans, meaning: {en: Start., fr: Début.}, limits: [-10, 0]}
            caps:
              independence: {value: 12, unit: decibans, meaning: {en: M., fr: P.}, limits: [0, 30]}
              toll: {value: 6, unit: decibans, meaning: {en: Most., fr: Plafond.}, limits: [0, 30]}
            grades:
              - grade: fair
                meaning: {en: Well supported., fr: Solide.}
                in-toll: true
                when:
                  evidence-at-least: {value: 1, unit: decibans, meaning: {en: L., fr: M.}, limits: [0, 9]}
                  any-finding: [independence.second-origin]
              - grade: weak
                meaning: {en: The rest., fr: Le reste.}
            credibility:
              - credibility: 3
                meaning: {en: Possibly true., fr: Possible.}
                when:
                  no-finding: [toll.open-figure]
              - credibility: 6
                meaning: {en: Cannot be judged., fr: Impossible à juger.}
            reliability: {resident: C, military: D}
            """)
        .write(
            CARD,
            """
            title: {en: A second origin, fr: Une deuxième origine}
            why: {en: Two know more than one., fr: Deux en savent plus qu'un.}
            status: live
            weight: {value: 5, limits: [0, 10]}
            numbers:
              origins:
                value: 2
                unit: independent origins
                meaning: {en: How many., fr: Combien.}
                limits: [2, 4]
            sentence: {en: "{origins} support it.", fr: "{origins} l'appuient."}
            reference: A manual
            """)
        .write(
            QUESTION,
            """
            rule "independence.second-origin" when
              $card : RuleCard( id == "independence.second-origin" )
              $fact : Corroboration( independentOrigins >= $card.number("origins") )
            then insert( $card.finds( $fact, "origins", $fact.independentOrigins() ) ); end
            """)
        .write(
            CASES,
            """
            cases:
              - name: two people
                numbers: {origins: 2}
                expect: fired
                because: {origins: "2"}
                dossier:
                  sources: [{id: a, kind: resident}, {id: b, kind: medical}]
                  claims: [{id: c, harm: killed}]
                  reports:
                    - {id: r1, source: a, stances: [{claim: c, stance: asserts}]}
                    - {id: r2, source: b, stances: [{claim: c, stance: asserts}]}
              - name: one
                numbers: {origins: 2}
                expect: quiet
                dossier:
                  sources: [{id: a, kind: resident}]
                  claims: [{id: c, harm: killed}]
                  reports: [{id: r1, source: a, stances: [{claim: c, stance: asserts}]}]
              - name: nobody
                numbers: {origins: 2}
                expect: cannot-judge
                missing: [reports.stances]
                dossier:
                  sources: [{id: a, kind: resident}]
                  claims: [{id: c, harm: killed}]
                  reports: []
            """)
        .write(
            OTHER_CARD,
            """
            title: {en: An open figure, fr: Un chiffre ouvert}
            why: {en: Vague words say little., fr: Le vague dit peu.}
            status: live
            weight: {value: -2, limits: [-5, 0]}
            sentence: {en: It is vague., fr: C'est vague.}
            reference: A manual
            """)
        .write(
            OTHER_QUESTION,
            """
            rule "toll.open-figure" when
              $card : RuleCard( id == "toll.open-figure" )
              $fact : Figure( open == true )
            then insert( $card.finds( $fact ) ); end
            """)
        .write(
            OTHER_CASES,
            """
            cases:
              - name: several
                expect: fired
                dossier:
                  sources: [{id: a, kind: resident}]
                  claims: [{id: c, harm: killed, count: {words: several}}]
                  reports: []
              - name: three
                expect: quiet
                dossier:
                  sources: [{id: a, kind: resident}]
                  claims: [{id: c, harm: killed, count: {min: 3, max: 3}}]
                  reports: []
              - name: no figure
                expect: cannot-judge
                missing: [claims.count]
                dossier:
                  sources: [{id: a, kind: resident}]
                  claims: [{id: c, harm: killed}]
                  reports: []
            """);
  }

  public Path root() {
    return root;
  }

  public RulesFolder write(String file, String text) {
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  RulesFolder write(String file, byte[] content) {
    try {
      Files.createDirectories(root.resolve(file).getParent());
      Files.write(root.resolve(file), content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces what occurs once. */
  public RulesFolder replace(String file, String from, String to) {
    String text = read(file);
    assertThat(text).as(file).containsOnlyOnce(from);
    return write(file, text.replace(from, to));
  }

  public RulesFolder delete(String file) {
    try {
      Files.delete(root.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String read(String file) {
    try {
      return Files.readString(root.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the loader refuses this folder for; nothing when it takes it. */
  List<RuleProblem> problems() {
    return problems(root);
  }

  static List<RuleProblem> problems(Path folder) {
    try {
      Ruleset.load(folder).close();
      return List.of();
    } catch (InvalidRuleset e) {
      return e.problems();
    }
  }
}
