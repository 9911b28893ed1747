package org.bilan.importer;

import static org.assertj.core.api.Assertions.assertThat;

import org.bilan.dossier.SourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeakersTest {

  @ParameterizedTest
  @CsvSource({
    "army statement, MILITARY",
    "military sources, SECURITY_OFFICIAL",
    "Ministry of National Defense, GOVERNMENT",
    "government of Mali, GOVERNMENT",
    "police spokesman, SECURITY_OFFICIAL",
    "Local official, LOCAL_OFFICIAL",
    "officials, UNKNOWN",
    "SOHR, MONITOR",
    "Syrian Observatory for Human Rights, MONITOR",
    "hospital officials, MEDICAL",
    "local witnesses, WITNESS",
    "local residents, RESIDENT",
    "local sources, UNKNOWN",
    "rebel statement, ARMED_GROUP",
    "UN, INTERNATIONAL_ORGANISATION",
    "HRW, NGO",
    "SANA, STATE_MEDIA",
    "security and medical sources, UNKNOWN",
    "the colonel's cousin, UNKNOWN"
  })
  void aKindIsGuessedOnlyWhereTheWordsLeaveNoChoice(String words, SourceKind kind) {
    assertThat(Speakers.origin(words)).isEqualTo(kind);
  }

  @Test
  void speakersAreToldApartWhereTheyMustBeSeveral() {
    assertThat(Speakers.of("SOHR; VDC\nHRW;.")).containsExactly("SOHR", "VDC", "HRW");
    assertThat(Speakers.of("SOHR, Airwars, VDC")).containsExactly("SOHR", "Airwars", "VDC");
    assertThat(Speakers.of("the governor, Mr X")).containsExactly("the governor, Mr X");
    assertThat(Speakers.of("SOHR, the governor")).containsExactly("SOHR, the governor");
  }
}
