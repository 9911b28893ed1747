package org.bilan.confidential;

import java.util.regex.Pattern;

/** What of a dossier has a pseudonym, and how that begins. */
enum Kind {
  SOURCE("confidential-"),
  REPORT("confidential-report-"),
  MEDIA("confidential-media-"),
  CLAIM("confidential-claim-"),
  PARTY("confidential-party-");

  private final String prefix;
  private final Pattern form;

  Kind(String prefix) {
    this.prefix = prefix;
    this.form = Pattern.compile(prefix + "[0-9a-f]{" + Pseudonyms.DIGITS + "}");
  }

  String prefix() {
    return prefix;
  }

  /** Whether an id is a pseudonym already, so that what was redacted stays as it is. */
  boolean is(String id) {
    return form.matcher(id).matches();
  }
}
