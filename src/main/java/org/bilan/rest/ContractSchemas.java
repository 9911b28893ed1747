package org.bilan.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The contract of dossiers as schemas of OpenAPI, so that it is written down only once. */
final class ContractSchemas {

  private static final String NAME = "Dossier";

  private ContractSchemas() {}

  /** The schema named {@code Dossier}, and one for each of its definitions. */
  static Map<String, Schema> read() {
    try {
      JsonNode contract = new JsonMapper().readTree(ContractResource.read());
      Map<String, Schema> schemas = new LinkedHashMap<>();
      schemas.put(NAME, schema(contract));
      contract
          .get("$defs")
          .fields()
          .forEachRemaining(
              definition ->
                  schemas.put(component(definition.getKey()), schema(definition.getValue())));
      return schemas;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Schema schema(JsonNode json) {
    Schema schema = OASFactory.createSchema();
    json.fields().forEachRemaining(keyword -> apply(schema, keyword.getKey(), keyword.getValue()));
    return schema;
  }

  private static void apply(Schema schema, String keyword, JsonNode value) {
    switch (keyword) {
      case "$schema", "$defs" -> {}
      case "$ref" ->
          schema.setRef(
              "#/components/schemas/" + component(value.textValue().replace("#/$defs/", "")));
      case "title" -> schema.setTitle(value.textValue());
      case "description" -> schema.setDescription(value.textValue());
      case "type" -> schema.addType(SchemaType.valueOf(value.textValue().toUpperCase(Locale.ROOT)));
      case "format" -> schema.setFormat(value.textValue());
      case "pattern" -> schema.setPattern(value.textValue());
      case "enum" -> schema.setEnumeration(new ArrayList<Object>(texts(value)));
      case "required" -> schema.setRequired(texts(value));
      case "minimum" -> schema.setMinimum(new BigDecimal(value.asText()));
      case "maximum" -> schema.setMaximum(new BigDecimal(value.asText()));
      case "minItems" -> schema.setMinItems(value.intValue());
      case "maxItems" -> schema.setMaxItems(value.intValue());
      case "maxLength" -> schema.setMaxLength(value.intValue());
      case "additionalProperties" -> schema.setAdditionalPropertiesBoolean(value.booleanValue());
      case "items" -> schema.setItems(schema(value));
      case "properties" ->
          value
              .fields()
              .forEachRemaining(
                  property -> schema.addProperty(property.getKey(), schema(property.getValue())));
      default -> throw new IllegalStateException("The contract uses a new keyword: " + keyword);
    }
  }

  private static String component(String definition) {
    return NAME + definition.substring(0, 1).toUpperCase(Locale.ROOT) + definition.substring(1);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.textValue()));
    return texts;
  }
}
