package org.bilan.tuning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bilan.archive.StoredRuleset;
import org.bilan.assess.Assessor;
import org.bilan.assess.Busy;
import org.bilan.assess.Discretion;
import org.bilan.assess.RulesetInForce;
import org.bilan.assessment.Because;
import org.bilan.assessment.Finding;
import org.bilan.assessment.Language;
import org.bilan.confidential.Redaction;
import org.bilan.dossier.Dossier;
import org.bilan.evaluation.Bootstrap;
import org.bilan.evaluation.Evaluation;
import org.bilan.evaluation.GradedClaim;
import org.bilan.evaluation.HumanGrades;
import org.bilan.evaluation.Misjudged;
import org.bilan.evaluation.Progress;
import org.bilan.evaluation.Split;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.Ruleset;
import org.jboss.logging.Logger;

/** Measures how rules agree with people on dossiers of the archive, while somebody waits. */
@ApplicationScoped
public class Evaluations {

  /** The most grades that are taken: what a request has time for. */
  public static final int MOST_GRADES = 10_000;

  /**
   * The most grades times resamples. Measured with the shipped rules, on two processors that had
   * other work too: 1,000 grades cost 1.7 seconds of one processor with 39 resamples and 3.3 with
   * 200 (5.1 with ten fields of fifty values), and 10,000 with 100 were not done in 40 seconds,
   * having had 32 of a processor. So half of that is taken, and the deadline ends what is slower.
   */
  public static final int MOST_WORK = 500_000;

  /** Well within the time that a request has, the resamples included. */
  private static final Duration LONGEST = Duration.ofSeconds(40);

  private static final Logger LOG = Logger.getLogger(Evaluations.class);

  private static final JsonMapper JSON = new JsonMapper();

  private final Trials trials;
  private final RulesetInForce inForce;
  private final Discretion discretion;

  Evaluations(Trials trials, RulesetInForce inForce, Discretion discretion) {
    this.trials = trials;
    this.inForce = inForce;
    this.discretion = discretion;
  }

  /**
   * What is to be measured.
   *
   * @param ruleset that is to judge; empty for the one in force
   * @param fields by which to split
   * @param sees whether whoever asks sees confidential sources
   * @param language of the reasons
   */
  public record Question(
      HumanGrades grades,
      Optional<StoredRuleset> ruleset,
      List<String> fields,
      Bootstrap bootstrap,
      boolean sees,
      Language language) {}

  /**
   * Judging and measuring took longer than somebody can wait. Nothing is known; fewer grades may
   * do.
   */
  public static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLong() {
      super("Judging took too long", null, false, false);
    }
  }

  /**
   * Measures, and keeps nothing.
   *
   * @param progress is told how far it is, from when it is its turn
   * @return empty when no incident that is graded is in the archive, with the claim that is
   * @throws InvalidRuleset when the ruleset is not fit
   * @throws Busy when too many others wait
   * @throws TooLong when it took too long
   * @throws Split.TooManyValues when a field has too many values to split by
   * @throws IllegalStateException when dossiers are there, and none can be judged: a fault of ours
   */
  public Optional<Evaluation> of(Question question, Progress progress) throws InvalidRuleset {
    return question.ruleset().isPresent()
        ? trials.with(
            question.ruleset().get(),
            ruleset -> measure(ruleset, question, progress),
            progress::waiting)
        : trials.take(
            () -> inForce.with(ruleset -> measure(ruleset, question, progress)), progress::waiting);
  }

  private Optional<Evaluation> measure(Ruleset ruleset, Question question, Progress progress) {
    Map<String, HumanGrades.HumanGrade> grades = new TreeMap<>(question.grades().grades());
    List<GradedClaim> claims = new ArrayList<>();
    Map<String, String> states = new HashMap<>();
    List<String> missing = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    RuntimeException fault = null;
    long end = System.nanoTime() + LONGEST.toNanos();
    Runnable watch = () -> inTime(end);
    int done = 0;
    for (Map.Entry<String, HumanGrades.HumanGrade> graded : grades.entrySet()) {
      watch.run();
      progress.at(Progress.Stage.JUDGING, done++, grades.size());
      String incident = graded.getKey();
      HumanGrades.HumanGrade grade = graded.getValue();
      Optional<Discretion.Shown> shown =
          discretion.dossier(incident, question.sees() || grade.claim().isEmpty());
      try {
        Optional<GradedClaim> claim =
            shown.flatMap(dossier -> judged(ruleset, dossier, grade, question.language()));
        if (claim.isPresent()) {
          claims.add(claim.get());
          states.put(incident, shown.get().stored().tag());
        } else {
          missing.add(incident);
        }
      } catch (RuntimeException spoilt) {
        // It spoils nothing else.
        fault = fault == null ? spoilt : fault;
        failed.add(incident);
      }
    }
    progress.at(Progress.Stage.JUDGING, done, grades.size());
    if (claims.isEmpty() && fault != null) {
      throw new IllegalStateException("No dossier could be judged for an evaluation", fault);
    }
    if (claims.isEmpty()) {
      return Optional.empty();
    }
    if (fault != null) {
      LOG.errorf(
          fault,
          "Dossiers that could not be judged for an evaluation: %d, the first of them %s",
          failed.size(),
          failed.get(0));
    }
    Evaluation evaluation =
        Evaluation.of(
            ruleset.revision(),
            claims,
            ruleset.live(),
            question.fields(),
            question.bootstrap().watched(watch),
            missing,
            failed,
            0,
            progress);
    return Optional.of(
        question.sees()
            ? evaluation
            : evaluation.told(
                each -> told(each, states.get(each.claim().incident()), question.language())));
  }

  private static void inTime(long end) {
    if (System.nanoTime() - end > 0) {
      throw new TooLong();
    }
  }

  private static Optional<GradedClaim> judged(
      Ruleset ruleset, Discretion.Shown shown, HumanGrades.HumanGrade grade, Language language) {
    Dossier dossier = Assessor.read(shown.stored());
    Ruleset.Ablation judged = ruleset.ablate(dossier, language);
    return GradedClaim.of(
        dossier, judged.whole(), judged.without(), own(grade, dossier, shown.redaction()));
  }

  /** The claim by its own id: else whoever tries ids would find names in them. */
  private static HumanGrades.HumanGrade own(
      HumanGrades.HumanGrade grade, Dossier dossier, Redaction redaction) {
    return new HumanGrades.HumanGrade(
        grade.grade(),
        grade
            .claim()
            .map(
                called ->
                    dossier.claims().stream()
                        .map(claim -> claim.id())
                        .filter(id -> redaction.claim(id).equals(called))
                        .findFirst()
                        .orElse("")),
        grade.fields());
  }

  /** Of a dossier that is another by now nothing is told: who was named in it is not known. */
  private Optional<Misjudged> told(Misjudged misjudged, String tag, Language language) {
    return discretion
        .dossier(misjudged.claim().incident(), false)
        .filter(shown -> shown.stored().tag().equals(tag))
        .map(
            shown ->
                shown.redaction().needed()
                    ? redacted(misjudged, shown.redaction(), language)
                    : misjudged);
  }

  private static Misjudged redacted(Misjudged misjudged, Redaction redaction, Language language) {
    ObjectNode document = JSON.createObjectNode();
    ArrayNode findings = document.putArray("findings");
    for (Finding finding : misjudged.claim().findings()) {
      findings.addObject().set("because", JSON.valueToTree(finding.because()));
    }
    JsonNode redacted =
        read(
            redaction.output(
                document.toString().getBytes(StandardCharsets.UTF_8),
                Locale.forLanguageTag(language.word())));
    List<Finding> told = new ArrayList<>();
    for (Finding finding : misjudged.claim().findings()) {
      String text = redacted.at("/findings/" + told.size() + "/because/text").asText();
      told.add(
          new Finding(
              finding.rule(),
              finding.topic(),
              finding.proposition(),
              finding.weight(),
              new Because(text, Map.of()),
              List.of()));
    }
    return misjudged.told(redaction.claim(misjudged.claim().claim()), told);
  }

  private static JsonNode read(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new IllegalStateException("What was written cannot be read", e);
    }
  }
}
