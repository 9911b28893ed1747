package org.bilan.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

  @Test
  void aDateIsTheWholeDayInUtc() {
    Moment day = moment("2024-02-29");
    assertThat(day.earliest()).isEqualTo(Instant.parse("2024-02-29T00:00:00Z"));
    assertThat(day.latest()).isEqualTo(Instant.parse("2024-02-29T23:59:59.999999Z"));
  }

  @Test
  void aDateTimeIsOneInstantWhateverItsOffset() {
    assertThat(moment("2024-03-17T06:30:00+05:30")).isEqualTo(moment("2024-03-17T01:00Z"));
    assertThat(moment("2024-03-17T06:30:00.123456789Z").earliest())
        .isEqualTo(Instant.parse("2024-03-17T06:30:00.123456789Z"));
    assertThat(moment("2024-03-17T06:30Z").latest())
        .isEqualTo(Instant.parse("2024-03-17T06:30:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " 2024-03-17",
        "2024-03-17\n",
        "2024-3-17",
        "24-03-17",
        "+2024-03-17",
        "2023-02-29",
        "2024-04-31",
        "2024-13-01",
        "2024-00-10",
        "2024-03-17T06:30:00",
        "2024-03-17T24:00:00Z",
        "2024-03-17T23:60Z",
        "2024-03-17T23:59:60Z",
        "2024-03-17T06:30:00.Z",
        "2024-03-17T06:30:00.1234567890Z",
        "2024-03-17T06:30:00+0530",
        "2024-03-17T06:30:00+18:01",
        "2024-03-17t06:30:00z",
        "2024-03-17 06:30:00Z",
        "٢٠٢٤-٠٣-١٧"
      })
  void whatIsNoTimeIsEmpty(String text) {
    assertThat(Moment.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-16, 2024-03-17, true",
    "2024-03-17, 2024-03-17, false",
    "2024-03-17, 2024-03-16, false",
    "2024-03-16, 2024-03-17T00:00:00Z, true",
    "2024-03-17, 2024-03-17T23:00:00Z, false",
    "2024-03-17T23:00:00Z, 2024-03-17, false",
    "2024-03-16T23:59:59Z, 2024-03-17, true",
    "2024-03-17T06:00:00Z, 2024-03-17T06:00:00Z, false",
    "2024-03-17T06:00:00Z, 2024-03-17T06:00:01Z, true",
  })
  void isCertainlyBeforeOnlyWhatItCannotOverlap(String one, String other, boolean before) {
    assertThat(moment(one).certainlyBefore(moment(other))).isEqualTo(before);
  }

  @Test
  void comesInOrderOfItsStart() {
    assertThat(moment("2024-03-17T00:00Z"))
        .isLessThan(moment("2024-03-17"))
        .isGreaterThan(moment("2024-03-16"));
  }

  private static Moment moment(String text) {
    return Moment.parse(text).orElseThrow();
  }
}
