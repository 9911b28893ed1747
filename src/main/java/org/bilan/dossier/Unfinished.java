package org.bilan.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody types before it is a dossier: a JSON object, of which nothing else is asked.
 *
 * @param title of the incident, its first 500 characters; empty where the document has no text
 * @param incident its id, its first 128 characters likewise, whether it may be one or not
 */
public record Unfinished(Optional<String> title, Optional<String> incident) {

  private static final int TITLE = 500;
  private static final int ID = 128;

  /**
   * Reads a document.
   *
   * @param json UTF-8 (or UTF-16/32 with its marks), at most {@link Limits#BYTES}
   * @param language as of {@link DossierReader#read(byte[], Locale)}
   * @throws InvalidDossier when it is no JSON, as a dossier's, or no object
   */
  public static Unfinished read(byte[] json, Locale language) throws InvalidDossier {
    JsonNode document = JsonText.parse(json);
    if (!document.isObject()) {
      Problems problems = new Problems(language);
      new Values(problems).wrongType(Pointer.ROOT, document, problems.say("an-object"));
      throw new InvalidDossier(problems.all());
    }
    return new Unfinished(
        text(document.at("/incident/title"), TITLE), text(document.at("/incident/id"), ID));
  }

  private static Optional<String> text(JsonNode value, int most) {
    return Optional.ofNullable(value.textValue())
        .map(
            text ->
                text.codePointCount(0, text.length()) <= most
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, most)))
        .map(Characters::writable);
  }
}
