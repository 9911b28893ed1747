package org.bilan.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bilan.archive.Appearance;
import org.bilan.dossier.FirstSeen.Ground;
import org.bilan.dossier.Moment;
import org.junit.jupiter.api.Test;

/** Lists of known pictures, as people's programs write them, and what is wrong with others. */
class KnownPicturesTest {

  private static final String HASH = "0123456789abcdef".repeat(4);

  private static List<Appearance> read(String table) throws InvalidKnown, IOException {
    List<Appearance> all = new ArrayList<>();
    byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
    long rows = KnownPictures.read(new ByteArrayInputStream(bytes), all::add);
    assertThat(rows).isEqualTo(all.size());
    return all;
  }

  private static List<InvalidKnown.Problem> problems(byte[] table) {
    List<Appearance> taken = new ArrayList<>();
    InvalidKnown invalid =
        catchThrowableOfType(
            InvalidKnown.class,
            () -> KnownPictures.read(new ByteArrayInputStream(table), taken::add));
    assertThat(invalid).isNotNull();
    return invalid.problems();
  }

  private static List<String> problems(String... lines) {
    return problems(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)).stream()
        .map(problem -> problem.line() + " " + problem.code())
        .toList();
  }

  @Test
  void aListIsReadAsSpreadsheetsWriteIt() throws Exception {
    List<Appearance> all =
        read(
            "\uFEFFHash;Date;Place;;\r\n"
                + HASH.toUpperCase()
                + ";2019-05-01;\"Idlib; Syrie\";;\r\n\r\n"
                + HASH
                + ";2019-05-01T12:00:00+02:00;;;\r\n");
    assertThat(all).hasSize(2);
    Appearance first = all.get(0);
    assertThat(first.fingerprints().get(0).hex()).isEqualTo(HASH);
    assertThat(first.ground()).isEqualTo(Ground.KNOWN);
    assertThat(first.place()).contains("Idlib; Syrie");
    assertThat(first.at()).isEqualTo(Moment.parse("2019-05-01").orElseThrow());
    assertThat(all.get(1).at().text()).isEqualTo("2019-05-01T10:00:00Z");
    assertThat(all.get(1).place()).isEqualTo(Optional.empty());
  }

  @Test
  void allProblemsAreToldAtOnceWithTheirLines() {
    assertThat(
            problems(
                "hash,date,place,url,note",
                HASH + ",2019-05-01,,ftp://example.org/a,",
                HASH.substring(1) + ",yesterday,,,",
                HASH + ",2019-05-01,\"a\u0007b\",http://,",
                HASH + ",2019-05-01",
                HASH + ",2019-05-01,,," + "x".repeat(2001),
                HASH + ",3019-05-01,,,"))
        .containsExactly(
            "2 url.malformed",
            "3 hash.malformed",
            "3 date.malformed",
            "4 place.malformed",
            "4 url.malformed",
            "5 table.malformed",
            "6 note.too-long",
            "7 date.ahead");
  }

  @Test
  void whatIsNoSuchTableIsToldSo() {
    assertThat(problems("hash,dat,hash", HASH + ",2019-05-01,"))
        .containsExactly("1 column.unknown", "1 table.malformed", "1 column.missing");
    assertThat(problems("")).containsExactly("1 known.missing");
    assertThat(problems("hash,date")).containsExactly("1 known.missing");
    assertThat(problems("hash,date", HASH + ",\"2019")).containsExactly("2 table.malformed");
    byte[] latin =
        ("hash,date,place\n" + HASH + ",2019-05-01,Saïda\n")
            .getBytes(Charset.forName("ISO-8859-1"));
    assertThat(problems(latin))
        .extracting(InvalidKnown.Problem::code)
        .containsExactly("table.encoding");
  }

  @Test
  void ofATableOfSomethingElseSomeAreEnough() {
    String table = "hash,date\n" + "x,y\n".repeat(1000);
    assertThat(problems(table.getBytes(StandardCharsets.UTF_8))).hasSize(51);
  }
}
