package org.bilan.assess;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bilan.assessment.Language;
import org.bilan.ruleset.Ruleset;

/** Says a stored assessment's reasons in another language. All else stays as it was judged. */
final class Wording {

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<LinkedHashMap<String, Object>> VALUES =
      new TypeReference<>() {};

  private Wording() {}

  /**
   * Words an assessment anew.
   *
   * @param assessment as JSON
   * @param ruleset of the revision that judged it
   */
  static byte[] in(Language language, byte[] assessment, Ruleset ruleset) {
    try {
      JsonNode root = JSON.readTree(assessment);
      for (JsonNode claim : root.path("claims")) {
        for (JsonNode finding : claim.path("findings")) {
          ObjectNode because = (ObjectNode) finding.get("because");
          Map<String, Object> values = JSON.convertValue(because.get("values"), VALUES);
          ruleset
              .sentence(finding.get("rule").textValue(), language, values)
              .ifPresent(sentence -> because.put("text", sentence));
        }
      }
      return JSON.writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored assessment is no JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
