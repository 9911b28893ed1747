package org.bilan.pictures;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.bilan.dossier.Examined;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Place;
import org.bilan.dossier.Word;

/** Writes what was established of a file as dossiers hold it: {@code media[].examined}. */
public final class ExaminedJson {

  private ExaminedJson() {}

  /** What is not known is left out. */
  public static ObjectNode of(Examined examined) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    examined.receivedAt().map(Moment::text).ifPresent(at -> json.put("receivedAt", at));
    examined.picture().ifPresent(first -> json.put("picture", first));
    examined.capturedAt().map(Moment::text).ifPresent(at -> json.put("capturedAt", at));
    examined.place().ifPresent(place -> json.set("place", of(place)));
    examined.device().ifPresent(device -> json.put("device", device));
    put(json, "software", examined.software());
    examined.editedAt().map(Moment::text).ifPresent(at -> json.put("editedAt", at));
    put(json, "contradictions", examined.contradictions().stream().map(Word::word).toList());
    examined.credentials().map(Word::word).ifPresent(word -> json.put("credentials", word));
    examined.firstSeen().ifPresent(seen -> json.set("firstSeen", PictureJson.of(seen)));
    return json;
  }

  private static ObjectNode of(Place place) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    place.lat().ifPresent(lat -> json.put("lat", BigDecimal.valueOf(lat)));
    place.lon().ifPresent(lon -> json.put("lon", BigDecimal.valueOf(lon)));
    return json;
  }

  private static void put(ObjectNode json, String name, List<String> texts) {
    if (!texts.isEmpty()) {
      ArrayNode list = json.putArray(name);
      texts.forEach(list::add);
    }
  }
}
