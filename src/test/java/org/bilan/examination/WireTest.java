package org.bilan.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.time.Clock;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a worker answers, and how it may break off. */
class WireTest {

  @Test
  void anAnswerThatBreaksOffIsNone() throws Exception {
    Examined examined = Inspection.of(Drawn.jpeg(300, 200), Limits.DEFAULTS, Clock.systemUTC());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Wire.examined(new DataOutputStream(out), examined);
    byte[] answer = out.toByteArray();
    Examined whole = Wire.answer(new ByteArrayInputStream(answer));
    assertThat(whole.examination()).isEqualTo(examined.examination());
    assertThat(whole.thumbnail().orElseThrow()).isEqualTo(examined.thumbnail().orElseThrow());
    for (int length : new int[] {0, 1, 4, 100, answer.length - 1}) {
      assertThatIOException()
          .isThrownBy(() -> Wire.answer(new ByteArrayInputStream(Arrays.copyOf(answer, length))));
    }
  }
}
