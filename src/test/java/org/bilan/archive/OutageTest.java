package org.bilan.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class OutageTest {

  @Test
  void aDatabaseThatIsDownIsAnOutage() {
    for (String state :
        new String[] {
          "08006", "53100", "53300", "57P01", "57P03", "57014", "55P03", "25P03", "58030"
        }) {
      assertThat(Outage.isCauseOf(new IllegalStateException(new SQLException("x", state))))
          .isTrue();
    }
    assertThat(Outage.isCauseOf(new SQLException("pool", new TimeoutException()))).isTrue();
  }

  @Test
  void aStatementThatIsWrongIsOurFault() {
    assertThat(Outage.isCauseOf(new SQLException("x", "42601"))).isFalse();
    assertThat(Outage.isCauseOf(new SQLException("x"))).isFalse();
    assertThat(Outage.isCauseOf(new IllegalStateException())).isFalse();
  }
}
