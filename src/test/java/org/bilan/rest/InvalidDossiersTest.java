package org.bilan.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import org.bilan.assessment.Language;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.InvalidDossier;
import org.junit.jupiter.api.Test;

/** What is said of a dossier that is none. */
class InvalidDossiersTest {

  @Test
  void neitherLanguageNorDigitsOfTheMachineCount() {
    InvalidDossier none =
        catchThrowableOfType(
            InvalidDossier.class, () -> DossierReader.read("{\"a\": 1}".getBytes(UTF_8)));
    InvalidDossier other =
        catchThrowableOfType(InvalidDossier.class, () -> DossierReader.read("[]".getBytes(UTF_8)));
    Locale machine = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      int problems = none.problems().size();
      assertThat(problems).isGreaterThan(1);
      assertThat(detail(none, Language.EN)).startsWith(problems + " problems. ");
      assertThat(detail(none, Language.FR)).startsWith(problems + " problèmes. ");
      assertThat(detail(other, Language.EN)).startsWith("1 problem. ");
    } finally {
      Locale.setDefault(machine);
    }
  }

  private static String detail(InvalidDossier invalid, Language language) {
    return InvalidDossiers.of(invalid, language).detail("/dossiers/x", null).detail();
  }
}
