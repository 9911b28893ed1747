package org.bilan.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.bilan.assessment.Grade;
import org.bilan.dossier.Word;

/** What a person said of a claim's grade. */
@MappedSuperclass
abstract class OverrideColumns {

  @Id String incident;
  @Id String claim;
  @Id int number;
  long version;

  /** Null: the one before is withdrawn. */
  String grade;

  String reason;
  String person;

  @Column(name = "made_at")
  Instant at;

  record Key(String incident, String claim, int number) implements Serializable {}

  Optional<Grade> word() {
    return Optional.ofNullable(grade).flatMap(word -> Word.of(Grade.class, word));
  }

  OverrideEntry entry(int last) {
    return new OverrideEntry(
        number, word(), person, reason, at, version, number == last && grade != null);
  }
}
