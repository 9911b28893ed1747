package org.bilan.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bilan.archive.Ledger;
import org.bilan.ledger.Entry;
import org.bilan.ledger.Verification;
import org.bilan.people.Person;
import org.bilan.people.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows what was done, by whom, when, from where. */
@Path("/ledger")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Named.ADMIN)
@Tag(name = "Access")
public class LedgerResource {

  private static final int SIZE = 50;
  private static final int MOST_SIZE = 500;
  private static final Pattern OBJECT = Pattern.compile("[a-z]+:[\\x21-\\x7e]{1,200}");

  private final Ledger ledger;

  /** It reads everything: one at a time. */
  private final Semaphore verifying = new Semaphore(1);

  LedgerResource(Ledger ledger) {
    this.ledger = ledger;
  }

  @GET
  @Operation(operationId = "listLedger", summary = "What was done, the newest first")
  @Parameter(
      name = "object",
      in = ParameterIn.QUERY,
      description = "To what: a kind and an id",
      example = "dossier:ml-2024-03-17-amasrakad",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "actor",
      in = ParameterIn.QUERY,
      description = "By whom",
      schema = @Schema(implementation = String.class))
  @Parameter(name = "page", in = ParameterIn.QUERY, ref = "page")
  @Parameter(name = "size", in = ParameterIn.QUERY, ref = "size")
  @APIResponse(responseCode = "200", description = "A page of entries")
  @APIResponse(responseCode = "400", ref = "Problem")
  public Pages.Page<Entry> entries(@Context UriInfo uri) {
    Query query = new Query(uri);
    Optional<String> object = query.text("object", OBJECT, "a kind, a colon, an id");
    Optional<String> actor = query.text("actor", Person.NAME, Person.NAME_FORM);
    Pages page = Pages.of(uri, query, SIZE, MOST_SIZE);
    query.check();
    return page.of(ledger.entries(object, actor, page.number(), page.size()), Function.identity());
  }

  @GET
  @Path("/verification")
  @Operation(
      operationId = "verifyLedger",
      summary = "Whether the ledger is as it was written",
      description =
          "Reads all of it. Tells entries that are altered, missing or misplaced. Keep its number and hash somewhere else: the command ledger verify --expect takes them, and tells if the whole database was put back to an earlier state.")
  @APIResponse(responseCode = "200", description = "What was found")
  public Verification.Result verify(@Context UriInfo uri) {
    new Query(uri).check();
    if (!verifying.tryAcquire()) {
      throw Refusal.busy("It is being verified for somebody else. Try again later.", 10);
    }
    try {
      return ledger.verify(Optional.empty());
    } finally {
      verifying.release();
    }
  }
}
