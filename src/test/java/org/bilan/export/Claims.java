package org.bilan.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.InvalidDossier;

/** Claims to export: those of the seeds, as they are expected to be judged, and odd ones. */
final class Claims {

  static final Instant AT = Instant.parse("2026-02-03T04:05:06.123456Z");

  static final About ABOUT = new About(Optional.of(AT), Optional.empty(), Language.EN);

  /** What breaks writers: a formula, quotes, lines, accents, other scripts. */
  static final String ODD = "=cmd|'/c calc'!A1, \"été\"\r\n\t𝔘 مالي";

  private Claims() {}

  /** All claims of all seeds; one of them a person has graded. */
  static List<ExportedClaim> seeds() {
    List<ExportedClaim> all = new ArrayList<>();
    try (Stream<Path> files = Stream.of("seeds", "seeds/other").map(Path::of).flatMap(Claims::in)) {
      files.filter(file -> file.toString().endsWith(".json")).sorted().forEach(f -> add(f, all));
    }
    return all;
  }

  private static Stream<Path> in(Path folder) {
    try {
      return Files.list(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Path file, List<ExportedClaim> all) {
    Path expected = Path.of("seeds/expected").resolve(file.getFileName());
    all.addAll(
        of(
            read(file),
            AssessmentJson.read(bytes(expected)),
            Map.of(
                "civilians-14",
                new HumanGrade(Grade.CONFIRMED, "ana", "-2+3 " + ODD, AT.minusSeconds(60)))));
  }

  static List<ExportedClaim> of(
      Dossier dossier, Assessment assessment, Map<String, HumanGrade> human) {
    return ExportedClaim.of(dossier, assessment, human, assessment.asOf());
  }

  /** A claim of which nothing is known that may be unknown, and one of which all is odd. */
  static List<ExportedClaim> odd() {
    ExportedClaim like = seeds().get(0);
    Dossier dossier =
        read(
            """
            {"incident": {"id": "odd", "date": {"from": "1899-12-31"}},
             "sources": [{"id": "s", "kind": "witness"}],
             "claims": [{"id": "bare", "harm": "missing"}],
             "reports": [{"id": "r", "source": "s", "stances": [{"claim": "bare", "stance": "asserts"}]}]}
            """);
    Dossier full =
        read(
            """
            {"incident": {"id": "odd-2", "title": %s, "conflict": %<s, "date": {"from": "2024-02-29T23:59:59.5-01:00", "to": "2024-03-02"},
              "place": {"name": %<s, "admin1": %<s, "country": "ML", "lat": -0.00001, "lon": -179.999999, "precision": "village"},
              "parties": [{"id": "p", "name": %<s}]},
             "sources": [{"id": "s", "name": %<s, "kind": "wire-agency"}],
             "claims": [{"id": "full", "harm": "killed", "victims": "mixed", "text": %<s, "responsible": "p",
               "count": {"min": 0, "max": 3, "words": "several"}}],
             "reports": [{"id": "r", "source": "s", "publishedAt": "2024-03-03", "url": "https://example.org/é?a=1&b=2",
               "stances": [{"claim": "full", "stance": "asserts"}]}]}
            """
                .formatted(
                    "\""
                        + ODD.replace("\"", "\\\"")
                            .replace("\r", "\\r")
                            .replace("\n", "\\n")
                            .replace("\t", "\\t")
                        + "\""));
    return Stream.of(dossier, full)
        .map(
            odd ->
                new ExportedClaim(
                    odd,
                    odd.claims().get(0),
                    like.judged(),
                    like.ruleset(),
                    odd.knownUntil(),
                    Optional.empty(),
                    odd.knownUntil()))
        .toList();
  }

  static Dossier read(Path file) {
    return read(bytes(file));
  }

  static Dossier read(String json) {
    return read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static Dossier read(byte[] json) {
    try {
      return DossierReader.read(json);
    } catch (InvalidDossier e) {
      throw new IllegalArgumentException(e.problems().toString(), e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
