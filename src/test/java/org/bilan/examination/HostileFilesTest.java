package org.bilan.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part of the hostile files; the program HostileFiles sends all of them. */
class HostileFilesTest {

  private static List<HostileFile> some() {
    return Stream.of(
            HostileBombs.all(),
            HostileBombs.decoded(3_000),
            HostileMetadata.all(),
            HostileShapes.others(),
            HostileShapes.polyglots(),
            HostileShapes.truncated(2),
            HostileShapes.flipped(2))
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void eachIsRefusedOrMarkedAndAGoodFileIsExaminedAfterwardsAsBefore(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("file");
    Path good = folder.resolve("good");
    Files.write(good, Drawn.jpeg(300, 200));
    List<String> wrong = new ArrayList<>();
    try (Examiner examiner = new Examiner(Limits.DEFAULTS)) {
      byte[] before = ExaminationJson.write(examiner.examine(good).examination());
      for (HostileFile hostile : some()) {
        Files.write(file, hostile.content().get());
        String outcome = Outcomes.of(examiner, file);
        if (!Outcomes.isExpected(hostile, outcome)) {
          wrong.add(hostile.name() + ": " + outcome + ", not " + hostile.expected());
        }
      }
      assertThat(wrong).isEmpty();
      assertThat(ExaminationJson.write(examiner.examine(good).examination())).isEqualTo(before);
      // One unfolds to more than a worker's memory.
      assertThat(examiner.lost()).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void thereAreMoreThanFiveHundred() {
    List<HostileFile> all = HostileFile.all();
    assertThat(all).hasSizeGreaterThan(500);
    assertThat(all.stream().map(HostileFile::name)).doesNotHaveDuplicates();
  }
}
