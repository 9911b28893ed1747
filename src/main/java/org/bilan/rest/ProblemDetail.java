package org.bilan.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client is told when a request fails (RFC 9457). */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "fault", "problems"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem", description = "Why a request failed (RFC 9457).")
record ProblemDetail(
    @Schema(
            description = "Names the kind of failure, for machines.",
            examples = "urn:bilan:problem:invalid-dossier")
        String type,
    @Schema(description = "The kind of failure, for people.", examples = "Not a dossier")
        String title,
    @Schema(description = "The HTTP status.", examples = "422") int status,
    @Schema(description = "What is wrong with this request.") String detail,
    @Schema(description = "The path that was asked for.", examples = "/assessments")
        String instance,
    @Schema(description = "Under this id the service's log says more of an internal fault.")
        String fault,
    @Schema(description = "All that is wrong, one by one.") List<Fault> problems) {

  static final String MEDIA_TYPE = "application/problem+json";

  private static final JsonMapper JSON = new JsonMapper();

  /** One thing that is wrong: in the body, at a pointer, or with a parameter. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ProblemItem")
  record Fault(
      @Schema(description = "Stable, for machines.", examples = "value.not-allowed") String code,
      @Schema(
              description = "Where in the body (JSON Pointer, RFC 6901); empty: the whole of it.",
              examples = "/sources/0/kind")
          String pointer,
      @Schema(description = "The query parameter.", examples = "minScore") String parameter,
      @Schema(description = "What stands there, shortened.", examples = "\"militarry\"")
          String found,
      @Schema(description = "What should stand there.") String expected,
      @Schema(description = "What to do next, or empty.", examples = "Did you mean \"military\"?")
          String advice) {}

  /** As UTF-8; half characters, which JSON can spell and UTF-8 cannot, become question marks. */
  byte[] json() {
    try {
      return JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A problem cannot be written", e);
    }
  }
}
