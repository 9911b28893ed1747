package org.bilan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that is started while somebody writes the rules. */
class HalfWrittenRulesIT {

  @TempDir Path folder;

  @Test
  void itDoesNotStartAndTellsAllThatIsWrong() throws Exception {
    CopiedRules.into(folder);
    Path rule = folder.resolve("independence/first-origin");
    cut(Path.of(rule + ".yaml"));
    cut(Path.of(rule + ".drl"));
    Files.write(folder.resolve("independence/second-origin.yaml"), new byte[0]);
    Files.write(folder.resolve("independence/third-origin.drl"), new byte[0]);
    Files.write(folder.resolve("independence/third-origin.cases.yaml"), new byte[0]);
    Files.delete(folder.resolve("interest/insider-against-own-side.cases.yaml"));
    Files.delete(folder.resolve("responsibility/acknowledged.drl"));

    try (PackagedServer server =
        PackagedServer.launch(
            Map.of("BILAN_HOME", PackagedServer.home(HalfWrittenRulesIT.class).toString()),
            "--rules",
            folder.toString())) {
      assertThat(server.exitCode()).isEqualTo(1);
      assertThat(server.output())
          .contains(
              "first-origin.yaml",
              "first-origin.drl",
              "second-origin.yaml",
              "third-origin.drl",
              "third-origin.cases.yaml",
              "insider-against-own-side",
              "responsibility/acknowledged",
              "problem(s), listed above. Mend them")
          .doesNotContain("\tat ", "Exception");
    }
  }

  /** As whoever reads finds a file that is being written. */
  private static void cut(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
  }
}
