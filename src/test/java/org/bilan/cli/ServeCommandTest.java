package org.bilan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServeCommandTest {

  @ParameterizedTest
  @ValueSource(strings = {"65536", "99999", "-1", "http", "", "8080x", "99999999999", "٨٠٨٠"})
  void aWrongPortIsRefusedBeforeAnythingStarts(String port) {
    Cli run = Cli.run("serve", "--port", port);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("'" + port + "' is no port", "0 to 65535")
        .doesNotContain("\tat ")
        .hasLineCount(2);
  }

  @Test
  void aRulesFolderThatIsNotThereIsWrongUse() {
    Cli run = Cli.run("serve", "--rules", "nowhere", "--port", "0");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("Cannot read the rules folder nowhere: it is not found in ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xml", "jsonl", "text,json"})
  void aFormatOfLogsThatThereIsNotIsRefused(String format) {
    Cli run = Cli.run("serve", "--log-format", format);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("'" + format + "' is no format of logs", "text or json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"host:4318", "ftp://u:geheim@host", "localhost", "http://", "http://a b"})
  void anAddressForTracesThatIsNoneIsRefusedAndNotRepeated(String address) {
    Cli run = Cli.run("serve", "--traces", address);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("http://host:4318").doesNotContain("geheim");
  }
}
