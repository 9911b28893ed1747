package org.bilan.dossier;

import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a dossier says of a picture, and what Bilan established of its file. */
final class MediaReader {

  static final Set<String> FIELDS =
      Set.of(
          "id",
          "report",
          "kind",
          "sha256",
          "perceptualHash",
          "fingerprint",
          "capturedAt",
          "firstSeenAt",
          "place",
          "chronolocated",
          "shows",
          "credentials",
          "manipulation",
          "examined",
          "supports");

  private static final Set<String> EXAMINED =
      Set.of(
          "receivedAt",
          "picture",
          "capturedAt",
          "place",
          "device",
          "software",
          "editedAt",
          "contradictions",
          "credentials",
          "firstSeen");
  private static final Set<String> FIRST_SEEN =
      Set.of("at", "ground", "place", "url", "incident", "sha256", "bits");

  private static final Pattern DIGITS_64 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern DIGITS_16 = Pattern.compile("[0-9a-f]{16}");
  private static final String DIGITS_FORM = "form.digits";

  private MediaReader() {}

  static Media read(Fields f) {
    return new Media(
        f.id("id"),
        f.idIfAny("report"),
        f.word("kind", MediaKind.class),
        f.text("sha256", DIGITS_64, DIGITS_FORM, 64),
        f.text("perceptualHash", DIGITS_16, DIGITS_FORM, 16),
        f.text("fingerprint", DIGITS_64, DIGITS_FORM, 64),
        f.moment("capturedAt"),
        f.moment("firstSeenAt"),
        DossierReader.place(f),
        f.flag("chronolocated"),
        f.words("shows", 100, Shows.class),
        f.wordIfAny("credentials", Credentials.class),
        f.wordIfAny("manipulation", Manipulation.class),
        f.object("examined", EXAMINED, MediaReader::examined),
        f.ids("supports", Limits.CLAIMS));
  }

  private static Examined examined(Fields f) {
    return new Examined(
        f.moment("receivedAt"),
        f.text("picture", DIGITS_64, DIGITS_FORM, 64),
        f.moment("capturedAt"),
        DossierReader.place(f),
        f.text("device", Limits.NOTE),
        f.texts("software", Limits.NOTES, Limits.NOTE),
        f.moment("editedAt"),
        f.words("contradictions", Limits.NOTES, Contradiction.class).stream()
            .distinct()
            .sorted()
            .toList(),
        f.wordIfAny("credentials", Examined.Provenance.class),
        f.object("firstSeen", FIRST_SEEN, MediaReader::firstSeen));
  }

  private static FirstSeen firstSeen(Fields f) {
    return new FirstSeen(
        f.requiredMoment("at"),
        f.word("ground", FirstSeen.Ground.class),
        f.text("place", Limits.NAME),
        f.text("url", DossierReader.URI, DossierReader.URI_FORM),
        f.idIfAny("incident"),
        f.text("sha256", DIGITS_64, DIGITS_FORM, 64),
        f.integer("bits", 0, 256));
  }
}
