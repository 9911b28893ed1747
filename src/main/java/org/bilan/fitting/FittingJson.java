package org.bilan.fitting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.bilan.evaluation.Bootstrap;
import org.bilan.evaluation.EvaluationJson;

/** The one way to write a fitting as JSON. */
public final class FittingJson {

  private static final JsonMapper JSON = new JsonMapper();

  private FittingJson() {}

  /**
   * One document in UTF-8, on one line without its end.
   *
   * @param missing incidents that people graded and the archive does not hold, or not with the
   *     claim that they graded
   * @param ungraded dossiers that nobody graded
   */
  public static byte[] write(Fitting fitting, Set<String> missing, long ungraded) {
    ObjectNode document = JSON.createObjectNode();
    document.put("ruleset", fitting.ruleset());
    document.put("claims", fitting.claims());
    document.put("supported", fitting.supported());
    document.put("folds", fitting.settings().folds());
    document.put("seed", fitting.settings().seed());
    document.put("resamples", fitting.settings().resamples());
    document.put("strength", fitting.strength());
    document.put("chosen", fitting.settings().strength().isEmpty());
    document.put(
        "offset", BigDecimal.valueOf(fitting.offset()).setScale(1, RoundingMode.HALF_EVEN));
    ArrayNode rules = document.putArray("rules");
    for (Proposal proposal : fitting.proposals()) {
      ObjectNode rule = rules.addObject();
      rule.put("rule", proposal.rule());
      rule.put("present", proposal.present());
      rule.put("proposed", proposal.proposed());
      ObjectNode folds = rule.putObject("folds");
      folds.put("least", proposal.least());
      folds.put("most", proposal.most());
      rule.put("fires", proposal.fires());
      rule.put("counts", proposal.counts());
      rule.put("heldBy", proposal.hold().word());
    }
    gain(document.putObject("gain"), fitting.all());
    ObjectNode split = document.putObject("split");
    fitting
        .split()
        .forEach(
            (field, values) -> {
              ArrayNode groups = split.putArray(field);
              values.forEach(
                  (value, gain) -> {
                    ObjectNode group = groups.addObject();
                    group.put("value", value);
                    gain(group, gain);
                  });
            });
    ArrayNode absent = document.putArray("missing");
    missing.forEach(absent::add);
    document.put("ungraded", ungraded);
    try {
      return JSON.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A fitting cannot be written", e);
    }
  }

  private static void gain(ObjectNode node, Gain gain) {
    node.put("claims", gain.claims());
    ObjectNode measures = node.putObject("measures");
    gain.measures()
        .forEach(
            (name, change) -> {
              if (change.rise().value().isPresent()) {
                ObjectNode measure = measures.putObject(name);
                estimate(measure, "before", change.before());
                estimate(measure, "after", change.after());
                estimate(measure, "rise", change.rise());
              }
            });
  }

  private static void estimate(ObjectNode node, String name, Bootstrap.Estimate estimate) {
    EvaluationJson.estimate(node.putObject(name), estimate);
  }
}
