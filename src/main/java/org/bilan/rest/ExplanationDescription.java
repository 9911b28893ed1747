package org.bilan.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.Map;
import org.bilan.assessment.Answer;
import org.bilan.dossier.Word;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Describes the field that {@code explain=full} adds to each claim of an assessment. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ExplanationDescription implements OASFilter {

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Map<String, Schema> schemas = api.getComponents().getSchemas();
    schemas
        .get("ClaimAssessment")
        .addProperty(
            "explanation",
            OASFactory.createSchema()
                .ref("#/components/schemas/Explanation")
                .description("Only with explain=full."));
    api.getComponents()
        .addSchema(
            "Outcome",
            OASFactory.createSchema()
                .addType(SchemaType.STRING)
                .enumeration(
                    Arrays.stream(Answer.Outcome.values()).<Object>map(Word::word).toList()));
    schemas
        .get("WhatIf")
        .addProperty(
            "adds",
            OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description(
                    "What is supposed, as a part of a dossier: what it holds is added to what was"
                        + " judged; of an entry whose id is there already, the fields given take"
                        + " the place of its own."));
  }
}
