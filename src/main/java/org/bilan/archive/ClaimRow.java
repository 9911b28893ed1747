package org.bilan.archive;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Optional;
import org.bilan.assessment.ClaimAssessment;
import org.bilan.assessment.Grade;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Victims;
import org.bilan.dossier.Word;
import org.hibernate.annotations.Immutable;

/** One claim of one assessment, as lists show it and are filtered by it. */
@Entity(name = "ClaimRow")
@Table(name = "claim")
@IdClass(ClaimRow.Key.class)
@Immutable
class ClaimRow {

  @Id Long assessment;
  @Id String claim;
  String harm;
  String victims;
  short score;
  int evidence;
  String grade;

  record Key(Long assessment, String claim) implements Serializable {}

  static ClaimRow of(long assessment, ClaimAssessment judged, Claim claim) {
    ClaimRow row = new ClaimRow();
    row.assessment = assessment;
    row.claim = judged.claim();
    row.harm = claim.harm().word();
    row.victims = claim.victims().map(Word::word).orElse(null);
    row.score = (short) judged.score();
    row.evidence = judged.evidence();
    row.grade = judged.grade().word();
    return row;
  }

  /**
   * As it is told.
   *
   * @param override null where nobody gave one
   */
  StoredClaim stored(DossierRow dossier, String revision, OverrideInForceRow override) {
    return new StoredClaim(
        dossier.incident,
        claim,
        Word.of(Harm.class, harm).orElseThrow(),
        Optional.ofNullable(victims).flatMap(word -> Word.of(Victims.class, word)),
        score,
        evidence,
        Word.of(Grade.class, grade).orElseThrow(),
        Optional.ofNullable(override).map(OverrideInForceRow::stored),
        revision,
        dossier.state());
  }
}
