package org.bilan.importer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {

  @ParameterizedTest
  @CsvSource({
    "Mali, ML",
    "DR Congo (Zaire), CD",
    "Democratic Republic of Congo, CD",
    "Congo, CG",
    "Serbia (Yugoslavia), RS",
    "Kingdom of eSwatini (Swaziland), SZ",
    "ivory coast, CI",
    "Bosnia and Herzegovina, BA"
  })
  void countriesHaveTheirCodes(String name, String code) {
    assertThat(Countries.code(name)).hasValue(code);
  }

  @Test
  void otherNamesHaveNone() {
    assertThat(Countries.code("Atlantis (Greece)")).isEmpty();
    assertThat(Countries.code("")).isEmpty();
  }
}
