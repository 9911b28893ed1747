package org.bilan.movement;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.bilan.assessment.Admiralty;
import org.bilan.assessment.ClaimChange.Standing;
import org.bilan.assessment.Grade;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Reliability;
import org.bilan.dossier.Victims;
import org.bilan.dossier.Word;

/**
 * Reads how an incident stands out of a stored assessment, and passes over the rest of it: reasons,
 * facts and origins are most of its bytes.
 */
public final class StoodReader {

  private static final JsonFactory JSON = new JsonFactory();

  private static final Map<String, Grade> GRADES = spelt(Grade.values());
  private static final Map<String, Reliability> RELIABILITIES = spelt(Reliability.values());
  private static final Map<String, Proposition> PROPOSITIONS = spelt(Proposition.values());
  private static final Map<String, Harm> HARMS = spelt(Harm.values());
  private static final Map<String, Victims> VICTIMS = spelt(Victims.values());

  private final JsonParser json;

  private StoodReader(JsonParser json) {
    this.json = json;
  }

  private static <W extends Word> Map<String, W> spelt(W[] words) {
    Map<String, W> spelt = new HashMap<>();
    for (W word : words) {
      spelt.put(word.word(), word);
    }
    return spelt;
  }

  /**
   * Reads what {@link org.bilan.assessment.AssessmentJson} wrote, perhaps years ago: lists that
   * were left out are empty, and what assessments no longer have is passed over.
   *
   * @throws IllegalArgumentException when it is no assessment
   */
  public static Stood read(byte[] assessment) {
    try (JsonParser json = JSON.createParser(assessment)) {
      json.nextToken();
      return new StoodReader(json).stood();
    } catch (IOException e) {
      throw new IllegalArgumentException("No assessment", e);
    }
  }

  private Stood stood() throws IOException {
    String revision = null;
    List<Stood.Claim> claims = List.of();
    List<Stood.Line> toll = List.of();
    begin();
    while (goesOn()) {
      switch (field()) {
        case "ruleset" -> revision = json.getValueAsString();
        case "claims" -> claims = list(this::claim);
        case "toll" -> toll = list(this::line);
        default -> json.skipChildren();
      }
    }
    return new Stood(known("ruleset", revision), claims, toll);
  }

  private Stood.Claim claim() throws IOException {
    String claim = null;
    int score = 0;
    int evidence = 0;
    Grade grade = null;
    Admiralty admiralty = null;
    List<Stood.Finding> findings = List.of();
    begin();
    while (goesOn()) {
      switch (field()) {
        case "claim" -> claim = json.getValueAsString();
        case "score" -> score = json.getIntValue();
        case "evidence" -> evidence = json.getIntValue();
        case "grade" -> grade = word(GRADES);
        case "admiralty" -> admiralty = admiralty();
        case "findings" -> findings = list(this::finding);
        default -> json.skipChildren();
      }
    }
    Standing standing =
        new Standing(score, evidence, known("grade", grade), known("admiralty", admiralty));
    return new Stood.Claim(known("claim", claim), standing, findings);
  }

  private Admiralty admiralty() throws IOException {
    Reliability reliability = null;
    int credibility = 0;
    begin();
    while (goesOn()) {
      switch (field()) {
        case "reliability" -> reliability = word(RELIABILITIES);
        case "credibility" -> credibility = json.getIntValue();
        default -> json.skipChildren();
      }
    }
    return new Admiralty(known("reliability", reliability), credibility);
  }

  private Stood.Finding finding() throws IOException {
    String rule = null;
    Proposition proposition = null;
    int weight = 0;
    begin();
    while (goesOn()) {
      switch (field()) {
        case "rule" -> rule = json.getValueAsString();
        case "proposition" -> proposition = word(PROPOSITIONS);
        case "weight" -> weight = json.getIntValue();
        default -> json.skipChildren();
      }
    }
    return new Stood.Finding(known("rule", rule), known("proposition", proposition), weight);
  }

  private Stood.Line line() throws IOException {
    Harm harm = null;
    Victims victims = null;
    int low = 0;
    int best = 0;
    OptionalInt high = OptionalInt.empty();
    begin();
    while (goesOn()) {
      switch (field()) {
        case "harm" -> harm = word(HARMS);
        case "victims" -> victims = word(VICTIMS);
        case "low" -> low = json.getIntValue();
        case "best" -> best = json.getIntValue();
        case "high" -> high = number();
        default -> json.skipChildren();
      }
    }
    return new Stood.Line(known("harm", harm), known("victims", victims), low, best, high);
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private <T> List<T> list(Reading<T> entry) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return List.of();
    }
    require(JsonToken.START_ARRAY);
    List<T> entries = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      entries.add(entry.read());
    }
    return List.copyOf(entries);
  }

  private void begin() throws IOException {
    require(JsonToken.START_OBJECT);
  }

  private boolean goesOn() throws IOException {
    return json.nextToken() != JsonToken.END_OBJECT;
  }

  /** Its name; its value comes next. */
  private String field() throws IOException {
    String name = json.currentName();
    json.nextToken();
    return name;
  }

  private OptionalInt number() throws IOException {
    return json.currentToken() == JsonToken.VALUE_NULL
        ? OptionalInt.empty()
        : OptionalInt.of(json.getIntValue());
  }

  private <W> W word(Map<String, W> spelt) throws IOException {
    return known(json.currentName(), spelt.get(json.getValueAsString()));
  }

  private void require(JsonToken token) throws IOException {
    if (json.currentToken() != token) {
      throw new IllegalArgumentException(
          "No assessment: " + json.currentToken() + " for " + token + " in " + json.currentName());
    }
  }

  private static <T> T known(String field, T value) {
    if (value == null) {
      throw new IllegalArgumentException("No assessment: it lacks a known " + field);
    }
    return value;
  }
}
