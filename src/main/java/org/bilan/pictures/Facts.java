package org.bilan.pictures;

import java.util.Optional;
import java.util.OptionalDouble;
import org.bilan.archive.StoredPicture;
import org.bilan.dossier.Examined;
import org.bilan.dossier.FirstSeen;
import org.bilan.dossier.Place;
import org.bilan.examination.ContentCredentials;
import org.bilan.examination.Examination;
import org.bilan.examination.ExaminationJson;
import org.bilan.examination.Metadata;
import org.bilan.examination.Position;
import org.bilan.examination.Stamp;

/** What was established about a file, as dossiers say it. */
final class Facts {

  private Facts() {}

  /**
   * Of a file that is kept.
   *
   * @param first SHA-256 of the first file that shows the same picture
   * @param firstSeen its earliest appearance
   */
  static Examined of(StoredPicture picture, String first, Optional<FirstSeen> firstSeen) {
    Examination examination = ExaminationJson.read(picture.examination());
    Metadata metadata = examination.metadata();
    return new Examined(
        Optional.of(Pictures.received(picture)),
        Optional.of(first),
        metadata.capturedAt().map(Stamp::moment),
        metadata.position().map(Facts::place),
        metadata.device(),
        metadata.editors(),
        metadata.editedAt().map(Stamp::moment),
        metadata.contradictions(),
        Optional.of(credentials(examination.credentials())),
        firstSeen);
  }

  private static Place place(Position position) {
    return new Place(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.of(position.lat()),
        OptionalDouble.of(position.lon()),
        Optional.empty());
  }

  private static Examined.Provenance credentials(ContentCredentials found) {
    return switch (found) {
      case ABSENT -> Examined.Provenance.ABSENT;
      case UNVERIFIED -> Examined.Provenance.UNVERIFIED;
    };
  }
}
