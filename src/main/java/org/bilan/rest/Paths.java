package org.bilan.rest;

import java.util.Map;
import java.util.regex.Pattern;

/** What paths mean. */
final class Paths {

  /** The form of an incident's id, as in the contract. */
  static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /** Paths that know other methods than GET. RoutesTest holds this to the resources. */
  private static final Map<String, String> ALLOWED =
      Map.ofEntries(
          Map.entry("/assessments", "POST"),
          Map.entry("/dossiers/[^/]+", "GET, HEAD, PUT, DELETE"),
          Map.entry("/dossiers/[^/]+/claims/[^/]+/override", "PUT"),
          Map.entry("/dossiers/[^/]+/claims/[^/]+/override/withdrawal", "POST"),
          Map.entry("/dossiers/[^/]+/trial", "POST"),
          Map.entry("/drafts", "GET, HEAD, POST"),
          Map.entry("/drafts/[^/]+", "GET, HEAD, PUT, DELETE"),
          Map.entry("/session", "POST, DELETE"),
          Map.entry("/me/password", "PUT"),
          Map.entry("/views/[^/]+", "PUT, DELETE"),
          Map.entry("/users", "GET, HEAD, POST"),
          Map.entry("/users/[^/]+", "GET, HEAD, PATCH"),
          Map.entry("/users/[^/]+/password", "POST"),
          Map.entry("/tokens", "GET, HEAD, POST"),
          Map.entry("/tokens/[^/]+", "DELETE"),
          Map.entry("/rulesets", "GET, HEAD, POST"),
          Map.entry("/rulesets/reload", "POST"),
          Map.entry("/rulesets/[^/]+/(check|impact|approve|activate|rollback)", "POST"),
          Map.entry("/evaluations", "POST"),
          Map.entry("/media", "POST"),
          Map.entry("/media/known", "POST"),
          Map.entry("/media/(?!known/?$)[^/]+", "GET, HEAD, DELETE"),
          Map.entry("/rescorings", "GET, HEAD, POST"),
          Map.entry("/rescorings/[^/]+/(pause|resume|cancel)", "POST"));

  private Paths() {}

  /** An incident's id; a text that cannot be one names nothing that is kept. */
  static String incident(String id) {
    if (!ID.matcher(id).matches()) {
      throw noDossier();
    }
    return id;
  }

  /** A file's SHA-256, likewise. */
  static String file(String sha256) {
    if (!SHA256.matcher(sha256).matches()) {
      throw noFile();
    }
    return sha256;
  }

  static Refusal noFile() {
    return Refusal.notFound("No file of this SHA-256 is kept.");
  }

  /** A claim's id, or what others know it by, likewise. */
  static String claim(String id) {
    if (!ID.matcher(id).matches()) {
      throw noClaim();
    }
    return id;
  }

  static Refusal noClaim() {
    return Refusal.notFound(
        "No dossier of this incident is kept, or it has no claim of this id. GET /claims tells those that are there.");
  }

  static Refusal noDossier() {
    return Refusal.notFound("No dossier of this incident is kept.");
  }

  /** The methods that a path knows, for the header Allow. */
  static String allowed(String path) {
    return ALLOWED.entrySet().stream()
        .filter(known -> path.matches(known.getKey() + "/?"))
        .map(known -> known.getValue() + ", OPTIONS")
        .findFirst()
        .orElse("GET, HEAD, OPTIONS");
  }
}
