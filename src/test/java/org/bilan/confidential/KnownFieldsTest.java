package org.bilan.confidential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.bilan.assess.TwoMoments;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.Language;
import org.bilan.assessment.Timeline;
import org.bilan.dossier.Documents;
import org.bilan.dossier.Dossier;
import org.bilan.explain.Explainer;
import org.bilan.explain.ExplanationJson;
import org.bilan.ruleset.Ruleset;
import org.junit.jupiter.api.Test;

/** A field of an output that is not known to the redaction is taken for all that it could be. */
class KnownFieldsTest {

  @Test
  void everyFieldOfEveryOutputIsKnown() throws Exception {
    Set<String> unknown = new TreeSet<>();
    try (Ruleset ruleset = Ruleset.load(Path.of("rules"))) {
      for (JsonNode seed : Documents.seeds()) {
        Dossier dossier = Documents.read(seed);
        Assessment assessment = ruleset.judge(dossier, Language.EN);
        collect(
            ExplanationJson.with(
                AssessmentJson.write(assessment),
                Explainer.explain(ruleset, dossier, Optional.empty(), assessment, Language.EN)),
            unknown);
        TwoMoments moments =
            new TwoMoments(Instant.parse("2012-06-01T00:00:00Z"), Optional.empty());
        collect(
            AssessmentJson.write(
                moments.compare(ruleset, dossier, OptionalLong.of(1), Language.EN)),
            unknown);
      }
    }
    for (Class<?> type :
        List.of(
            Timeline.class,
            Timeline.Point.class,
            Timeline.ClaimPoint.class,
            Timeline.Material.class)) {
      for (var component : type.getRecordComponents()) {
        if (!OutputDocument.known(component.getName())) {
          unknown.add(component.getName());
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  private static void collect(byte[] json, Set<String> unknown) throws Exception {
    collect(new JsonMapper().readTree(json), unknown);
  }

  private static void collect(JsonNode node, Set<String> unknown) {
    for (var field : node.properties()) {
      if (!OutputDocument.known(field.getKey())) {
        unknown.add(field.getKey());
      }
      // Their names are those of sentences' values, and those of a dossier.
      if (!field.getKey().equals("values") && !field.getKey().equals("adds")) {
        collect(field.getValue(), unknown);
      }
    }
    if (node.isArray()) {
      node.forEach(entry -> collect(entry, unknown));
    }
  }
}
