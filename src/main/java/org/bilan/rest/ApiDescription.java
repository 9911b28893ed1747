package org.bilan.rest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Completes the description of the API by what annotations cannot say. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

  @Override
  public Schema filterSchema(Schema schema) {
    if (schema.getEnumeration() != null) {
      schema.setEnumeration(schema.getEnumeration().stream().map(ApiDescription::word).toList());
    }
    return schema;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Components components = api.getComponents();
    ContractSchemas.read().forEach(components::addSchema);
    components.addResponse(
        "Problem",
        OASFactory.createAPIResponse()
            .description("Why the request failed, all at once")
            .content(
                OASFactory.createContent()
                    .addMediaType(
                        ProblemDetail.MEDIA_TYPE,
                        OASFactory.createMediaType()
                            .schema(
                                OASFactory.createSchema().ref("#/components/schemas/Problem")))));
    addParameter(components, "page", "From 0", whole(0, null).defaultValue(0));
    addParameter(components, "size", "Entries on a page", whole(1, 500).defaultValue(50));
    addParameter(components, "minScore", "Claims of at least this score", whole(0, 100));
    addParameter(components, "maxScore", "Claims of at most this score", whole(0, 100));
    addParameter(
        components,
        "grade",
        "Claims of this grade; may be given several times",
        OASFactory.createSchema()
            .addType(SchemaType.ARRAY)
            .items(OASFactory.createSchema().ref("#/components/schemas/Grade")));
    components.addExample(
        "dossier",
        OASFactory.createExample()
            .summary("Two voices on one incident")
            .value(example("example.dossier.json")));
    components.addExample(
        "assessment",
        OASFactory.createExample()
            .summary("What such a dossier's assessment looks like")
            .value(example("example.assessment.json")));
  }

  private static void addParameter(
      Components components, String name, String description, Schema schema) {
    components.addParameter(
        name,
        OASFactory.createParameter()
            .name(name)
            .in(Parameter.In.QUERY)
            .description(description)
            .schema(schema));
  }

  private static Schema whole(int least, Integer most) {
    return OASFactory.createSchema()
        .addType(SchemaType.INTEGER)
        .minimum(BigDecimal.valueOf(least))
        .maximum(most == null ? null : BigDecimal.valueOf(most));
  }

  /** Constants of Java as the API spells them; the grades A to F are spelt in capitals. */
  private static Object word(Object constant) {
    String name = constant.toString();
    return name.length() == 1 ? name : name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Map<?, ?> example(String file) {
    try (InputStream json = ApiDescription.class.getResourceAsStream(file)) {
      return new JsonMapper().readValue(json, Map.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
