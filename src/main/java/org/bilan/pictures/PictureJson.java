package org.bilan.pictures;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bilan.archive.Appearance;
import org.bilan.archive.StoredPicture;
import org.bilan.dossier.FirstSeen;
import org.bilan.likeness.Likeness;
import org.bilan.likeness.Looks;

/** The one way to write what is known of pictures. What is unknown is left out. */
public final class PictureJson {

  private static final JsonMapper JSON =
      JsonMapper.builder().serializationInclusion(JsonInclude.Include.NON_NULL).build();

  private static final String FILES = "/media/";

  private PictureJson() {}

  /**
   * A file that is kept.
   *
   * @param facts of it, as dossiers say them
   */
  public static ObjectNode of(StoredPicture picture, org.bilan.dossier.Examined facts) {
    ObjectNode json = JSON.createObjectNode();
    String sha256 = picture.sha256();
    json.put("sha256", sha256);
    json.put("receivedAt", Pictures.received(picture).text());
    json.put("confidential", picture.confidential());
    facts.picture().ifPresent(first -> json.put("picture", first));
    facts.firstSeen().ifPresent(seen -> json.set("firstSeen", of(seen)));
    picture.looks().ifPresent(looks -> put(json, looks));
    json.set("examination", examination(picture.examination()));
    if (picture.thumbnail()) {
      json.put("thumbnail", FILES + sha256 + "/thumbnail");
    }
    json.put("original", FILES + sha256 + "/original");
    json.put("alike", FILES + sha256 + "/alike");
    return json;
  }

  /** How a picture looks, added to what is said of it. */
  public static void put(ObjectNode json, Looks looks) {
    json.put("fingerprint", looks.fingerprint().hex());
    json.put("perceptualHash", looks.perceptualHash());
    json.put("recognisable", looks.recognisable());
  }

  /** An examination as it is kept. */
  public static JsonNode examination(byte[] examination) {
    try {
      return JSON.readTree(examination);
    } catch (IOException e) {
      throw new UncheckedIOException("A kept examination cannot be read", e);
    }
  }

  /** The earliest appearance. */
  public static ObjectNode of(FirstSeen seen) {
    ObjectNode json = JSON.createObjectNode();
    json.put("at", seen.at().text());
    json.put("ground", seen.ground().word());
    put(json, "place", seen.place());
    put(json, "url", seen.url());
    put(json, "incident", seen.incident());
    put(json, "sha256", seen.sha256());
    seen.bits().ifPresent(bits -> json.put("bits", bits));
    return json;
  }

  /** Appearances of what looks alike, the nearest first. */
  public static ArrayNode of(List<Match> matches) {
    ArrayNode json = JSON.createArrayNode();
    matches.forEach(match -> json.add(of(match)));
    return json;
  }

  private static ObjectNode of(Match match) {
    Appearance seen = match.appearance();
    ObjectNode json = JSON.createObjectNode();
    json.put("likeness", word(match.likeness()));
    json.put("bits", match.bits());
    json.put("at", seen.at().text());
    json.put("ground", seen.ground().word());
    put(json, "place", seen.place());
    put(json, "url", seen.url());
    put(json, "note", seen.note());
    put(json, "incident", seen.incident());
    put(json, "report", seen.report());
    put(json, "sha256", seen.sha256());
    if (match.remembered().thumbnail()) {
      seen.sha256().ifPresent(file -> json.put("thumbnail", FILES + file + "/thumbnail"));
    }
    return json;
  }

  /** As answers spell it: {@code near-identical}, {@code alike}. */
  public static String word(Likeness likeness) {
    return likeness.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void put(ObjectNode json, String name, Optional<String> text) {
    text.ifPresent(known -> json.put(name, known));
  }

  /** UTF-8. */
  public static byte[] write(JsonNode json) {
    try {
      return JSON.writeValueAsBytes(json);
    } catch (IOException e) {
      throw new UncheckedIOException("What is known of a picture cannot be written", e);
    }
  }
}
