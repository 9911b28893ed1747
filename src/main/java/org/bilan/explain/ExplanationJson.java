package org.bilan.explain;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The one way to write an assessment with its explanation, so that every door gives the same. */
public final class ExplanationJson {

  private static final JsonMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();

  private static final JsonMapper LENIENT =
      JSON.rebuild()
          .withConfigOverride(
              List.class,
              list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .build();

  private ExplanationJson() {}

  /**
   * The same assessment, each of its claims with a last field, {@code explanation}.
   *
   * @param assessment as {@link org.bilan.assessment.AssessmentJson} writes it
   */
  public static byte[] with(byte[] assessment, List<Explanation> explanations) {
    Map<String, Explanation> byClaim =
        explanations.stream().collect(Collectors.toMap(Explanation::claim, Function.identity()));
    try {
      JsonNode root = JSON.readTree(assessment);
      for (JsonNode claim : root.path("claims")) {
        Explanation explanation = byClaim.get(claim.get("claim").textValue());
        ((ObjectNode) claim).set("explanation", JSON.valueToTree(explanation));
      }
      return JSON.writeValueAsBytes(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the explanations back that {@link #with} put into an assessment. */
  public static List<Explanation> read(byte[] assessment) {
    List<Explanation> explanations = new ArrayList<>();
    try {
      for (JsonNode claim : JSON.readTree(assessment).path("claims")) {
        Explanation read = LENIENT.treeToValue(claim.get("explanation"), Explanation.class);
        String id = claim.get("claim").textValue();
        explanations.add(new Explanation(id, read.whatIf(), read.note(), read.rules()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(explanations);
  }
}
