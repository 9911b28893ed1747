package org.bilan.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.bilan.assessment.Language;
import org.bilan.dossier.Limits;

/** A request that is not granted, and why. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** More would answer a small body with a large one. */
  static final int MOST_PROBLEMS = 50;

  private final int status;
  private final transient String kind;
  private final transient String title;
  private final transient List<ProblemDetail.Fault> problems;
  private final transient Map<String, String> headers;

  private Refusal(
      int status,
      String kind,
      String title,
      String detail,
      List<ProblemDetail.Fault> problems,
      Map<String, String> headers) {
    super(detail, null, false, false);
    this.status = status;
    this.kind = kind;
    this.title = title;
    this.problems = problems;
    this.headers = headers;
  }

  Refusal(int status, String kind, String title, String detail) {
    this(status, kind, title, detail, List.of(), Map.of());
  }

  static Refusal notFound(String detail) {
    return new Refusal(404, "not-found", "Not found", detail);
  }

  static Refusal badRequest(String detail) {
    return new Refusal(400, "bad-request", "Bad request", detail);
  }

  static Refusal unsupported(String detail) {
    return new Refusal(415, "unsupported-media-type", "Unsupported media type", detail);
  }

  /** The archive is away. */
  static Refusal unavailable() {
    return new Refusal(
        503,
        "unavailable",
        "Unavailable",
        "The archive does not answer just now. What needs none still works for those who were let in shortly"
            + " before: POST /assessments.",
        List.of(),
        retryAfter(5));
  }

  static final String CROWDED =
      "Too many log in at once. Try again after the seconds of the header Retry-After.";

  static Refusal tookTooLong() {
    return new Refusal(
        503,
        "took-too-long",
        "Took too long",
        "It took too long. Ask for less at once, or try again after the seconds of the header"
            + " Retry-After.",
        List.of(),
        retryAfter(10));
  }

  /** A refusal of what can be had later. */
  static Refusal busy(String detail, long seconds) {
    return new Refusal(503, "busy", "Busy", detail, List.of(), retryAfter(seconds));
  }

  /** Too many requests, or guesses, by one person or from one address. */
  private static Refusal slowed(String kind, String detail, long seconds) {
    return new Refusal(429, kind, "Slow down", detail, List.of(), retryAfter(seconds));
  }

  static Refusal tooManyRequests(long seconds) {
    return slowed(
        "too-many-requests",
        "More requests than one client is granted. Wait the seconds of the header Retry-After.",
        seconds);
  }

  static Refusal tooManyGuesses(long seconds) {
    return slowed(
        "too-many-guesses",
        "Wrong passwords were given too often. None is looked at before the seconds of the header"
            + " Retry-After have passed.",
        seconds);
  }

  private static Map<String, String> retryAfter(long seconds) {
    return Map.of(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
  }

  /**
   * Nobody is known by what was brought.
   *
   * @param brought whether anything was
   * @param script whether a page's script asks, which shows its own form
   */
  static Refusal unauthenticated(boolean brought, boolean script) {
    return new Refusal(
        401,
        "unauthenticated",
        "Who are you?",
        brought
            ? "Nobody is known by this name and password, token or session; or the login is disabled,"
                + " the token revoked or expired."
            : "Send a name and password (HTTP Basic), a token (Authorization: Bearer bilan_…), or log in"
                + " at /session.",
        List.of(),
        Map.of(
            HttpHeaders.WWW_AUTHENTICATE,
            script
                ? "Bearer realm=\"Bilan\""
                : "Basic realm=\"Bilan\", charset=\"UTF-8\", Bearer realm=\"Bilan\""));
  }

  static Refusal forbidden() {
    return forbidden("Your roles do not allow this: GET /me tells which you have.");
  }

  static Refusal forbidden(String detail) {
    return new Refusal(403, "forbidden", "Forbidden", detail);
  }

  /** A page's word is of another session than its cookie. */
  static Refusal otherSession() {
    return new Refusal(
        403,
        "other-session",
        "Another session",
        "The header X-CSRF-Token is of another session than the cookie. GET /me, without it, tells whose"
            + " session it is and its csrfToken.");
  }

  static Refusal conflict(String detail) {
    return conflict("conflict", detail);
  }

  static Refusal conflict(String kind, String detail) {
    return new Refusal(409, kind, "Conflict", detail);
  }

  /** A ruleset that shall judge, and cannot. */
  static Refusal unfit(List<ProblemDetail.Fault> problems) {
    List<ProblemDetail.Fault> told = problems.stream().limit(MOST_PROBLEMS).toList();
    String detail = "It is not fit to judge: " + count(problems.size()) + ".";
    return new Refusal(409, "conflict", "Conflict", detail, told, Map.of());
  }

  static Refusal badFields(List<ProblemDetail.Fault> problems) {
    return new Refusal(
        422,
        "bad-fields",
        "Bad fields",
        count(problems.size()) + " with the fields of the body.",
        problems.stream().limit(MOST_PROBLEMS).toList(),
        Map.of());
  }

  /** Files of pictures that are not taken. */
  static Refusal refusedFiles(List<ProblemDetail.Fault> problems) {
    return new Refusal(
        422,
        "refused-files",
        "Files refused",
        count(problems.size()) + " with the files. None was kept.",
        problems,
        Map.of());
  }

  static Refusal tooLarge() {
    return tooLarge(
        "A dossier has at most %d bytes. Split it, or leave out texts that no stance rests on.",
        Limits.BYTES);
  }

  /** A list of known pictures. */
  static Refusal listTooLarge() {
    return tooLarge(
        "A list has at most %d bytes here; bilan known takes longer ones.", Limits.BYTES);
  }

  private static Refusal tooLarge(String detail, long most) {
    return new Refusal(413, "too-large", "Too large", detail.formatted(most));
  }

  /** A small body that is not small. */
  static Refusal tooLarge(long most) {
    return tooLarge("At most %d bytes.", most);
  }

  /** An address (414) or headers (431) beyond what is read of them. */
  static Refusal tooLong(int status, int most) {
    return status == 414
        ? new Refusal(
            414, "address-too-long", "Address too long", "It has at most %d bytes.".formatted(most))
        : new Refusal(
            431,
            "headers-too-large",
            "Headers too large",
            "All headers together have at most %d bytes. Send fewer or shorter ones."
                .formatted(most));
  }

  static Refusal badParameters(List<ProblemDetail.Fault> problems) {
    return new Refusal(
        400,
        "bad-parameters",
        "Bad parameters",
        count(problems.size()) + " with the query parameters.",
        problems,
        Map.of());
  }

  static Refusal conditionFailed(String detail, Map<String, String> headers) {
    return new Refusal(412, "condition-failed", "Condition failed", detail, List.of(), headers);
  }

  /** JSON that is none. */
  static Refusal badJson(List<ProblemDetail.Fault> problems) {
    return new Refusal(
        400, "bad-json", "Not JSON", "The body is not well-formed JSON.", problems, Map.of());
  }

  /** What a person has made, and is not what it should be, in the words of a language. */
  static Refusal invalid(
      String kind,
      String title,
      String detail,
      List<ProblemDetail.Fault> problems,
      Language language) {
    return new Refusal(
        422,
        kind,
        title,
        detail,
        problems,
        Map.of(
            HttpHeaders.CONTENT_LANGUAGE,
            language.word(),
            HttpHeaders.VARY,
            HttpHeaders.ACCEPT_LANGUAGE));
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  /** What the client is told. */
  ProblemDetail detail(String path, String fault) {
    return new ProblemDetail(
        "urn:bilan:problem:" + kind, title, status, getMessage(), path, fault, problems);
  }

  private static String count(int problems) {
    return problems == 1 ? "1 problem" : problems + " problems";
  }
}
