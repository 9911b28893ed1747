package org.bilan.operation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bilan.rest.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The dashboard and the alerts ask for what the running service prints. */
@QuarkusTest
class DashboardTest {

  private static final Path DASHBOARD = Path.of("src/main/operations/grafana-dashboard.json");
  private static final Path ALERTS = Path.of("src/main/operations/alerts.yaml");

  private static final Pattern SELECTOR = Pattern.compile("\\{([^}]*)}");
  private static final Pattern SELECTED = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"");
  private static final Pattern GROUPED = Pattern.compile("\\bby\\s*\\(([^)]*)\\)");

  /** Not the name of a function, which an opening bracket follows. */
  private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][\\w:]*+(?!\\s*\\()");

  private static final Set<String> KEYWORDS = Set.of("offset", "unless", "and", "or");

  /** Which Prometheus adds when it scrapes. */
  private static final Set<String> ADDED = Set.of("instance", "job");

  @BeforeEach
  void somethingHasHappened() {
    given()
        .contentType("application/json")
        .body(Sample.of("dashboard").bytes())
        .post("/assessments")
        .then()
        .statusCode(200);
    System.gc(); // Pauses are told only after the first.
  }

  @Test
  void everyMetricAndLabelAskedForIsPrinted() throws IOException {
    Metrics metrics = Metrics.scraped();
    List<String> expressions = Stream.concat(dashboard().stream(), alerts().stream()).toList();
    assertThat(expressions).hasSizeGreaterThan(20);
    for (String expression : expressions) {
      Set<String> names = names(expression);
      assertThat(names).as(expression).isNotEmpty();
      assertThat(metrics.names()).as(expression).containsAll(names);
      Set<String> labels =
          names.stream()
              .flatMap(name -> metrics.of(name).stream())
              .flatMap(series -> series.labels().keySet().stream())
              .collect(Collectors.toSet());
      labels.addAll(ADDED);
      assertThat(labels).as(expression).containsAll(labels(expression));
    }
  }

  @Test
  void allThatBilanMeasuresItselfIsShown() throws IOException {
    Set<String> shown =
        dashboard().stream().flatMap(e -> names(e).stream()).collect(Collectors.toSet());
    Set<String> own =
        Metrics.scraped().names().stream()
            .filter(name -> name.startsWith("bilan_"))
            .map(name -> name.replaceFirst("_(bucket|count|sum|max)$", ""))
            .collect(Collectors.toSet());
    own.remove(
        "bilan_workers_threads"); // Says how many have been needed lately; busy says it better.
    assertThat(own).hasSizeGreaterThan(4);
    assertThat(own).allMatch(name -> shown.stream().anyMatch(s -> s.startsWith(name)), "shown");
  }

  @Test
  void namesAreFoundInExpressions() {
    String expression =
        "sum by (le, uri) (rate(a_total{x=~\"b|c\", y!=\"d\"}[$__rate_interval])) / scalar(e) > 0.85 unless f offset 15m";
    assertThat(names(expression)).containsExactly("a_total", "e", "f");
    assertThat(labels(expression)).containsExactlyInAnyOrder("x", "y", "le", "uri");
  }

  private static List<String> dashboard() throws IOException {
    List<String> expressions = new ArrayList<>();
    for (JsonNode panel : new JsonMapper().readTree(DASHBOARD.toFile()).get("panels")) {
      panel.path("targets").forEach(target -> expressions.add(target.get("expr").textValue()));
    }
    return expressions;
  }

  private static List<String> alerts() throws IOException {
    Object file = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(ALERTS));
    List<String> expressions = new ArrayList<>();
    for (Object group : (List<?>) ((Map<?, ?>) file).get("groups")) {
      for (Object rule : (List<?>) ((Map<?, ?>) group).get("rules")) {
        expressions.add((String) ((Map<?, ?>) rule).get("expr"));
      }
    }
    return expressions;
  }

  private static Set<String> names(String expression) {
    String bare =
        expression
            .replaceAll("\\{[^}]*}", "")
            .replaceAll("\\[[^]]*]", "")
            .replaceAll("\\bby\\s*\\([^)]*\\)", "")
            .replaceAll("\\b[0-9][0-9.]*[a-z]*", "");
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = NAME.matcher(bare);
    while (matcher.find()) {
      if (!KEYWORDS.contains(matcher.group())) {
        names.add(matcher.group());
      }
    }
    return names;
  }

  private static Set<String> labels(String expression) {
    Set<String> labels = new LinkedHashSet<>();
    Matcher selector = SELECTOR.matcher(expression);
    while (selector.find()) {
      Matcher label = SELECTED.matcher(selector.group(1));
      while (label.find()) {
        labels.add(label.group(1));
      }
    }
    Matcher grouped = GROUPED.matcher(expression);
    while (grouped.find()) {
      labels.addAll(List.of(grouped.group(1).strip().split("\\s*,\\s*")));
    }
    return labels;
  }
}
