package org.bilan.rest;

import java.util.regex.Pattern;

/** What paths mean. */
final class Paths {

  /** The form of an incident's id, as in the contract. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");

  private Paths() {}

  /** An incident's id; a text that cannot be one names nothing that is kept. */
  static String incident(String id) {
    if (!ID.matcher(id).matches()) {
      throw noDossier();
    }
    return id;
  }

  static Refusal noDossier() {
    return Refusal.notFound("No dossier of this incident is kept.");
  }

  /** The methods that a path knows, for the header Allow. */
  static String allowed(String path) {
    if (path.matches("/assessments/?")) {
      return "POST, OPTIONS";
    }
    return path.matches("/dossiers/[^/]+/?")
        ? "GET, HEAD, PUT, DELETE, OPTIONS"
        : "GET, HEAD, OPTIONS";
  }
}
