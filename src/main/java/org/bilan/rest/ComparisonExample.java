package org.bilan.rest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.bilan.assess.Comparing;
import org.bilan.assess.TwoMoments;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.InvalidDossier;
import org.bilan.dossier.Moment;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * Shows, in the description of the API, what changed in the example dossier from its first day to
 * its last, and its timeline, by the ruleset in force.
 */
@ApplicationScoped
@OpenApiFilter(OpenApiFilter.RunStage.RUNTIME_PER_REQUEST)
public class ComparisonExample implements OASFilter {

  private static final JsonMapper JSON = new JsonMapper();
  private static final OptionalLong NOT_KEPT = OptionalLong.empty();

  private final Comparing comparing;

  ComparisonExample(Comparing comparing) {
    this.comparing = comparing;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    try {
      Dossier dossier = DossierReader.read(JSON.writeValueAsBytes(ApiDescription.example()));
      Moment firstDay = dossier.incident().date().from();
      show(
          api,
          "comparison",
          "What changed in the example dossier since its first day",
          comparing
              .moments(
                  dossier,
                  NOT_KEPT,
                  new TwoMoments(firstDay.latest(), Optional.empty()),
                  Language.EN)
              .json());
      show(
          api,
          "timeline",
          "The example dossier as its reports came in",
          comparing.timeline(dossier, NOT_KEPT, Language.EN).json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InvalidDossier e) {
      throw new IllegalStateException("The example is no dossier", e);
    }
  }

  private static void show(OpenAPI api, String name, String summary, byte[] json)
      throws IOException {
    api.getComponents()
        .addExample(
            name,
            OASFactory.createExample().summary(summary).value(JSON.readValue(json, Map.class)));
  }
}
