package org.bilan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.ClaimChange;
import org.bilan.assessment.Comparison;
import org.bilan.assessment.Finding;
import org.bilan.assessment.FindingChanges;
import org.bilan.assessment.Language;
import org.bilan.assessment.Origin;
import org.bilan.assessment.OriginChanges;
import org.bilan.assessment.PropositionChange;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.InvalidDossier;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Report;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.Ruleset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What must hold of any comparison, over the seeds at each moment at which a report came in. */
class ComparedSeedsTest {

  /** One dossier at each of its moments. */
  private static final List<List<Assessment>> MOMENTS = new ArrayList<>();

  @BeforeAll
  static void judge() throws InvalidRuleset, InvalidDossier, IOException {
    try (Ruleset ruleset = Ruleset.load(Path.of("rules"));
        Stream<Path> files = Files.list(Path.of("seeds"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
        Dossier dossier = DossierReader.read(Files.readAllBytes(file));
        TreeSet<Instant> moments = new TreeSet<>();
        moments.add(Instant.EPOCH); // What has no date is in even then.
        for (Report report : dossier.reports()) {
          report.publishedAt().ifPresent(moment -> moments.add(moment.latest()));
        }
        MOMENTS.add(moments.stream().map(m -> ruleset.judge(dossier, m, Language.EN)).toList());
      }
    }
  }

  private interface Check {
    void check(Assessment before, Assessment after, Comparison comparison);
  }

  private static void forEachPair(Check check) {
    int pairs = 0;
    for (List<Assessment> dossier : MOMENTS) {
      for (Assessment before : dossier) {
        for (Assessment after : dossier) {
          check.check(before, after, Comparison.of(before, after));
          pairs++;
        }
      }
    }
    assertThat(pairs).isGreaterThan(30);
  }

  @Test
  void whatSaysTheSameIsUnchangedAndWhatIsUnchangedScoresTheSame() {
    forEachPair(
        (before, after, comparison) -> {
          if (before.claims().equals(after.claims()) && before.toll().equals(after.toll())) {
            assertThat(comparison.changed()).isFalse();
          }
          if (!comparison.changed()) {
            assertThat(standings(after)).isEqualTo(standings(before));
          }
        });
  }

  private static List<List<Object>> standings(Assessment assessment) {
    return assessment.claims().stream()
        .map(c -> List.<Object>of(c.claim(), c.propositions(), c.grade(), c.admiralty()))
        .toList();
  }

  @Test
  void theEvidencesDifferenceIsThatOfTheTopics() {
    forEachPair(
        (before, after, comparison) -> {
          int priors = comparison.after().prior() - comparison.before().prior();
          for (ClaimChange claim : comparison.claims()) {
            for (Map.Entry<Proposition, PropositionChange> entry :
                claim.propositions().entrySet()) {
              PropositionChange change = entry.getValue();
              int topics =
                  change.topics().stream()
                      .mapToInt(t -> t.after().counted() - t.before().counted())
                      .sum();
              if (change.before().isPresent() && change.after().isPresent()) {
                assertThat(change.after().get().evidence() - change.before().get().evidence())
                    .isEqualTo(priors + topics);
              } else if (change.after().isPresent()) {
                assertThat(change.after().get().evidence())
                    .isEqualTo(comparison.after().prior() + topics);
              }
            }
          }
        });
  }

  @Test
  void theEarlierFindingsAndOriginsWithTheChangesAreTheLaterOnes() {
    forEachPair(
        (before, after, comparison) -> {
          for (ClaimChange change : comparison.claims()) {
            List<Finding> findings = new ArrayList<>(findings(before, change.claim()));
            assertThat(findings.removeAll(change.findings().went()))
                .isEqualTo(!change.findings().went().isEmpty());
            for (FindingChanges.MovedFinding moved : change.findings().moved()) {
              assertThat(findings.remove(moved.before())).isTrue();
              findings.add(moved.after());
            }
            findings.addAll(change.findings().came());
            assertThat(findings.stream().map(ComparedSeedsTest::key))
                .containsExactlyInAnyOrderElementsOf(
                    findings(after, change.claim()).stream().map(ComparedSeedsTest::key).toList());
            List<Origin> origins = new ArrayList<>(origins(before, change.claim()));
            change.origins().went().forEach(went -> assertThat(origins.remove(went)).isTrue());
            for (OriginChanges.MovedOrigin moved : change.origins().moved()) {
              assertThat(origins.remove(moved.before())).isTrue();
              origins.add(moved.after());
            }
            origins.addAll(change.origins().came());
            assertThat(origins.stream().map(o -> new TreeSet<>(o.reports())))
                .containsExactlyInAnyOrderElementsOf(
                    origins(after, change.claim()).stream()
                        .map(o -> new TreeSet<>(o.reports()))
                        .toList());
          }
        });
  }

  @Test
  void backwardsWhatCameWent() {
    forEachPair(
        (before, after, comparison) -> {
          Comparison back = Comparison.of(after, before);
          assertThat(back.changed()).isEqualTo(comparison.changed());
          for (ClaimChange change : comparison.claims()) {
            ClaimChange other =
                back.claims().stream()
                    .filter(claim -> claim.claim().equals(change.claim()))
                    .findFirst()
                    .orElseThrow();
            assertThat(other.before()).isEqualTo(change.after());
            assertThat(other.after()).isEqualTo(change.before());
            assertThat(other.findings().came())
                .containsExactlyInAnyOrderElementsOf(change.findings().went());
            assertThat(other.findings().moved()).hasSameSizeAs(change.findings().moved());
            assertThat(other.origins().came()).hasSameSizeAs(change.origins().went());
          }
        });
  }

  @Test
  void whatIsStoredComparesAsWhatWasJudged() {
    forEachPair(
        (before, after, comparison) ->
            assertThat(
                    Comparison.of(
                        AssessmentJson.read(AssessmentJson.write(before)),
                        AssessmentJson.read(AssessmentJson.write(after))))
                .isEqualTo(comparison));
  }

  /** All but the orders that depend on what else a dossier holds. */
  private static List<Object> key(Finding finding) {
    return List.of(
        finding.rule(),
        finding.proposition(),
        finding.weight(),
        new TreeSet<>(finding.facts()),
        finding.because().values().keySet());
  }

  private static List<Finding> findings(Assessment assessment, String claim) {
    return assessment.claims().stream()
        .filter(c -> c.claim().equals(claim))
        .flatMap(c -> c.findings().stream())
        .toList();
  }

  private static List<Origin> origins(Assessment assessment, String claim) {
    return assessment.claims().stream()
        .filter(c -> c.claim().equals(claim))
        .flatMap(c -> c.origins().stream())
        .toList();
  }
}
