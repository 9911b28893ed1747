package org.bilan.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.bilan.assessment.Language;
import org.bilan.methodology.Methodology;
import org.bilan.ruleset.Ruleset;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that write the methodology of a ruleset to a file. */
final class MethodologyOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--methodology",
      paramLabel = "FILE",
      description = {
        "Write the ruleset's methodology there, if it is fit: what it asks, with which",
        "weights, on whose authority. As Markdown (FILE.md) or HTML (FILE.html)"
      })
  private Path file;

  @Option(
      names = "--lang",
      paramLabel = "en|fr",
      description = "Language of the methodology. Default: en")
  private String lang;

  /**
   * Whether the options make sense, before any work is done.
   *
   * @throws ParameterException when they do not: that is wrong use
   */
  void check() {
    if (file == null) {
      if (lang != null) {
        throw wrong("--lang is the language of the methodology: add --methodology FILE");
      }
      return;
    }
    language();
    if (!ends(".md") && !ends(".html")) {
      throw wrong(
          "Invalid value for --methodology: '%s', expected a file that ends in .md (Markdown) or .html"
              .formatted(file));
    }
    Optional<String> cause = FilePaths.unwritable(file);
    if (cause.isPresent()) {
      throw wrong("Cannot write %s: %s".formatted(file, cause.get()));
    }
  }

  /** Writes the file, whole or not at all. Returns it; empty when nobody asked for it. */
  Optional<Path> write(Ruleset ruleset) throws IOException {
    if (file != null) {
      Methodology methodology = Methodology.of(ruleset, language());
      String page = ends(".html") ? methodology.html() : methodology.markdown();
      new OutputFile(file).write(print -> print.write(page.getBytes(StandardCharsets.UTF_8)));
    }
    return Optional.ofNullable(file);
  }

  private boolean ends(String extension) {
    Path name = file.getFileName();
    return name != null && name.toString().toLowerCase(Locale.ROOT).endsWith(extension);
  }

  private Language language() {
    String asked = lang == null ? Language.EN.word() : lang;
    return Language.of(asked)
        .orElseThrow(
            () -> wrong("Invalid value for --lang: '%s', expected en or fr".formatted(asked)));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
