package org.bilan.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.bilan.assessment.Language;
import org.bilan.dossier.Contradiction;
import org.junit.jupiter.api.Test;

/** Examinations as they are kept, and refusals as people read them. */
class ExaminationJsonTest {

  private static final Examination FULL =
      new Examination(
          "ab".repeat(32),
          1234,
          Format.JPEG,
          300,
          200,
          1,
          EnumSet.of(Mark.TRAILING_DATA, Mark.DAMAGED),
          new Metadata(
              Optional.of(new Stamp("2024-05-01", "2024-05-01T14:03:22", Field.EXIF_ORIGINAL)),
              Optional.of(new Stamp("2024-05-01T12:03:20Z", "2024-05-01T12:03:20Z", Field.GPS)),
              Optional.of(new Position(31.5, -34.25)),
              Optional.of("Apple iPhone 15"),
              Optional.of("17.1.2"),
              List.of("Adobe Photoshop"),
              Optional.empty(),
              6,
              Optional.of("A. Author"),
              Optional.empty(),
              Optional.of("A street"),
              Optional.of("digitalCapture"),
              List.of(Contradiction.PREVIEW_DIFFERS)),
          ContentCredentials.UNVERIFIED);

  private static final String JSON =
      """
      {"sha256":"%s","bytes":1234,"format":"jpeg","width":300,"height":200,"frames":1,\
      "marks":["damaged","trailing-data"],"metadata":{\
      "capturedAt":{"time":"2024-05-01","stated":"2024-05-01T14:03:22","field":"exif-original"},\
      "gpsAt":{"time":"2024-05-01T12:03:20Z","stated":"2024-05-01T12:03:20Z","field":"gps"},\
      "position":{"lat":31.5,"lon":-34.25},"device":"Apple iPhone 15","writtenBy":"17.1.2",\
      "editors":["Adobe Photoshop"],"editedAt":null,"orientation":6,"author":"A. Author",\
      "copyright":null,"caption":"A street","digitalSource":"digitalCapture",\
      "contradictions":["preview-differs"]},"credentials":"unverified"}"""
          .formatted("ab".repeat(32));

  @Test
  void itHasOneShape() {
    assertThat(new String(ExaminationJson.write(FULL), StandardCharsets.UTF_8)).isEqualTo(JSON);
    assertThat(ExaminationJson.read(JSON.getBytes(StandardCharsets.UTF_8))).isEqualTo(FULL);
  }

  @Test
  void whatIsNoneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExaminationJson.read("{\"format\":\"exe\"}".getBytes()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExaminationJson.read(JSON.replace("31.5", "131.5").getBytes()));
  }

  @Test
  void eachRefusalHasItsSentenceInEachLanguage() {
    for (Refusal refusal : Refusal.values()) {
      RefusedFile refused = new RefusedFile(refusal, 60_000L, 50_000L);
      String english = refused.sentence(Language.EN);
      String french = refused.sentence(Language.FR);
      assertThat(english).endsWith(".").isNotEqualTo(french);
      assertThat(french).endsWith(".").doesNotContain("''").doesNotContain("{");
      assertThat(refused.code()).isEqualTo("file." + refusal.word());
    }
    assertThat(new RefusedFile(Refusal.TOO_MANY_BYTES, 60_000L, 50_000L).sentence(Language.EN))
        .contains("60,000", "50,000");
  }
}
