package org.bilan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bilan.assessment.Language;
import org.bilan.methodology.Methodology;
import org.bilan.ruleset.Ruleset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check --methodology} writes, and what it refuses. */
class CheckMethodologyTest {

  @TempDir private Path folder;

  private Path file(String name) {
    return folder.resolve(name);
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  @Test
  void writesThePageInTheFormThatTheNameAsksFor() throws Exception {
    try (Ruleset ruleset = Ruleset.load(Path.of("rules"))) {
      Methodology english = Methodology.of(ruleset, Language.EN);
      Methodology french = Methodology.of(ruleset, Language.FR);

      Cli run = Cli.run("check", "--methodology", file("en.md").toString());

      assertThat(run.code()).isZero();
      assertThat(run.text()).contains("is fit to go live", "written   " + file("en.md"));
      assertThat(file("en.md")).hasContent(english.markdown());
      Cli.run("check", "--methodology", file("en.HTML").toString(), "--lang", "en");
      assertThat(file("en.HTML")).hasContent(english.html());
      Cli.run("check", "--methodology", file("fr.html").toString(), "--lang", "fr");
      assertThat(file("fr.html")).hasContent(french.html());
      assertThat(files()).isEqualTo(3);
    }
  }

  @Test
  void otherNamesAndLanguagesAreWrongUse() throws IOException {
    refused("ends in .md", "--methodology", file("page.pdf").toString());
    refused("ends in .md", "--methodology", file("page").toString());
    refused("--lang: 'de'", "--methodology", file("page.md").toString(), "--lang", "de");
    refused("--methodology", "--lang", "fr");
    refused("there is no folder", "--methodology", file("none/page.md").toString());
    Files.createDirectory(file("folder.md"));
    refused("it is a folder", "--methodology", file("folder.md").toString());
    assertThat(files()).isEqualTo(1);
  }

  private static void refused(String why, String... options) {
    String[] arguments =
        Stream.concat(Stream.of("check"), Stream.of(options)).toArray(String[]::new);
    Cli run = Cli.run(arguments);
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(why).contains("Help: bilan check --help");
    assertThat(run.text()).isEmpty();
  }

  @Test
  void aRulesetThatIsNotFitHasNoMethodology() throws IOException {
    Path rules = Files.createDirectory(file("rules"));
    Files.writeString(rules.resolve("ruleset.yaml"), "name: x\n");
    Files.writeString(file("page.md"), "as it was");

    Cli run =
        Cli.run("check", "--rules", rules.toString(), "--methodology", file("page.md").toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(file("page.md")).hasContent("as it was");
    assertThat(files()).isEqualTo(2);
  }

  @Test
  void helpNamesIt() {
    assertThat(Cli.run("check", "--help").text())
        .contains("--methodology=FILE", "--lang=en|fr", "/methodology");
  }
}
