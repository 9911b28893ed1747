package org.bilan.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArmourTest {

  @Test
  void aFormulaStandsBehindAnApostrophe() {
    for (String formula :
        List.of("=1+1", " =1", "+cmd", "-cmd", "@SUM(1)", "\t=1", "\uff1d1", "'a")) {
      assertThat(Armour.on(formula)).isEqualTo("'" + formula);
      assertThat(Armour.off(Armour.on(formula))).isEqualTo(formula);
    }
    assertThat(Armour.on("Trois morts")).isEqualTo("Trois morts");
  }

  /** French editions split a .csv at semicolons. */
  @Test
  void soDoesOneThatWouldBeginACellElsewhere() {
    assertThat(Armour.throughout("Trois morts;=cmd|'/c calc'!A1"))
        .isEqualTo("Trois morts;'=cmd|'/c calc'!A1");
    assertThat(Armour.throughout("a|  @b\t-c; d")).isEqualTo("a|  '@b\t'-c; d");
    assertThat(Armour.throughout("=a;=b")).isEqualTo("'=a;'=b");
    assertThat(Armour.throughout("Trois morts ; deux blessés, 1 = 1"))
        .isEqualTo("Trois morts ; deux blessés, 1 = 1");
  }
}
