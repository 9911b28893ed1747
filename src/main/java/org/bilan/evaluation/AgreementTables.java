package org.bilan.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bilan.assessment.Grade;
import org.bilan.page.HtmlTable;
import org.bilan.page.WebPage;

/** How machine and people agree on some claims, as tables and plots of a page. */
final class AgreementTables {

  /** What chance gives an AUC. */
  private static final double CHANCE = 0.5;

  /** What is told first. */
  private static final List<String> KEY =
      List.of(
          Measures.SUPPORTED_AUC,
          Measures.auc(Grade.FAIR, Grade.WEAK),
          "kappa.quadratic",
          "brier",
          "brier.calibrated");

  private final Words words;

  AgreementTables(Words words) {
    this.words = words;
  }

  /** Who graded how, and the figures of agreement. */
  String measures(String of, Agreement agreement) {
    List<String> heads = new ArrayList<>(List.of(words.text("people-machine")));
    for (Grade machine : Grade.values()) {
      heads.add(words.grade(machine));
    }
    HtmlTable matrix = new HtmlTable(caption(of, agreement), "lrrrrr", heads);
    for (Grade people : Grade.values()) {
      List<String> row = new ArrayList<>(List.of(WebPage.escaped(words.grade(people))));
      for (Grade machine : Grade.values()) {
        long claims = agreement.matrix().count(people, machine);
        row.add(claims == 0 ? "·" : words.number(claims));
      }
      matrix.row(row);
    }
    HtmlTable measures = measureTable(of);
    agreement
        .measures()
        .forEach((name, estimate) -> row(measures, words.measure(name), mark(name), estimate));
    return matrix.toString() + measures;
  }

  /** The figures that tell most, of all claims. */
  HtmlTable key(Agreement agreement) {
    HtmlTable table = measureTable(caption(words.text("all"), agreement));
    for (String name : KEY) {
      row(table, words.measure(name), mark(name), agreement.measures().get(name));
    }
    return table;
  }

  /** The same figure of each group, below each other. */
  String groups(String field, Map<String, Agreement> groups) {
    StringBuilder html = new StringBuilder();
    for (String name : KEY.subList(0, 2)) {
      HtmlTable table = measureTable(words.measure(name));
      groups.forEach(
          (value, agreement) ->
              row(
                  table,
                  caption(words.value(value), agreement),
                  mark(name),
                  agreement.measures().get(name)));
      html.append(table);
    }
    return html.toString();
  }

  private HtmlTable measureTable(String caption) {
    return new HtmlTable(
        caption,
        "lrlr",
        List.of(
            words.text("measure"),
            words.text("value"),
            words.text("plot"),
            words.text("interval.head")));
  }

  private void row(HtmlTable table, String name, double mark, Bootstrap.Estimate estimate) {
    if (estimate.value().isPresent()) {
      table.row(
          List.of(
              WebPage.escaped(name),
              words.share(estimate.value().getAsDouble()),
              Plots.whisker(estimate, 0, 1, mark),
              words.interval(estimate)));
    }
  }

  private static double mark(String measure) {
    return measure.startsWith("auc") ? CHANCE : 0;
  }

  /** What each proposition tells by itself. */
  String propositions(String of, Agreement agreement) {
    List<String> heads =
        new ArrayList<>(
            List.of(words.text("proposition"), words.text("claims"), words.text("weakest")));
    agreement.propositions().values().stream()
        .findFirst()
        .ifPresent(
            any ->
                any.measures()
                    .keySet()
                    .forEach(
                        name -> {
                          heads.add(words.text("of." + name));
                          heads.add(words.text("interval.head"));
                        }));
    HtmlTable table =
        new HtmlTable(
            words.text("propositions.of", of), "lrr" + "lr".repeat((heads.size() - 3) / 2), heads);
    agreement
        .propositions()
        .forEach(
            (proposition, told) -> {
              List<String> row =
                  new ArrayList<>(
                      List.of(
                          WebPage.escaped(words.proposition(proposition)),
                          words.number(told.claims()),
                          words.number(told.weakest())));
              for (Bootstrap.Estimate estimate : told.measures().values()) {
                row.add(auc(estimate));
                row.add(words.interval(estimate));
              }
              table.row(row);
            });
    return table.toString();
  }

  /** An area, drawn and in figures; nothing where it is not known. */
  private String auc(Bootstrap.Estimate estimate) {
    return estimate.value().isPresent()
        ? words.share(estimate.value().getAsDouble()) + " " + Plots.whisker(estimate, 0, 1, CHANCE)
        : "";
  }

  /** What the Brier scores are made of. */
  String forecasts(Agreement agreement) {
    List<String> heads = new ArrayList<>(List.of(words.text("probability")));
    agreement.stated().brier().parts().keySet().forEach(p -> heads.add(words.text("brier." + p)));
    HtmlTable table = new HtmlTable(words.text("forecasts"), "lrrrrr", heads);
    table.row(brier("forecasts.stated", agreement.stated()));
    agreement
        .calibrated()
        .ifPresent(calibrated -> table.row(brier("forecasts.calibrated", calibrated)));
    return table.toString();
  }

  private List<String> brier(String name, Agreement.Forecasting forecasting) {
    List<String> row = new ArrayList<>(List.of(WebPage.escaped(words.text(name))));
    forecasting.brier().parts().values().forEach(part -> row.add(words.share(part)));
    return row;
  }

  /** What was forecast beside what people found. */
  String reliability(Agreement agreement) {
    StringBuilder html = new StringBuilder("<p>");
    html.append(Plots.reliability(agreement.stated().reliability()));
    agreement.calibrated().ifPresent(c -> html.append(Plots.reliability(c.reliability())));
    html.append("</p>\n").append(bins("forecasts.stated", agreement.stated().reliability()));
    agreement
        .calibrated()
        .ifPresent(c -> html.append(bins("forecasts.calibrated", c.reliability())));
    return html.toString();
  }

  private HtmlTable bins(String name, ReliabilityDiagram diagram) {
    HtmlTable table =
        new HtmlTable(
            words.text(name),
            "lrrrr",
            List.of(
                words.text("probability"),
                words.text("claims"),
                words.text("forecast"),
                words.text("observed"),
                words.text("interval.head")));
    for (ReliabilityDiagram.Bin bin : diagram.bins()) {
      if (bin.forecasts() > 0) {
        Interval interval = bin.interval().orElseThrow();
        table.row(
            List.of(
                "%.0f–%.0f".formatted(100 * bin.from(), 100 * bin.to()),
                words.number(bin.forecasts()),
                words.share(bin.meanForecast().getAsDouble()),
                words.share(bin.observed().getAsDouble()),
                words.interval(interval)));
      }
    }
    return table;
  }

  private String caption(String of, Agreement agreement) {
    return words.text("of", of, words.number(agreement.claims()));
  }
}
