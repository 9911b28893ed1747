package org.bilan.movement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The description of the API knows what is told, field by field. */
class MovedSchemaTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void eachFieldIsDescribedAndEachThatIsRequiredIsThere() throws IOException {
    JsonNode schemas = schemas();
    check("Moved", schemas.get("Moved"), told(), schemas);
  }

  private static JsonNode schemas() throws IOException {
    String description = Files.readString(Path.of("src/main/resources/META-INF/openapi.yaml"));
    Object yaml = new Load(LoadSettings.builder().build()).loadFromString(description);
    return JSON.valueToTree(((Map<?, ?>) yaml).get("components")).get("schemas");
  }

  private static JsonNode told() throws IOException {
    return JSON.readTree(MovedJson.write(Example.RUN, Example.moved()));
  }

  private static void check(String where, JsonNode schema, JsonNode value, JsonNode schemas) {
    if (schema.has("$ref")) {
      String name = schema.get("$ref").asText().replace("#/components/schemas/", "");
      // The others are made from the code.
      if (schemas.has(name)) {
        check(name, schemas.get(name), value, schemas);
      }
      return;
    }
    if (value.isArray()) {
      value.forEach(entry -> check(where + "[]", schema.get("items"), entry, schemas));
    } else if (value.isObject() && schema.has("properties")) {
      Set<String> fields = new TreeSet<>();
      value.fieldNames().forEachRemaining(fields::add);
      for (String field : fields) {
        assertThat(schema.get("properties").has(field)).as(where + "." + field).isTrue();
        JsonNode inner = schema.at("/properties/" + field);
        check(where + "." + field, inner, value.get(field), schemas);
      }
      schema.get("required").forEach(name -> assertThat(fields).as(where).contains(name.asText()));
    } else if (schema.path("type").asText().equals("integer")) {
      assertThat(value.isIntegralNumber()).as(where).isTrue();
    } else if (schema.path("type").asText().equals("string")) {
      assertThat(value.isTextual()).as(where).isTrue();
    }
  }
}
