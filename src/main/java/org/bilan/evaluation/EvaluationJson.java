package org.bilan.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.bilan.assessment.Finding;
import org.bilan.assessment.Grade;

/** The one way to write an evaluation as JSON, so that every door gives the same bytes. */
public final class EvaluationJson {

  private static final JsonMapper JSON = new JsonMapper();

  /** Finer than any interval of some hundreds of claims is wide. */
  private static final int DECIMALS = 4;

  private EvaluationJson() {}

  /** One document in UTF-8, on one line without its end. */
  public static byte[] write(Evaluation evaluation) {
    ObjectNode document = JSON.createObjectNode();
    document.put("ruleset", evaluation.ruleset());
    ObjectNode bootstrap = document.putObject("bootstrap");
    bootstrap.put("resamples", evaluation.resamples());
    bootstrap.put("seed", evaluation.seed());
    agreement(document.putObject("all"), evaluation.all());
    ObjectNode split = document.putObject("split");
    evaluation
        .split()
        .forEach(
            (field, values) -> {
              ArrayNode groups = split.putArray(field);
              values.forEach(
                  (value, agreement) -> {
                    ObjectNode group = groups.addObject();
                    group.put("value", value);
                    agreement(group, agreement);
                  });
            });
    ObjectNode evidence = document.putObject("evidence");
    evaluation
        .evidence()
        .forEach(
            (grade, claims) -> {
              ObjectNode counts = evidence.putObject(grade.word());
              claims.forEach((decibans, count) -> counts.put(decibans.toString(), count));
            });
    ArrayNode rules = document.putArray("rules");
    for (RuleAccount account : evaluation.rules()) {
      ObjectNode rule = rules.addObject();
      rule.put("rule", account.rule());
      ObjectNode fires = rule.putObject("fires");
      account.fires().forEach((grade, claims) -> fires.put(grade.word(), claims));
      rule.put("moves", account.moves());
      estimates(rule.putObject("gain"), account.without());
    }
    ArrayNode misjudged = document.putArray("misjudged");
    for (Misjudged each : evaluation.misjudged()) {
      ObjectNode claim = misjudged.addObject();
      claim.put("incident", each.claim().incident());
      claim.put("claim", each.claim().claim());
      claim.put("people", each.claim().people().word());
      claim.put("machine", each.claim().machine().word());
      claim.put("score", each.claim().score());
      claim.put("evidence", each.claim().evidence());
      ArrayNode findings = claim.putArray("findings");
      for (Finding finding : each.claim().findings()) {
        ObjectNode found = findings.addObject();
        found.put("rule", finding.rule());
        found.put("proposition", finding.proposition().word());
        found.put("weight", finding.weight());
        found.put("because", finding.because().text());
      }
    }
    ArrayNode missing = document.putArray("missing");
    evaluation.missing().forEach(missing::add);
    ArrayNode failed = document.putArray("failed");
    evaluation.failed().forEach(failed::add);
    document.put("ungraded", evaluation.ungraded());
    try {
      return JSON.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An evaluation cannot be written", e);
    }
  }

  private static void agreement(ObjectNode node, Agreement agreement) {
    node.put("claims", agreement.claims());
    estimates(node.putObject("measures"), agreement.measures());
    ObjectNode matrix = node.putObject("matrix");
    for (Grade people : Grade.values()) {
      ObjectNode row = matrix.putObject(people.word());
      for (Grade machine : Grade.values()) {
        row.put(machine.word(), agreement.matrix().count(people, machine));
      }
    }
    ObjectNode propositions = node.putObject("propositions");
    agreement
        .propositions()
        .forEach(
            (proposition, told) -> {
              ObjectNode own = propositions.putObject(proposition.word());
              own.put("claims", told.claims());
              own.put("weakest", told.weakest());
              estimates(own.putObject("measures"), told.measures());
            });
    ObjectNode forecasts = node.putObject("forecasts");
    forecasting(forecasts.putObject("stated"), agreement.stated());
    agreement
        .calibrated()
        .ifPresent(calibrated -> forecasting(forecasts.putObject("calibrated"), calibrated));
  }

  private static void forecasting(ObjectNode node, Agreement.Forecasting forecasting) {
    ObjectNode brier = node.putObject("brier");
    forecasting.brier().parts().forEach((name, part) -> brier.put(name, rounded(part)));
    ArrayNode reliability = node.putArray("reliability");
    for (ReliabilityDiagram.Bin bin : forecasting.reliability().bins()) {
      ObjectNode each = reliability.addObject();
      each.put("from", bin.from());
      each.put("to", bin.to());
      each.put("claims", bin.forecasts());
      each.put("supported", bin.happened());
      bin.meanForecast().ifPresent(mean -> each.put("mean", rounded(mean)));
      bin.interval().ifPresent(interval -> interval(each, interval));
    }
  }

  private static void estimates(ObjectNode node, Map<String, Bootstrap.Estimate> estimates) {
    estimates.forEach(
        (name, estimate) -> {
          if (estimate.value().isPresent()) {
            estimate(node.putObject(name), estimate);
          }
        });
  }

  /** Writes an estimate that has a value: {@code value}, {@code low}, {@code high}. */
  public static void estimate(ObjectNode node, Bootstrap.Estimate estimate) {
    node.put("value", rounded(estimate.value().getAsDouble()));
    estimate.interval().ifPresent(interval -> interval(node, interval));
    if (estimate.undefined() > 0) {
      node.put("undefined", estimate.undefined());
    }
  }

  private static void interval(ObjectNode node, Interval interval) {
    node.put("low", rounded(interval.low()));
    node.put("high", rounded(interval.high()));
  }

  private static BigDecimal rounded(double number) {
    return BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
