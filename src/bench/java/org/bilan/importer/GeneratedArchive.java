package org.bilan.importer;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.InvalidDossier;
import org.bilan.dossier.Report;
import org.bilan.dossier.Source;

/**
 * Writes an archive of as many claims as asked for, to measure with: the same for the same seed.
 * What is skewed in reality is skewed alike, since each dossier is drawn from real events of UCDP
 * GED: countries, days, parties, claims and sources of an event, outlets, words. The rest is made
 * up: longer texts, near copies, rival tolls, denials, pictures. Streams, however long.
 */
final class GeneratedArchive {

  private static final JsonMapper JSON = new JsonMapper();

  private final SplittableRandom random;
  private final List<Dossier> events = new ArrayList<>();
  private final List<String> outlets = new ArrayList<>();
  private final List<String> words = new ArrayList<>();

  private GeneratedArchive(long seed) throws IOException {
    this.random = new SplittableRandom(seed);
    InputStream sample = GeneratedArchive.class.getResourceAsStream("ged-sample-1000.csv");
    try (ArchiveInput input = ArchiveInput.open(sample, "ged-sample-1000.csv")) {
      for (Row row = input.next(); row != null; row = input.next()) {
        learn(((Outcome.Taken) row.read()).dossier());
      }
    }
  }

  /** As often as it stands there, so that it is drawn as often. */
  private void learn(Dossier event) {
    events.add(event);
    event.sources().stream()
        .filter(source -> source.id().startsWith("outlet"))
        .flatMap(source -> source.name().stream())
        .forEach(outlets::add);
    event.reports().stream()
        .flatMap(report -> report.text().stream())
        .forEach(text -> words.addAll(List.of(text.strip().split("\\s+"))));
  }

  /** {@code CLAIMS FILE [SEED]}, as several arguments or as one. */
  public static void main(String... arguments) throws IOException {
    String[] given = String.join(" ", arguments).strip().split("\\s+");
    if (given.length < 2) {
      System.err.println("Say how many claims, and the file: CLAIMS FILE [SEED]");
      System.exit(2);
    }
    Path file = Path.of(given[1]);
    long seed = given.length > 2 ? Long.parseLong(given[2]) : 1;
    long begun = System.nanoTime();
    try (OutputStream out =
        new BufferedOutputStream(Packing.of(given[1]).pack(Files.newOutputStream(file)), 1 << 16)) {
      new GeneratedArchive(seed).write(Long.parseLong(given[0]), out);
    }
    System.out.printf(
        "%s: %,d bytes, in %.1f s%n",
        file, Files.size(file), (System.nanoTime() - begun) / 1_000_000_000.0);
  }

  private void write(long claims, OutputStream out) throws IOException {
    long written = 0;
    long dossiers = 0;
    long bytes = 0;
    while (written < claims) {
      ObjectNode dossier = dossier(++dossiers, claims - written);
      written += dossier.path("claims").size();
      byte[] line = JSON.writeValueAsBytes(dossier);
      out.write(line);
      out.write('\n');
      bytes += line.length + 1L;
    }
    System.out.printf(
        "%,d claims in %,d dossiers, %,d bytes as JSON Lines%n", written, dossiers, bytes);
  }

  private ObjectNode dossier(long number, long mostClaims) {
    GeneratedDossier dossier =
        new GeneratedDossier("gen-" + number, draw(events), random, (int) Math.min(9, mostClaims));
    // Sources and reports of another event, so that they do not follow from its claims.
    Dossier other = draw(events);
    List<String> origins = new ArrayList<>();
    for (Source source : other.sources()) {
      if (source.id().startsWith("origin")) {
        origins.add(
            dossier.origin(source.name().orElse("An unnamed source"), source.kind(), text()));
      }
    }
    for (Report report : other.reports()) {
      if (!report.cites().isEmpty()) {
        dossier.outlet(draw(outlets), origins, text());
      }
    }
    // The press of larger events.
    for (int more = random.nextInt(8) == 0 ? random.nextInt(1, 12) : 0; more > 0; more--) {
      dossier.outlet(draw(outlets), origins, text());
    }
    ObjectNode json = dossier.done();
    try {
      DossierReader.read(json);
    } catch (InvalidDossier e) {
      throw new IllegalStateException(e);
    }
    return json;
  }

  private <T> T draw(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Some tens of words, seldom hundreds. */
  private String text() {
    int length = (int) Math.min(1_500, Math.exp(3.3 + 0.9 * normal()));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.max(4, length); i++) {
      text.append(i == 0 ? "" : " ").append(draw(words));
    }
    return text.toString();
  }

  /** About normal: the sum of twelve even ones (Irwin and Hall, 1927). */
  private double normal() {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }
}
