package org.bilan.confidential;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bilan.dossier.Dossier;

/**
 * Turns documents about one incident into what somebody may see who has no right to know its
 * confidential sources. Immutable and thread-safe; to make one takes about as long as to read the
 * dossier.
 *
 * <p>Of a confidential source id, name and owner are replaced; of a report by or via it id, address
 * and author, and its text is left out; of its media the id, and the hashes are left out. Its name
 * is also replaced wherever it stands in a text, however it is written. Kind, party, stances, dates
 * and places stay: see the README for what that may give away.
 */
public final class Redaction {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final Redaction NONE = new Redaction(Optional.empty());

  private final Optional<Hidden> hidden;

  private Redaction(Optional<Hidden> hidden) {
    this.hidden = hidden;
  }

  /** Leaves all as it is. */
  public static Redaction none() {
    return NONE;
  }

  /** What is needed for documents made from one dossier. */
  public static Redaction of(Dossier dossier, Pseudonyms pseudonyms) {
    return of(dossier.incident().id(), List.of(dossier), pseudonyms);
  }

  /**
   * What is needed for documents made from several versions of one incident's dossier: a comparison
   * of two, or an assessment made before a source was marked. A source that is marked in any of
   * them is confidential in all, under each name that it has in any.
   *
   * @param versions gone through once, one after the other: what is kept of each is what names
   *     somebody
   * @throws IllegalArgumentException when they are of two incidents
   */
  public static Redaction of(String incident, Iterable<Dossier> versions, Pseudonyms pseudonyms) {
    Hidden hidden = new Hidden(incident, versions, pseudonyms);
    return hidden.none() ? NONE : new Redaction(Optional.of(hidden));
  }

  /** How much it holds, in characters of names: for who keeps it, and has room for so many. */
  public int size() {
    return hidden.map(Hidden::size).orElse(200);
  }

  /** Whether anything is confidential. If not, all bytes and texts are given back as they are. */
  public boolean needed() {
    return hidden.isPresent();
  }

  /**
   * The dossier as others may see it: still a valid one, unless pseudonyms, which are longer than
   * most ids, take it beyond the limits of all names together.
   *
   * @param json a version that this was made of, as it was sent
   * @param language that pseudonyms are said in: French, or else English
   * @return UTF-8, always the same bytes for the same dossier, key and language
   */
  public byte[] dossier(byte[] json, Locale language) {
    if (hidden.isEmpty()) {
      return json;
    }
    ObjectNode dossier = (ObjectNode) read(json);
    new DossierDocument(hidden.get(), language).redact(dossier);
    return written(dossier);
  }

  /**
   * An assessment, with or without explanations, a comparison or a timeline as others may see it.
   *
   * @param json as it was written
   * @param language that pseudonyms are said in: that of the document
   * @return UTF-8, always the same bytes for the same document, key and language
   */
  public byte[] output(byte[] json, Locale language) {
    return hidden.isEmpty()
        ? json
        : written(new OutputDocument(hidden.get(), language).redacted(read(json)));
  }

  /** The title of the incident as others may see it: for lists. */
  public Optional<String> title(Dossier dossier, Locale language) {
    return dossier.incident().title().map(title -> text(title, language));
  }

  /** Any text about the incident as others may see it. */
  public String text(String text, Locale language) {
    return hidden.map(h -> h.text(text, language)).orElse(text);
  }

  /** What others know a claim by: its id, unless that holds the name of a confidential source. */
  public String claim(String id) {
    return hidden.map(h -> h.id(Kind.CLAIM, id)).orElse(id);
  }

  private static JsonNode read(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      // Without the cause: it quotes the document.
      throw new IllegalArgumentException("No JSON document");
    }
  }

  private static byte[] written(JsonNode document) {
    try {
      return JSON.writeValueAsBytes(document);
    } catch (IOException e) {
      throw new IllegalStateException("A redacted document cannot be written", e);
    }
  }
}
