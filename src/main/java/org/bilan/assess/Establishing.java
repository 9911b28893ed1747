package org.bilan.assess;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bilan.archive.StoredPicture;
import org.bilan.archive.Viewer;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.Examined;
import org.bilan.dossier.InvalidDossier;
import org.bilan.dossier.Media;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Source;
import org.bilan.likeness.Fingerprint;
import org.bilan.likeness.Looks;
import org.bilan.pictures.ExaminedJson;
import org.bilan.pictures.PictureJson;
import org.bilan.pictures.Pictures;

/**
 * Adds to a dossier what Bilan established of the pictures that it names, beside what it says of
 * them: of each whose file Bilan keeps, and of each whose fingerprint it remembers. So what judges
 * needs no more than the dossier, and a dossier that is kept is judged the same for ever. Of a
 * confidential file something is added only where a confidential source published it.
 */
@Singleton
public class Establishing {

  /** Numbers stay as they are spelt. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final String EXAMINED = "examined";
  private static final String FIRST_SEEN = "firstSeen";

  private final Pictures pictures;

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
   * Adds what was established.
   *
   * @param viewer who sends the dossier: of a file that they may not know of nothing is added
   */
  public Established of(Dossier dossier, byte[] document, Viewer viewer) {
    boolean named =
        dossier.media().stream()
            .anyMatch(media -> media.sha256().isPresent() || media.fingerprint().isPresent());
    return named ? added(dossier, document, viewer) : new Established(dossier, document);
  }

  private Established added(Dossier dossier, byte[] document, Viewer viewer) {
    try {
      JsonNode tree = JSON.readTree(document);
      JsonNode before = tree.deepCopy();
      for (JsonNode entry : tree.path("media")) {
        add((ObjectNode) entry, dossier, viewer);
      }
      if (tree.equals(before)) {
        return new Established(dossier, document);
      }
      byte[] more = JSON.writeValueAsBytes(tree);
      return new Established(DossierReader.read(more), more);
    } catch (InvalidDossier | JsonProcessingException e) {
      throw new IllegalStateException("What was established does not fit into a dossier", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(ObjectNode entry, Dossier dossier, Viewer viewer) {
    Media media =
        dossier.media().stream()
            .filter(file -> file.id().equals(entry.path("id").asText()))
            .findFirst()
            .orElseThrow();
    Optional<String> incident = Optional.of(dossier.incident().id());
    Optional<StoredPicture> kept =
        media
            .sha256()
            .flatMap(file -> pictures.find(file, viewer))
            .filter(file -> !file.confidential() || inConfidence(media, dossier));
    if (kept.isPresent()) {
      kept.get().looks().ifPresent(looks -> look(entry, looks));
      // Whoever reads the dossier reads of these appearances.
      Examined facts = pictures.facts(kept.get(), incident, Viewer.ANYBODY);
      ObjectNode examined = ExaminedJson.of(facts);
      if (facts.firstSeen().filter(seen -> before(seen.at(), media, dossier)).isEmpty()) {
        examined.remove(FIRST_SEEN);
      }
      entry.set(EXAMINED, examined);
    } else {
      media
          .fingerprint()
          .flatMap(looks -> pictures.earliest(Fingerprint.parse(looks), incident, Viewer.ANYBODY))
          .filter(seen -> before(seen.at(), media, dossier))
          .ifPresent(
              seen -> entry.withObject("/" + EXAMINED).set(FIRST_SEEN, PictureJson.of(seen)));
    }
  }

  /** Whether a confidential source published it: then others are not told what it says. */
  private static boolean inConfidence(Media media, Dossier dossier) {
    Set<String> marked =
        dossier.sources().stream()
            .filter(Source::marked)
            .map(Source::id)
            .collect(Collectors.toSet());
    return dossier.reports().stream()
        .filter(report -> media.report().filter(report.id()::equals).isPresent())
        .anyMatch(
            report ->
                marked.contains(report.source())
                    || report.via().filter(marked::contains).isPresent());
  }

  private static void look(ObjectNode entry, Looks looks) {
    entry.put("fingerprint", looks.fingerprint().hex());
    if (!entry.has("perceptualHash")) {
      entry.put("perceptualHash", looks.perceptualHash());
    }
  }

  /** Whether a picture had been seen before the incident, or before who posted it here did. */
  private static boolean before(Moment seen, Media media, Dossier dossier) {
    return seen.certainlyBefore(dossier.incident().date().from())
        || dossier.reports().stream()
            .filter(report -> media.report().filter(report.id()::equals).isPresent())
            .flatMap(report -> report.publishedAt().stream())
            .anyMatch(seen::certainlyBefore);
  }
}
