package org.bilan.rest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bilan.archive.Look;
import org.bilan.assessment.ClaimChange;
import org.bilan.assessment.FindingChanges;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Language;
import org.bilan.assessment.Timeline;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Reliability;
import org.bilan.dossier.Victims;
import org.bilan.dossier.Word;
import org.bilan.people.Person;
import org.bilan.ruleset.RuleCard;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/** Completes the description of the API by what annotations cannot say. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

  /** What a constant is called in Java. */
  private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]+");

  /** The fixed words that answers use, by the names of their schemas. */
  private static final Map<String, Word[]> WORDS =
      Map.ofEntries(
          Map.entry("Grade", Grade.values()),
          Map.entry("Language", Language.values()),
          Map.entry("Harm", Harm.values()),
          Map.entry("Proposition", Proposition.values()),
          Map.entry("Reliability", Reliability.values()),
          Map.entry("Victims", Victims.values()),
          Map.entry("RuleStatus", RuleCard.Status.values()),
          Map.entry("Present", ClaimChange.Present.values()),
          Map.entry("Difference", FindingChanges.Difference.values()),
          Map.entry("Look", Look.values()),
          Map.entry("NextStep", RulesetSteps.Step.values()),
          Map.entry("Step", Timeline.Step.values()));

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Components components = api.getComponents();
    ContractSchemas.read().forEach(components::addSchema);
    WORDS.forEach(
        (name, words) ->
            components.addSchema(
                name,
                OASFactory.createSchema().addType(SchemaType.STRING).enumeration(spelled(words))));
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
    components.addSchema(
        "LoginName",
        OASFactory.createSchema().addType(SchemaType.STRING).pattern(Person.NAME.pattern()));
    api.getPaths()
        .getPathItems()
        .values()
        .forEach(path -> path.getOperations().values().forEach(ApiDescription::tellRole));
    addParameter(components, "page", "From 0", whole(0, null).defaultValue(0));
    addParameter(components, "size", "Entries on a page", whole(1, 500).defaultValue(50));
    addParameter(
        components,
        "minScore",
        "Claims of at least this score, which is the machine's",
        whole(0, 100));
    addParameter(
        components,
        "maxScore",
        "Claims of at most this score, which is the machine's",
        whole(0, 100));
    addParameter(
        components,
        "grade",
        "Claims for which this grade stands: the override's where a person gave one, else the machine's; may be given several times",
        OASFactory.createSchema()
            .addType(SchemaType.ARRAY)
            .items(OASFactory.createSchema().ref("#/components/schemas/Grade")));
    addParameter(
        components,
        "lang",
        "The language of what a link opens; above Accept-Language, which with a link is the browser's",
        OASFactory.createSchema()
            .addType(SchemaType.STRING)
            .enumeration(spelled(Language.values())));
    components.addParameter(
        "language",
        OASFactory.createParameter()
            .name("Accept-Language")
            .in(Parameter.In.HEADER)
            .description("The language of reasons and wordings: en or fr")
            .example("fr")
            .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
    components.addExample(
        "dossier",
        OASFactory.createExample().summary("Two voices on one incident").value(example()));
  }

  /**
   * Enums are written by their words wherever they stand: those are kebab case, see {@link Word}.
   */
  @Override
  public Schema filterSchema(Schema schema) {
    List<Object> names = schema.getEnumeration();
    if (names != null && names.stream().allMatch(name -> NAME.matcher(name.toString()).matches())) {
      schema.setEnumeration(
          names.stream()
              .<Object>map(name -> name.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
              .toList());
    }
    return schema;
  }

  private static List<Object> spelled(Word[] words) {
    return Arrays.stream(words).<Object>map(Word::word).toList();
  }

  /** However one enters, it is the role that counts: it stands in the text, and not as a scope. */
  private static void tellRole(Operation operation) {
    List<SecurityRequirement> security = operation.getSecurity();
    if (security == null) {
      operation.setSecurity(List.of()); // open to all
      return;
    }
    security.stream()
        .flatMap(requirement -> requirement.getSchemes().values().stream())
        .flatMap(List::stream)
        .findFirst()
        .ifPresent(
            role ->
                operation.setDescription(
                    Stream.of(operation.getDescription(), "Role: " + role + ".")
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "))));
    operation.setSecurity(null); // as for the whole API
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

  /** The example dossier. */
  static Map<?, ?> example() {
    try (InputStream json = ApiDescription.class.getResourceAsStream("example.dossier.json")) {
      return new JsonMapper().readValue(json, Map.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
