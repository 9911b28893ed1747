package org.bilan.explain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Count;
import org.bilan.dossier.CountWords;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Media;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Report;
import org.bilan.dossier.Source;
import org.bilan.dossier.Stance;

/** Writes additions in the contract's words: so that a reader can add them and judge anew. */
final class Fragment {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new SimpleModule().addSerializer(Moment.class, new Spelt()))
          .serializationInclusion(JsonInclude.Include.NON_EMPTY)
          .addMixIn(Stance.class, StanceWords.class)
          .addMixIn(Count.class, CountAsStated.class)
          .build();

  private Fragment() {}

  /** A stance's kind is called stance in the contract. */
  private interface StanceWords {
    @JsonProperty("stance")
    Stance.Kind kind();
  }

  /** What the words mean follows from them, and whether both ends are stated from the numbers. */
  private interface CountAsStated {
    @JsonIgnore
    Optional<CountWords.Meaning> meaning();
  }

  /** A day where it means all of it, else an instant. */
  private static final class Spelt extends JsonSerializer<Moment> {
    @Override
    public void serialize(Moment moment, JsonGenerator json, SerializerProvider all)
        throws IOException {
      boolean instant = moment.earliest().equals(moment.latest());
      json.writeString(
          instant
              ? moment.earliest().toString()
              : moment.earliest().atZone(ZoneOffset.UTC).toLocalDate().toString());
    }
  }

  /** The additions to a dossier; of what stands there already, only the fields that are others. */
  static ObjectNode of(Additions additions, Dossier dossier) {
    ObjectNode fragment = JSON.createObjectNode();
    if (!additions.actions().isEmpty()) {
      fragment.putObject("incident").set("actions", JSON.valueToTree(additions.actions()));
    }
    put(fragment, "sources", additions.sources(), dossier.sources(), Source::id);
    put(fragment, "claims", additions.claims(), dossier.claims(), Claim::id);
    put(fragment, "reports", additions.reports(), dossier.reports(), Report::id);
    put(fragment, "media", additions.media(), dossier.media(), Media::id);
    return fragment;
  }

  private static <T> void put(
      ObjectNode fragment, String list, List<T> added, List<T> known, Function<T, String> id) {
    if (added.isEmpty()) {
      return;
    }
    Map<String, T> byId = known.stream().collect(Collectors.toMap(id, entry -> entry));
    List<JsonNode> entries = new ArrayList<>();
    for (T entry : added) {
      ObjectNode written = JSON.valueToTree(entry);
      T former = byId.get(id.apply(entry));
      if (former != null) {
        ObjectNode before = JSON.valueToTree(former);
        written.retain(
            written.properties().stream()
                .filter(
                    f -> f.getKey().equals("id") || !f.getValue().equals(before.get(f.getKey())))
                .map(Map.Entry::getKey)
                .toList());
      }
      entries.add(written);
    }
    fragment.putArray(list).addAll(entries);
  }
}
