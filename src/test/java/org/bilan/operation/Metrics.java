package org.bilan.operation;

import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What /q/metrics prints, read as Prometheus reads it. */
record Metrics(List<Series> all) {

  private static final Pattern LINE =
      Pattern.compile("(?<name>[a-zA-Z_:][\\w:]*)(?:\\{(?<labels>.*)})? (?<value>\\S+)");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** One line. */
  record Series(String name, Map<String, String> labels, double value) {}

  static Metrics scraped() {
    String text =
        given().accept("text/plain").get("/q/metrics").then().statusCode(200).extract().asString();
    List<Series> all = new ArrayList<>();
    for (String line : text.split("\n")) {
      if (!line.startsWith("#")) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
          throw new AssertionError("No metric: " + line);
        }
        Map<String, String> labels = new TreeMap<>();
        Matcher label = LABEL.matcher(String.valueOf(matcher.group("labels")));
        while (label.find()) {
          labels.put(label.group(1), label.group(2));
        }
        all.add(new Series(matcher.group("name"), labels, number(matcher.group("value"))));
      }
    }
    return new Metrics(all);
  }

  private static double number(String value) {
    return value.endsWith("Inf")
        ? value.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY
        : Double.parseDouble(value);
  }

  Set<String> names() {
    return all.stream().map(Series::name).collect(Collectors.toSet());
  }

  /** The series of a name that have all these labels: name, value, name, value … */
  List<Series> of(String name, String... labels) {
    return all.stream()
        .filter(series -> series.name().equals(name))
        .filter(
            series -> {
              for (int i = 0; i < labels.length; i += 2) {
                if (!labels[i + 1].equals(series.labels().get(labels[i]))) {
                  return false;
                }
              }
              return true;
            })
        .toList();
  }

  /** All values that a label has in the series of a name. */
  Set<String> values(String name, String label) {
    return of(name).stream()
        .map(series -> series.labels().getOrDefault(label, ""))
        .collect(Collectors.toSet());
  }

  double sum(String name, String... labels) {
    return of(name, labels).stream().mapToDouble(Series::value).sum();
  }
}
