package org.bilan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the desk is made of, as its lock file names it. */
class DependenciesTest {

  /** What ships in the jar. All ask for their text to be shipped too: assets/licences.md. */
  private static final Set<String> SHIPPED = Set.of("MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause");

  /** What only builds or tests it may be under these too. */
  private static final Set<String> BUILDING =
      Set.of("Apache-2.0", "MPL-2.0", "0BSD", "(MIT OR CC0-1.0)");

  private static final Path FOLDER = Path.of("src/main/desk");
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void eachMayBeUsedAsItIs() throws IOException {
    for (Map.Entry<String, JsonNode> dependency : lock().properties()) {
      String licence = dependency.getValue().path("license").asText();
      boolean only = dependency.getValue().path("dev").asBoolean();
      assertThat(SHIPPED.contains(licence) || only && BUILDING.contains(licence))
          .as("%s is under %s", dependency.getKey(), licence)
          .isTrue();
    }
  }

  @Test
  void eachIsKnownByItsContentAndNotByWhereItIsFetchedFrom() throws IOException {
    for (Map.Entry<String, JsonNode> dependency : lock().properties()) {
      assertThat(dependency.getValue().path("integrity").asText())
          .as(dependency.getKey())
          .startsWith("sha512-");
      assertThat(dependency.getValue().has("resolved")).as(dependency.getKey()).isFalse();
    }
  }

  @Test
  void eachThatIsAskedForIsAskedForInOneVersion() throws IOException {
    JsonNode asked = JSON.readTree(FOLDER.resolve("package.json").toFile());
    for (String kind : new String[] {"dependencies", "devDependencies"}) {
      assertThat(asked.path(kind).properties())
          .isNotEmpty()
          .allSatisfy(each -> assertThat(each.getValue().asText()).matches("\\d+\\.\\d+\\.\\d+"));
    }
  }

  private static JsonNode lock() throws IOException {
    ObjectNode packages =
        (ObjectNode) JSON.readTree(FOLDER.resolve("package-lock.json").toFile()).get("packages");
    packages.remove("");
    assertThat(packages.size()).isGreaterThan(5);
    return packages;
  }
}
