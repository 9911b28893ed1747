package org.bilan.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bilan.archive.Condition;
import org.bilan.archive.DossierDraft;
import org.bilan.archive.DossierDrafts;
import org.bilan.assessment.Language;
import org.bilan.dossier.InvalidDossier;
import org.bilan.dossier.Unfinished;
import org.bilan.people.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Keeps what somebody types before it is a dossier. */
@Path("/drafts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Drafts",
    description = "What you type before it is a dossier. Nobody else sees it, nor does the ledger.")
@RolesAllowed(Role.Named.REPORTER)
public class DossierDraftsResource {

  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

  private final DossierDrafts drafts;
  private final Caller caller;

  DossierDraftsResource(DossierDrafts drafts, Caller caller) {
    this.drafts = drafts;
    this.caller = caller;
  }

  /**
   * A draft as lists show it.
   *
   * @param title of the incident, if it has one yet
   * @param incident its id, likewise
   * @param changedAt when it was saved last
   * @param size bytes
   */
  @Schema(name = "DossierDraft")
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record View(
      long id, Optional<String> title, Optional<String> incident, Instant changedAt, int size) {

    static View of(DossierDraft draft) {
      return new View(draft.id(), draft.title(), draft.incident(), draft.changedAt(), draft.size());
    }
  }

  @GET
  @Operation(
      operationId = "listDrafts",
      summary = "Your drafts, the one that was saved last first",
      description =
          "At most 100, of 50 MiB together. Those of others nobody sees, whatever their roles.")
  @APIResponse(responseCode = "200", description = "The drafts, without their documents")
  public List<View> all(@Context UriInfo uri) {
    new Query(uri).check();
    return drafts.of(caller.name()).stream().map(View::of).toList();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "addDraft",
      summary = "Keep a draft",
      description =
          "Any JSON object up to the length of a dossier. It need not be one, and is not judged: POST /assessments tells what it lacks.")
  @Parameter(name = "Accept-Language", in = ParameterIn.HEADER, ref = "language")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(ref = "UnfinishedDossier")))
  @APIResponse(
      responseCode = "201",
      description = "Kept",
      headers = {
        @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
        @Header(name = "Location", schema = @Schema(type = SchemaType.STRING))
      },
      content = @Content(schema = @Schema(implementation = View.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "413", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  public Response add(
      InputStream body,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_ENCODING) String encoding,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    new Query(uri).check();
    byte[] document = BodyLimit.read(body, encoding);
    DossierDraft draft =
        kept(
            drafts.add(caller.name(), read(document, Languages.asked(headers)), document),
            document);
    return told(
        Response.status(Response.Status.CREATED)
            .header(HttpHeaders.LOCATION, "/drafts/" + draft.id()),
        draft);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getDraft", summary = "A draft, exactly as it was sent")
  @APIResponse(
      responseCode = "200",
      description = "The draft",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(ref = "UnfinishedDossier")))
  @APIResponse(responseCode = "304", description = "If-None-Match holds its ETag")
  @APIResponse(responseCode = "404", ref = "Problem")
  public Response get(
      @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
    new Query(uri).check();
    DossierDrafts.Kept kept =
        drafts.get(number(id), caller.name()).orElseThrow(DossierDraftsResource::none);
    String tag = kept.draft().tag();
    Response.ResponseBuilder response =
        Conditions.notModified(headers, tag)
            ? Response.notModified()
            : Response.ok(kept.document(), MediaType.APPLICATION_JSON_TYPE);
    return response
        .header(HttpHeaders.ETAG, Conditions.quoted(tag))
        .header(HttpHeaders.VARY, "Authorization, Cookie")
        .build();
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "saveDraft",
      summary = "Save a draft",
      description =
          "In place of what it was. With If-Match only the state that the client has seen is replaced, so that two pages do not overwrite each other.")
  @Parameter(name = "If-Match", in = ParameterIn.HEADER, description = "The ETag to be replaced")
  @Parameter(name = "Accept-Language", in = ParameterIn.HEADER, ref = "language")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(ref = "UnfinishedDossier")))
  @APIResponse(
      responseCode = "200",
      description = "Saved",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = View.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "412", ref = "Problem")
  @APIResponse(responseCode = "413", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  public Response save(
      @PathParam("id") String id,
      InputStream body,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_ENCODING) String encoding,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    new Query(uri).check();
    Condition condition = Conditions.forChange(headers);
    byte[] document = BodyLimit.read(body, encoding);
    return told(
        Response.ok(),
        kept(
            drafts
                .save(
                    number(id),
                    caller.name(),
                    read(document, Languages.asked(headers)),
                    document,
                    condition)
                .orElseThrow(DossierDraftsResource::none),
            document));
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "removeDraft",
      summary = "Remove a draft",
      description = "None is removed by itself, also when its dossier is kept.")
  @Parameter(name = "If-Match", in = ParameterIn.HEADER, description = "The ETag to be removed")
  @APIResponse(responseCode = "204", description = "Removed")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "412", ref = "Problem")
  public Response remove(
      @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
    new Query(uri).check();
    if (!drafts.remove(number(id), caller.name(), Conditions.forChange(headers))) {
      throw none();
    }
    return Response.noContent().build();
  }

  private static DossierDraft kept(Optional<DossierDraft> draft, byte[] document) {
    return draft.orElseThrow(
        () ->
            Refusal.conflict(
                "limit-reached",
                ("You have at most %d drafts, of %d bytes together. With this one, of %d, yours"
                        + " would be more. Remove one that you need no more.")
                    .formatted(DossierDrafts.MOST, DossierDrafts.MOST_BYTES, document.length)));
  }

  private static Response told(Response.ResponseBuilder response, DossierDraft draft) {
    return response
        .entity(View.of(draft))
        .header(HttpHeaders.ETAG, Conditions.quoted(draft.tag()))
        .build();
  }

  private static Unfinished read(byte[] document, Language language) {
    try {
      return Unfinished.read(document, Locale.forLanguageTag(language.word()));
    } catch (InvalidDossier invalid) {
      throw InvalidDossiers.ofDraft(invalid, language);
    }
  }

  /** A text that cannot be a draft's id names none. */
  private static long number(String id) {
    if (!ID.matcher(id).matches()) {
      throw none();
    }
    return Long.parseLong(id);
  }

  /** The same for one that is another person's: whether it is there is theirs to know. */
  private static Refusal none() {
    return Refusal.notFound("You have no draft of this id. All of yours are listed at /drafts.");
  }
}
