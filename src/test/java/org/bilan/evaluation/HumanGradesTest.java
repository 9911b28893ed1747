package org.bilan.evaluation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
            "row 3: \"a\" has been graded before. Leave one row for each incident.",
            "row 4: \"a\" has been graded before. Leave one row for each incident.",
            "row 5: its id is empty.",
            "row 6: cells in it: 1, in the header: 2. Quote cells that hold a separator.");
    assertThat(problems("incident,mark\na,fair\n")).hasSize(2).allMatch(p -> p.contains("column"));
    assertThat(problems("id,grade,grade\na,fair,weak\n"))
        .containsExactly("row 1: two columns are named \"grade\". Leave one.");
    assertThat(problems("")).singleElement().asString().contains("no grades");
    assertThat(problems("id,grade\n\"a,fair"))
        .singleElement()
        .asString()
        .startsWith("row 2: its quotes do not pair");
    assertThat(problems("id,grade\na,fair\n\"b\"x,weak\n"))
        .singleElement()
        .asString()
        .startsWith("row 3: its quotes do not pair");
    assertThat(problems("id,grade\n" + "a,b\n".repeat(1_000))).hasSize(52);
  }

  /** A header of a few megabytes would otherwise be compared name by name for an hour. */
  @Test
  void aTableWithMoreColumnsThanPeopleKeepIsRefusedAtOnce() throws Exception {
    String wide = String.join(",", Collections.nCopies(400_000, "x"));
    assertThat(problems(wide))
        .singleElement()
        .asString()
        .startsWith("row 1: it has 400000 columns; at most 100 are read.");
    String most = IntStream.range(0, 98).mapToObj(i -> ",c" + i).collect(Collectors.joining());
    HumanGrades all =
        HumanGrades.read(table("id,grade" + most + "\na,fair" + ",".repeat(98) + "\n"), "g.csv");
    assertThat(all.fields()).hasSize(98);
    assertThat(problems("id,grade" + most + ",more\n")).hasSize(1);
    String twice = IntStream.range(0, 50).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    assertThat(problems(twice + "," + twice)).hasSize(53);
    List<Map<String, String>> rows =
        IntStream.range(0, 101)
            .mapToObj(i -> Map.of("incident", "i" + i, "grade", "no", "c" + i, ""))
            .toList();
    InvalidGrades refused = catchThrowableOfType(InvalidGrades.class, () -> HumanGrades.of(rows));
    assertThat(refused.problems())
        .extracting(InvalidGrades.Problem::code)
        .containsExactly("columns.too-many");
  }

  @Test
  void aListIsReadLikeATable() throws Exception {
    HumanGrades all =
        HumanGrades.of(
            List.of(
                Map.of("incident", "a", "grade", "Fair", "corpus", "one"),
                Map.of("incident", "b", "grade", "weak", "claim", "killed", "year", "2024")));
    assertThat(all.fields()).containsExactly("corpus", "year");
    assertThat(all.grades().get("b"))
        .isEqualTo(
            new HumanGrades.HumanGrade(Grade.WEAK, Optional.of("killed"), Map.of("year", "2024")));
    InvalidGrades bad =
        catchThrowableOfType(
            InvalidGrades.class,
            () ->
                HumanGrades.of(
                    List.of(
                        Map.of("incident", "a", "grade", "weak"),
                        Map.of("incident", "a", "grade", "wek"),
                        Map.of("id", "b", "grade", "weak"))));
    assertThat(bad.problems())
        .extracting(InvalidGrades.Problem::code, p -> p.row() + " " + p.column())
        .containsExactly(
            tuple("grade.unknown", "2 grade"),
            tuple("incident.twice", "2 incident"),
            tuple("incident.missing", "3 incident"));
  }

  private static List<String> problems(String text) {
    return catchThrowableOfType(InvalidGrades.class, () -> HumanGrades.read(table(text), "g.csv"))
        .problems()
        .stream()
        .map(problem -> problem.sentence(Language.EN))
        .toList();
  }

  /** As spreadsheets and other programs write them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,grade,corpus\na,Fair,x\nb,weak,y\n",
        "id;grade;corpus\r\na;Fair;x\r\nb;weak;y\r\n",
        "id\tgrade\tcorpus\na\tFair\tx\nb\tweak\ty\n",
        "\uFEFF\"id\",\"grade\",\"corpus\"\n\"a\",\"Fair\",\"x\"\n\"b\",\"weak\",\"y\"\n",
        "ID,Grade,corpus\n\na,Fair,x\n\nb,weak,y\n\n",
        "id,grade,corpus,,\na,Fair,x,,\nb,weak,y,,\n"
      })
  void tablesAreReadAsProgramsWriteThem(String table) throws Exception {
    HumanGrades read = HumanGrades.read(table(table), "grades.csv");

    assertThat(read.fields()).containsExactly("corpus");
    assertThat(read.grades().get("a").grade()).isEqualTo(Grade.FAIR);
    assertThat(read.grades().get("b").fields()).containsEntry("corpus", "y");
  }

  @Test
  void otherEncodingsAndColumnsAreNamed() {
    assertThatThrownBy(
            () ->
                HumanGrades.read(
                    new ByteArrayInputStream("id,grade\né,fair\n".getBytes(ISO_8859_1)), "g.csv"))
        .hasMessageContaining("it is not in UTF-8");
    assertThatThrownBy(() -> HumanGrades.read(table("key,grade\n"), "g.csv"))
        .hasMessageContaining("there is no column \"id\"");
  }
}
