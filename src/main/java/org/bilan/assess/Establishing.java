package org.bilan.assess;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bilan.archive.StoredPicture;
import org.bilan.archive.Viewer;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.Examined;
import org.bilan.dossier.FirstSeen;
import org.bilan.dossier.InvalidDossier;
import org.bilan.dossier.Media;
import org.bilan.dossier.Report;
import org.bilan.dossier.Source;
import org.bilan.likeness.Fingerprint;
import org.bilan.likeness.Looks;
import org.bilan.pictures.ExaminedJson;
import org.bilan.pictures.PictureJson;
import org.bilan.pictures.Pictures;

/**
 * Adds to a dossier what Bilan established of the pictures that it names, beside what it says of
 * them: of each whose file Bilan keeps, and of each whose fingerprint it remembers. So what judges
 * needs no more than the dossier, and a dossier that is kept is judged the same for ever. What a
 * dossier says was established, and was not here, is left out. Of a confidential file something is
 * added only where a confidential source published it.
 */
@Singleton
public class Establishing {

  /** Numbers stay as they are spelt. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final String EXAMINED = "examined";
  private static final String FIRST_SEEN = "firstSeen";

  /** Each may search for hundreds of pictures. */
  private static final int WAITING = 24;

  /**
   * How long one may take. Beyond, whoever asks is told to come again: what was found by then is
   * remembered for a while, and found at once.
   */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final Pictures pictures;
  private final Turns turns =
      new Turns(Runtime.getRuntime().availableProcessors(), WAITING, Duration.ofSeconds(30));

  public Establishing(Pictures pictures) {
    this.pictures = pictures;
  }

  /**
   * A dossier with what was established.
   *
   * @param document its bytes: those that came, where nothing is added
   */
  public record Established(Dossier dossier, byte[] document) {}

  /**
   * Adds what was established, in the place of whatever is said to have been.
   *
   * @param viewer who sends the dossier: of a file that they may not know of nothing is added
   * @throws Busy when others are looked into already
   */
  public Established of(Dossier dossier, byte[] document, Viewer viewer) {
    boolean named =
        dossier.media().stream()
            .anyMatch(
                media ->
                    media.sha256().isPresent()
                        || media.fingerprint().isPresent()
                        || media.examined().isPresent());
    return named
        ? turns.take(() -> new Adding(dossier, viewer).to(document))
        : new Established(dossier, document);
  }

  /** What one dossier is told. */
  private final class Adding {
    private final Dossier dossier;
    private final Optional<String> incident;
    private final Map<String, Media> media = new HashMap<>();
    private final Map<String, Report> reports = new HashMap<>();
    private final Set<String> marked;

    /** By SHA-256: many may name one file. */
    private final Map<String, StoredPicture> files = new HashMap<>();

    private final Map<String, Examined> facts = new HashMap<>();

    private final long begun = System.nanoTime();

    Adding(Dossier dossier, Viewer viewer) {
      this.dossier = dossier;
      this.incident = Optional.of(dossier.incident().id());
      this.marked =
          dossier.sources().stream()
              .filter(Source::marked)
              .map(Source::id)
              .collect(Collectors.toSet());
      dossier.media().forEach(file -> media.put(file.id(), file));
      dossier.reports().forEach(report -> reports.put(report.id(), report));
      Set<String> named =
          dossier.media().stream()
              .flatMap(file -> file.sha256().stream())
              .collect(Collectors.toSet());
      if (!named.isEmpty()) {
        pictures.find(named, viewer).forEach(kept -> files.put(kept.sha256(), kept));
      }
    }

    Established to(byte[] document) {
      try {
        JsonNode tree = JSON.readTree(document);
        JsonNode before = tree.deepCopy();
        tree.path("media").forEach(entry -> add((ObjectNode) entry));
        if (tree.equals(before)) {
          return new Established(dossier, document);
        }
        return new Established(DossierReader.read(tree), JSON.writeValueAsBytes(tree));
      } catch (InvalidDossier | JsonProcessingException e) {
        throw new IllegalStateException("What was established does not fit into a dossier", e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void add(ObjectNode entry) {
      if (System.nanoTime() - begun > LONGEST.toNanos()) {
        throw new Busy(Duration.ofSeconds(5));
      }
      Media file = media.get(entry.path("id").asText());
      Optional<StoredPicture> kept =
          file.sha256()
              .map(files::get)
              .filter(found -> !found.confidential() || inConfidence(file));
      if (kept.isEmpty()) {
        // What somebody else established, or was established of a file that is gone.
        entry.remove(EXAMINED);
        file.fingerprint()
            .flatMap(looks -> pictures.earliest(Fingerprint.parse(looks), incident, Viewer.ANYBODY))
            .filter(seen -> tells(seen, file))
            .ifPresent(seen -> entry.putObject(EXAMINED).set(FIRST_SEEN, PictureJson.of(seen)));
        return;
      }
      kept.get().looks().ifPresent(looks -> look(entry, looks));
      // Whoever reads the dossier reads of these appearances.
      Examined known =
          facts.computeIfAbsent(
              kept.get().sha256(), sha -> pictures.facts(kept.get(), incident, Viewer.ANYBODY));
      ObjectNode examined = ExaminedJson.of(known);
      examined.remove(FIRST_SEEN);
      known
          .firstSeen()
          .filter(seen -> tells(seen, file))
          .ifPresent(seen -> examined.set(FIRST_SEEN, PictureJson.of(told(seen))));
      entry.set(EXAMINED, examined);
    }

    /** Whether a confidential source published it: then others are not told what it says. */
    private boolean inConfidence(Media file) {
      return report(file)
          .filter(
              report ->
                  marked.contains(report.source())
                      || report.via().filter(marked::contains).isPresent())
          .isPresent();
    }

    /**
     * Whether an appearance is an earlier one: before the incident, or before the report that posts
     * the picture here. That somebody sent it to Bilan before they published it is none.
     */
    private boolean tells(FirstSeen seen, Media file) {
      return seen.at().certainlyBefore(dossier.incident().date().from())
          || seen.ground() != FirstSeen.Ground.RECEIVED
              && report(file)
                  .flatMap(Report::publishedAt)
                  .filter(seen.at()::certainlyBefore)
                  .isPresent();
    }

    private Optional<Report> report(Media file) {
      return file.report().map(reports::get);
    }
  }

  /**
   * Of what another dossier tells no more than its incident: that dossier says the rest to those
   * who may know it, also when a source of it is marked later.
   */
  private static FirstSeen told(FirstSeen seen) {
    return seen.ground() != FirstSeen.Ground.POSTED
        ? seen
        : new FirstSeen(
            seen.at(),
            seen.ground(),
            Optional.empty(),
            Optional.empty(),
            seen.incident(),
            seen.sha256(),
            seen.bits());
  }

  private static void look(ObjectNode entry, Looks looks) {
    entry.put("fingerprint", looks.fingerprint().hex());
    if (!entry.has("perceptualHash")) {
      entry.put("perceptualHash", looks.perceptualHash());
    }
  }
}
