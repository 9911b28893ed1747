package org.bilan.rest;

import java.util.regex.Pattern;

/** Why somebody changes what claims are judged by, in their own words. */
final class Reasons {

  static final Pattern FORM =
      Pattern.compile(
          "(?s)(?=.*\\S.*\\S.*\\S)[^\\p{Cc}\\p{Cs}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069]{3,1000}");

  static final String EXPECTED = "the reason: 3 to 1000 characters, on one line";

  private Reasons() {}

  /** That of a body. */
  static String in(Fields fields) {
    return fields.text("why", FORM, EXPECTED);
  }

  /** That of the parameter {@code why}, where the body is a file. */
  static String asked(Query query) {
    String why = query.text("why", FORM, EXPECTED).orElse("");
    query.check();
    if (why.isEmpty()) {
      throw Refusal.badRequest("The parameter why is missing: " + EXPECTED + ".");
    }
    return why;
  }
}
