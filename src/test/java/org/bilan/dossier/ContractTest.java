package org.bilan.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The reader against the contract, {@code dossier.schema.json}, as another program understands it.
 */
class ContractTest {

  private static final int DOCUMENTS = 10_000;

  /** Where the reader knows more than a schema can say, or keeps the worst case small. */
  private static final Set<String> STRICTER =
      Set.of(
          "id.duplicate",
          "id.dangling",
          "count.min-over-max",
          "count.words-against-numbers",
          "date.from-after-to",
          "cites.cycle",
          "supersedes.cycle",
          "stance.conflict",
          "party.own-adversary",
          "record.not-before-incident",
          "copies.itself",
          "copies.twice",
          "time.invalid",
          "value.character",
          "value.too-long",
          "list.too-long",
          "dossier.too-large",
          "json.limit");

  private static final JsonSchema SCHEMA = schema();

  @Test
  void refusesWhatTheContractRefusesAndNotMuchElse() throws IOException {
    DossierMutator mutator = new DossierMutator(20240317);
    int good = 0;
    int bad = 0;
    for (int i = 0; i < DOCUMENTS; i++) {
      byte[] json = Documents.bytes(mutator.next());
      // Numbers as the reader takes them, as doubles.
      JsonNode document = new JsonMapper().readTree(json);
      Set<ValidationMessage> faults = SCHEMA.validate(document);
      List<Problem> problems = Documents.problems(json);
      if (faults.isEmpty()) {
        assertThat(problems).as("stricter on %s", document).allMatch(ContractTest::stricter);
      } else {
        assertThat(problems).as("%s in %s", faults, document).isNotEmpty();
        for (ValidationMessage fault : faults) {
          String at = fault.getInstanceLocation().toString();
          assertThat(problems)
              .as("%s in %s", fault, document)
              .anyMatch(p -> stopsThere(p) || near(p.pointer(), at));
        }
        bad++;
      }
      good += problems.isEmpty() ? 1 : 0;
    }
    // Else the test would test nothing.
    assertThat(good).isGreaterThan(DOCUMENTS / 10);
    assertThat(bad).isGreaterThan(DOCUMENTS / 4);
  }

  @Test
  void everySeedKeepsToTheContract() {
    assertThat(Documents.seeds()).allSatisfy(seed -> assertThat(SCHEMA.validate(seed)).isEmpty());
    assertThat(SCHEMA.validate(Documents.small())).isEmpty();
  }

  private static boolean stricter(Problem problem) {
    return STRICTER.contains(problem.code())
        // No address; more named victims than a claim may speak of.
        || problem.code().equals("value.pattern")
            && problem.pointer().matches(".*/(url|archiveUrl)")
        || problem.code().equals("value.range") && problem.pointer().endsWith("/namedVictims");
  }

  /** After which the reader does not look further. */
  private static boolean stopsThere(Problem problem) {
    return problem.code().startsWith("json.") || problem.code().equals("problems.more");
  }

  /** Whether one place holds the other. */
  private static boolean near(String one, String other) {
    return (one + "/").startsWith(other + "/") || (other + "/").startsWith(one + "/");
  }

  private static JsonSchema schema() {
    try (InputStream in = ContractTest.class.getResourceAsStream("dossier.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(in, SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
