package org.bilan.ruleset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;

/** Only what answers alike may be compared for speed. */
final class SameJudgements {

  private SameJudgements() {}

  /**
   * Judges the dossiers and those of all cases by both.
   *
   * @return a line on how much was compared
   * @throws IllegalStateException where the two do not find the same, or where a rule never fires
   */
  static String check(Ruleset ruleset, RulesByHand byHand, List<Dossier> seeds) throws IOException {
    List<Dossier> dossiers = new ArrayList<>(seeds);
    dossiers.addAll(ofCases());
    Set<String> silent = new TreeSet<>(ruleset.cards().stream().map(RuleCard::id).toList());
    int rules = silent.size();
    for (Dossier dossier : dossiers) {
      Assessment drools = ruleset.judge(dossier, Language.EN);
      Assessment java = ruleset.judged(Derivation.of(dossier), Language.EN, byHand::conclusions);
      if (!drools.equals(java)) {
        throw new IllegalStateException(
            "Drools and Java do not find the same: " + drools + " and " + java);
      }
      drools.claims().forEach(claim -> claim.findings().forEach(f -> silent.remove(f.rule())));
    }
    if (!silent.isEmpty()) {
      throw new IllegalStateException("No dossier makes these fire: " + silent);
    }
    return "Drools and Java find the same in %,d dossiers, in which each of %d rules fires."
        .formatted(dossiers.size(), rules);
  }

  private static List<Dossier> ofCases() throws IOException {
    RuleProblems problems = new RuleProblems();
    List<Dossier> dossiers = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("rules"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".cases.yaml")).sorted().toList()) {
        CaseReader.read(file.toString(), Files.readString(file), problems)
            .forEach(each -> dossiers.add(each.dossier()));
      }
    }
    if (!problems.none()) {
      throw new IllegalStateException(problems.all().toString());
    }
    return dossiers;
  }
}
