package org.bilan.rest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.bilan.assess.RulesetInForce;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.InvalidDossier;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * Shows the assessment of the example dossier in the description of the API. It is judged by the
 * ruleset in force, so the example never tells what the service would not.
 */
@ApplicationScoped
@OpenApiFilter(OpenApiFilter.RunStage.RUNTIME_PER_REQUEST)
public class AssessmentExample implements OASFilter {

  private final RulesetInForce inForce;

  AssessmentExample(RulesetInForce inForce) {
    this.inForce = inForce;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    JsonMapper json = new JsonMapper();
    try {
      byte[] dossier = json.writeValueAsBytes(ApiDescription.example());
      Dossier example = DossierReader.read(dossier);
      byte[] assessment =
          inForce.with(rules -> AssessmentJson.write(rules.judge(example, Language.EN)));
      api.getComponents()
          .addExample(
              "assessment",
              OASFactory.createExample()
                  .summary("The example dossier's assessment by the rules in force")
                  .value(json.readValue(assessment, Map.class)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InvalidDossier e) {
      throw new IllegalStateException("The example is no dossier", e);
    }
  }
}
