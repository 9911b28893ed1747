package org.bilan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.bilan.pictures.Drawn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code examine} without an archive. */
class ExamineCommandTest {

  @TempDir Path folder;

  private Path photo;
  private Path page;
  private byte[] content;

  @BeforeEach
  void draw() throws IOException {
    content = Drawn.another().jpeg(0.8f);
    photo = Files.write(folder.resolve("photo.jpg"), content);
    page = Files.writeString(folder.resolve("page.jpg"), "<html></html>");
  }

  @Test
  void whatWasEstablishedIsToldInBothLanguages() {
    Cli told = Cli.run("examine", photo.toString());
    assertThat(told.code()).as(told.err()).isZero();
    assertThat(told.text())
        .startsWith(photo.toString())
        .contains(DigestUtils.sha256Hex(content))
        .contains("jpeg, 640 x 480 pixels")
        .containsPattern("fingerprint +[0-9a-f]{64}\n")
        .containsPattern("content credentials +none found\n")
        .doesNotContain("seen");
    assertThat(Cli.run("examine", photo.toString(), "--lang", "fr").text())
        .containsPattern("empreinte +[0-9a-f]{64}\n")
        .containsPattern("références de contenu +aucune trouvée\n");
  }

  @Test
  void aRefusalIsToldAndTheOthersAreExamined() throws IOException {
    Cli told = Cli.run("examine", "--format", "json", page.toString(), photo.toString());
    assertThat(told.code()).isEqualTo(1);
    String[] lines = told.text().split("\n");
    assertThat(lines).hasSize(2);
    JsonNode refused = new JsonMapper().readTree(lines[0]);
    assertThat(refused.at("/file").asText()).isEqualTo(page.toString());
    assertThat(refused.at("/refused/code").asText()).isEqualTo("file.not-a-picture");
    assertThat(told.err()).contains(page + ": " + refused.at("/refused/sentence").asText());
    JsonNode examined = new JsonMapper().readTree(lines[1]);
    assertThat(examined.at("/sha256").asText()).isEqualTo(DigestUtils.sha256Hex(content));
    assertThat(examined.at("/fingerprint").asText()).hasSize(64);
    assertThat(examined.at("/examination/width").asInt()).isEqualTo(640);
    assertThat(Cli.run("examine", "--lang", "fr", page.toString()).err())
        .isNotEqualTo(Cli.run("examine", page.toString()).err());
  }

  @Test
  void wrongUseIsToldBeforeAnythingIsExamined() {
    assertThat(Cli.run("examine").code()).isEqualTo(2);
    assertThat(Cli.run("examine", folder.resolve("none.jpg").toString()).code()).isEqualTo(2);
    assertThat(Cli.run("examine", "--format", "xml", photo.toString()).code()).isEqualTo(2);
    assertThat(Cli.run("examine", "--confidential", photo.toString()).err()).contains("--keep");
  }
}
