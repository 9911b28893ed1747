package org.bilan.rest;

/** Refusals of which no more is known than their status. */
final class StatusRefusals {

  private StatusRefusals() {}

  /** What is told with a status, from 400. */
  static Refusal of(int status) {
    return switch (status) {
      case 400 ->
          new Refusal(400, "bad-request", "Bad request", "The request is not well-formed HTTP.");
      case 401 -> Refusal.unauthenticated(false, true);
      case 403 -> Refusal.forbidden();
      case 404 ->
          Refusal.notFound("There is nothing at this path. The API is described at /q/openapi.");
      case 405 ->
          new Refusal(
              405, "method-not-allowed", "Method not allowed", "See the header Allow for others.");
      case 406 ->
          new Refusal(
              406,
              "not-acceptable",
              "Not acceptable",
              "What stands here has none of the media types of the header Accept. It is JSON, but for"
                  + " /methodology, which is HTML or Markdown, and /evaluations, which is JSON, HTML or events.");
      case 413 -> Refusal.tooLarge();
      case 415 ->
          Refusal.unsupported(
              "Bodies are sent as application/json; files of pictures to /media as multipart/form-data, and a"
                  + " list of known ones to /media/known as text/csv; to /rulesets also a rules folder as application/zip,"
                  + " and a sheet as text/csv or application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;"
                  + " to /evaluations also a table as text/csv.");
      case 500 ->
          new Refusal(
              500,
              "internal-fault",
              "Internal fault",
              "The fault is ours, not the request's. The log says more under the id of this fault.");
      case 503 ->
          Refusal.busy("Too busy. Try again after the seconds of the header Retry-After.", 2);
      default -> new Refusal(status, "http-" + status, "HTTP status " + status, "");
    };
  }
}
