package org.bilan.archive;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.apache.commons.codec.digest.DigestUtils;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.AssessmentJson;
import org.bilan.dossier.Dossier;

/**
 * A dossier that is to be kept, judged already, as its rows are written.
 *
 * @param marked whether it holds confidential sources itself
 * @param document the bytes that are kept
 * @param revision of the ruleset that judged
 * @param posted pictures that its reports published; remembered where no version is marked
 * @param replaces the version that it was made of, and that alone it replaces; empty: whatever is
 *     there
 */
public record Incoming(
    DossierRow row,
    boolean marked,
    byte[] document,
    String revision,
    DueOutcome.Made made,
    List<PostedPicture> posted,
    OptionalLong replaces) {

  /**
   * Of a dossier.
   *
   * @param document its bytes
   * @param assessment in English
   */
  public static Incoming of(Dossier dossier, byte[] document, Assessment assessment) {
    DossierRow row = new DossierRow();
    row.incident = dossier.incident().id();
    row.version = 1;
    row.describe(dossier, DigestUtils.sha256Hex(document), DossierRow.micros(Instant.now()));
    row.signs(Signs.of(assessment));
    return new Incoming(
        row,
        row.confidential,
        document,
        assessment.ruleset(),
        DueOutcome.Made.of(dossier, assessment, AssessmentJson.write(assessment)),
        PostedPicture.of(dossier),
        OptionalLong.empty());
  }

  /** The same, in place of this version alone: of another it knows nothing. */
  public Incoming replacing(long version) {
    return new Incoming(row, marked, document, revision, made, posted, OptionalLong.of(version));
  }

  String incident() {
    return row.incident;
  }

  /** Bytes that it takes until it is written. */
  public long weight() {
    return document.length + (long) made.document().length;
  }
}
