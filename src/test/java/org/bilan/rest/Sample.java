package org.bilan.rest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Dossiers to send: the API's own example under other ids, and changed. */
public final class Sample {

  private static final JsonMapper JSON = new JsonMapper();

  private final ObjectNode dossier;

  private Sample(ObjectNode dossier) {
    this.dossier = dossier;
  }

  /** A dossier of an incident; each call gives a new one. */
  public static Sample of(String incident) {
    ObjectNode dossier = JSON.valueToTree(ApiDescription.example());
    ((ObjectNode) dossier.get("incident")).put("id", incident);
    return new Sample(dossier);
  }

  public Sample title(String title) {
    ((ObjectNode) dossier.get("incident")).put("title", title);
    return this;
  }

  Sample on(String from, String to) {
    ((ObjectNode) dossier.get("incident")).putObject("date").put("from", from).put("to", to);
    return this;
  }

  public Sample in(String country) {
    ((ObjectNode) dossier.at("/incident/place")).put("country", country);
    return this;
  }

  /** The dossier as a tree, to be changed at will. */
  public ObjectNode tree() {
    return dossier;
  }

  public String json() {
    return dossier.toString();
  }

  public byte[] bytes() {
    return json().getBytes(StandardCharsets.UTF_8);
  }

  /** About so many bytes, most of them in texts of reports. */
  public Sample padded(int bytes) {
    int reports = bytes / 100_000;
    for (int i = 0; i < reports; i++) {
      dossier
          .withArray("reports")
          .addObject()
          .put("id", "pad-" + i)
          .put("source", "resident")
          .put("text", text(i, 99_900));
    }
    return this;
  }

  /** Text that does not become shorter when a database compresses it. */
  private static String text(int seed, int length) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(length);
    while (text.length() < length) {
      text.append((char) ('!' + 2 + random.nextInt(57))); // no quotes, no backslash
    }
    return text.toString();
  }

  static ObjectNode parse(byte[] json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
