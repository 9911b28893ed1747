package org.bilan.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.bilan.people.Role;
import org.bilan.pictures.InvalidKnown;
import org.bilan.pictures.KnownImport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists of known pictures. */
@Path("/media/known")
@RolesAllowed(Role.Named.OPERATOR)
@Tag(name = "Pictures")
public class KnownPicturesResource {

  private final KnownImport imports;
  private final Caller caller;

  KnownPicturesResource(KnownImport imports, Caller caller) {
    this.imports = imports;
    this.caller = caller;
  }

  @POST
  @Consumes("text/csv")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "importKnownPictures",
      summary = "Remember pictures of a list, with when and where they were seen",
      description =
          "A table with the columns hash (Bilan's fingerprint, 64 hexadecimal digits), date (a date, or a date-time with offset), and perhaps place, url and note. If a row is bad nothing is kept, and the answer (422) says why for each. What was imported before is not kept again. Longer lists than a body may have: the command known.")
  @Parameter(name = "Accept-Language", in = ParameterIn.HEADER, ref = "language")
  @RequestBody(
      required = true,
      content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "200", description = "How many rows it has, and how many are new")
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "413", ref = "Problem")
  @APIResponse(responseCode = "415", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  public KnownImport.Imported remember(
      InputStream body, @Context UriInfo uri, @Context HttpHeaders headers) {
    new Query(uri).check();
    byte[] table = BodyLimit.read(body, null);
    try {
      return imports.run(() -> new ByteArrayInputStream(table), caller.actor(), rows -> {});
    } catch (InvalidKnown e) {
      List<ProblemDetail.Fault> faults =
          e.problems().stream()
              .map(
                  problem ->
                      new ProblemDetail.Fault(
                          problem.code(),
                          "",
                          null,
                          null,
                          null,
                          problem.sentence(Languages.asked(headers))))
              .toList();
      throw Refusal.badFields(faults);
    } catch (IOException e) {
      throw new IllegalStateException("Bytes at hand cannot be read", e);
    }
  }
}
