package org.bilan.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bilan.archive.StoredPicture;
import org.bilan.archive.Viewer;
import org.bilan.archive.Withheld;
import org.bilan.assessment.Language;
import org.bilan.people.Role;
import org.bilan.pictures.PictureJson;
import org.bilan.pictures.Pictures;
import org.bilan.pictures.RefusedFiles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The files of pictures, what was established about them, and where the same was seen. */
@Path("/media")
@RolesAllowed(Role.Named.READER)
@Tag(name = "Pictures", description = "Files of pictures, examined and remembered.")
public class MediaResource {

  private static final String ORIGINAL = "default-src 'none'; sandbox; frame-ancestors 'none'";

  private final Pictures pictures;
  private final Caller caller;

  MediaResource(Pictures pictures, Caller caller) {
    this.pictures = pictures;
    this.caller = caller;
  }

  @POST
  @RolesAllowed({Role.Named.REPORTER, Role.Named.EDITOR})
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "sendFiles",
      summary = "Send the files of pictures, to be examined and kept",
      description =
          "JPEG, PNG, WebP, GIF, TIFF, HEIC or AVIF (of these two what they say of themselves alone), told by their content. What was established of each, and where the same picture was seen before: near-identical is told as the same, alike is to be looked at. All are kept, or, if one is refused, none: then the answer (422) says why for each. A file that is kept already stays as it is, open or confidential; who sends it knows of it from now on. Few are received at a time (503 and Retry-After).")
  @Parameter(name = "Accept-Language", in = ParameterIn.HEADER, ref = "language")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA,
              schema = @Schema(implementation = MediaForm.Fields.class)))
  @APIResponse(
      responseCode = "201",
      description = "Kept, each in its order under files",
      content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "413", ref = "Problem")
  @APIResponse(responseCode = "415", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Response receive(
      @Context RoutingContext context, @Context UriInfo uri, @Context HttpHeaders headers)
      throws IOException {
    new Query(uri).check();
    MediaForm form = MediaForm.of(context);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode files = answer.putArray("files");
    for (Pictures.Received received : received(context, form, Languages.asked(headers))) {
      StoredPicture picture = found(received.sha256());
      Pictures.About about = pictures.about(picture, viewer());
      ObjectNode file = PictureJson.of(picture, about.facts());
      file.put("created", received.created());
      file.set("seen", PictureJson.of(about.alike()));
      files.add(file);
    }
    return Response.status(Response.Status.CREATED)
        .entity(PictureJson.write(answer))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .build();
  }

  private List<Pictures.Received> received(
      RoutingContext context, MediaForm form, Language language) throws IOException {
    try {
      return pictures.receive(form.files(), form.confidential(), caller.actor());
    } catch (RefusedFiles e) {
      List<ProblemDetail.Fault> faults = new ArrayList<>();
      e.refused()
          .forEach(
              (place, file) ->
                  faults.add(
                      new ProblemDetail.Fault(
                          file.code(),
                          "/file/" + place,
                          null,
                          null,
                          null,
                          file.sentence(language))));
      throw Refusal.refusedFiles(faults);
    } catch (IOException e) {
      if (context.response().closed()) {
        // Its files went with whoever sent them; nobody reads this.
        throw Refusal.badRequest("The connection was closed before the files were examined.");
      }
      throw e;
    }
  }

  private StoredPicture found(String sha256) {
    return pictures.find(Paths.file(sha256), viewer()).orElseThrow(Paths::noFile);
  }

  private Viewer viewer() {
    return new Viewer(caller.name(), caller.seesConfidential());
  }

  @GET
  @Path("/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getFile",
      summary = "What was established about a file, by its SHA-256",
      description =
          "What stands in a file can be forged, and what it lacks is neutral: platforms strip it. A confidential file is there for who sent it, and for who sees confidential sources.")
  @APIResponse(
      responseCode = "200",
      description = "What is known of it",
      content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(responseCode = "404", ref = "Problem")
  public Response get(@PathParam("id") String sha256, @Context UriInfo uri) {
    new Query(uri).check();
    StoredPicture picture = found(sha256);
    return json(PictureJson.of(picture, pictures.about(picture, viewer()).facts()));
  }

  private static Response json(ObjectNode answer) {
    return Response.ok(PictureJson.write(answer), MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.VARY, "Authorization, Cookie")
        .build();
  }

  @GET
  @Path("/{id}/alike")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getAlike",
      summary = "Where pictures were seen that look like that of a file",
      description =
          "The nearest first, at most 200. near-identical is told as the same picture; alike only looks so, and a person has to look at both. bits: in how many of 256 their fingerprints differ. ground: received by Bilan, posted as a kept dossier tells, or known from a list that somebody imported.")
  @APIResponse(
      responseCode = "200",
      description = "The appearances",
      content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(responseCode = "404", ref = "Problem")
  public Response alike(@PathParam("id") String sha256, @Context UriInfo uri) {
    new Query(uri).check();
    StoredPicture picture = found(sha256);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("sha256", picture.sha256());
    answer.set("alike", PictureJson.of(pictures.about(picture, viewer()).alike()));
    return json(answer);
  }

  @GET
  @Path("/{id}/thumbnail")
  @Produces("image/jpeg")
  @Operation(operationId = "getThumbnail", summary = "A small picture of a file, without metadata")
  @APIResponse(
      responseCode = "200",
      description = "JPEG, at most 320 pixels a side",
      content =
          @Content(
              mediaType = "image/jpeg",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "404", ref = "Problem")
  public Response thumbnail(@PathParam("id") String sha256, @Context UriInfo uri) {
    new Query(uri).check();
    byte[] jpeg = pictures.thumbnail(Paths.file(sha256), viewer()).orElseThrow(Paths::noFile);
    return Response.ok(jpeg, "image/jpeg")
        // Under its name it is for ever the same; no proxy keeps it.
        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=86400, immutable")
        .header(HttpHeaders.VARY, "Authorization, Cookie")
        .build();
  }

  @GET
  @Path("/{id}/original")
  @RolesAllowed({Role.Named.REPORTER, Role.Named.EDITOR, Role.Named.APPROVER})
  @Operation(
      operationId = "getOriginal",
      summary = "A file as it was sent",
      description =
          "It is found to be what was kept while it is sent: an answer that breaks off is damaged.")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(
              mediaType = "application/octet-stream",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "404", ref = "Problem")
  public Response original(
      @PathParam("id") String sha256, @Context UriInfo uri, @Context RoutingContext context) {
    new Query(uri).check();
    StoredPicture picture = found(sha256);
    String ending = picture.mediaType().substring("image/".length());
    return Response.ok(
            new Streamed(context.request(), out -> pictures.original(picture, out)),
            picture.mediaType())
        .header(HttpHeaders.CONTENT_LENGTH, picture.bytes())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s.%s\"".formatted(picture.sha256(), ending))
        .header(ResponseHeaders.POLICY, ORIGINAL)
        .build();
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Role.Named.EDITOR)
  @Operation(
      operationId = "deleteFile",
      summary = "Forget a file",
      description =
          "Removes the original, the thumbnail, what was established, and its appearances in the memory. A confidential one only who sees confidential sources deletes.")
  @APIResponse(responseCode = "204", description = "Forgotten")
  @APIResponse(responseCode = "404", ref = "Problem")
  public Response delete(@PathParam("id") String sha256, @Context UriInfo uri) {
    new Query(uri).check();
    try {
      if (!pictures.delete(Paths.file(sha256), viewer(), caller.actor())) {
        throw Paths.noFile();
      }
    } catch (Withheld e) {
      throw Refusal.forbidden(
          "The file is confidential: others may have sent it too. Only who sees confidential sources deletes"
              + " it: ask for the role confidant, or somebody who has it.");
    }
    return Response.noContent().build();
  }
}
