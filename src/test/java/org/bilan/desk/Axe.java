package org.bilan.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What axe-core finds wrong with a page, by the rules of WCAG 2.2 up to AA and by good practice.
 */
final class Axe {

  private static final Path SCRIPT = Path.of("src/main/desk/node_modules/axe-core/axe.min.js");

  private static final String RUN =
      """
      async () => JSON.stringify((await axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        resultTypes: ['violations'],
      })).violations)
      """;

  private Axe() {}

  /** A line for each fault that axe calls serious or critical. */
  static List<String> serious(Page page) throws IOException {
    // An evaluation of the test's own: the page's policy would let no such script in.
    page.evaluate(Files.readString(SCRIPT));
    JsonNode violations = new JsonMapper().readTree((String) page.evaluate(RUN));
    List<String> found = new ArrayList<>();
    for (JsonNode violation : violations) {
      String impact = violation.path("impact").asText();
      if (impact.equals("serious") || impact.equals("critical")) {
        for (JsonNode node : violation.path("nodes")) {
          found.add(
              "%s (%s): %s %s"
                  .formatted(
                      violation.path("id").asText(),
                      impact,
                      node.path("html").asText(),
                      node.path("failureSummary").asText()));
        }
      }
    }
    return found;
  }
}
