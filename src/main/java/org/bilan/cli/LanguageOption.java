package org.bilan.cli;

import org.bilan.assessment.Language;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --lang} of commands that tell people something. */
final class LanguageOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--lang",
      defaultValue = "en",
      paramLabel = "en|fr",
      description = "Language of what is told. Default: ${DEFAULT-VALUE}")
  private String lang;

  /**
   * The language that was asked for.
   *
   * @throws ParameterException when Bilan does not speak it: that is wrong use
   */
  Language language() {
    return Language.of(lang)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "Invalid value for --lang: '%s', expected en or fr".formatted(lang)));
  }
}
