package org.bilan.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.bilan.assessment.Grade;
import org.junit.jupiter.api.Test;

class HumanGradesTest {

  private static InputStream table(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void gradesAreReadWithWhatElseTheTableSays() throws Exception {
    HumanGrades all =
        HumanGrades.read(
            table(
                "\uFEFFid,corpus,grade,claim\r\na,one,Fair,\r\n\"b, c\",two,CONTESTED,killed\r\n"),
            "g.csv");
    assertThat(all.fields()).containsExactly("corpus");
    assertThat(all.grades())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "a",
                new HumanGrades.HumanGrade(Grade.FAIR, Optional.empty(), Map.of("corpus", "one")),
                "b, c",
                new HumanGrades.HumanGrade(
                    Grade.CONTESTED, Optional.of("killed"), Map.of("corpus", "two"))));
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    assertThat(problems("id,grade\na,fairr\na,fair\na,weak\n,weak\nb\n"))
        .containsExactly(
            "row 2: \"fairr\" is no grade. Did you mean \"fair\"?",
            "row 4: \"a\" has been graded before. Leave one.",
            "row 5: its id is empty.",
            "row 6: it has 1 cells, its header 2.");
    assertThat(problems("incident,mark\na,fair\n")).hasSize(2).allMatch(p -> p.contains("column"));
    assertThat(problems("id,grade,grade\na,fair,weak\n"))
        .containsExactly("row 1: two columns are named \"grade\". Leave one.");
    assertThat(problems("")).singleElement().asString().contains("no grades");
    assertThat(problems("id,grade\n\"a,fair")).isNotEmpty();
    assertThat(problems("id,grade\n" + "a,b\n".repeat(1_000))).hasSize(51);
  }

  private static java.util.List<String> problems(String text) {
    return catchThrowableOfType(
            HumanGrades.InvalidGrades.class, () -> HumanGrades.read(table(text), "g.csv"))
        .problems();
  }
}
