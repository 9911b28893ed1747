package org.bilan.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bilan.assessment.Assessment;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Dossier;
import org.bilan.movement.Stood;
import org.bilan.movement.Where;

/** What came of a dossier that a run has read. */
public sealed interface DueOutcome {

  DueDossier due();

  /**
   * It is judged.
   *
   * @param made empty when this ruleset had judged this version before
   * @param before how it stood; empty when it was never judged
   */
  record Judged(
      DueDossier due, Optional<Made> made, Where where, Optional<Stood> before, Stood after)
      implements DueOutcome {}

  /**
   * It cannot be judged.
   *
   * @param reason without what the dossier says
   */
  record Failed(DueDossier due, String reason) implements DueOutcome {}

  /**
   * An assessment as its rows are written: no more of it is held until then.
   *
   * @param document as JSON, in English
   */
  record Made(Instant asOf, byte[] document, List<ClaimRow> claims) {

    /** Of a dossier. */
    public static Made of(Dossier dossier, Assessment assessment, byte[] document) {
      Map<String, Claim> claims =
          dossier.claims().stream().collect(Collectors.toMap(Claim::id, Function.identity()));
      return new Made(
          DossierRow.micros(assessment.asOf()),
          document,
          assessment.claims().stream()
              .map(judged -> ClaimRow.of(0, judged, claims.get(judged.claim())))
              .toList());
    }
  }
}
