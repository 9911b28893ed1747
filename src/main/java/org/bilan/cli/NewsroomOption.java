package org.bilan.cli;

import java.util.Optional;
import org.bilan.export.About;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who publishes, for exports as ClaimReview. */
final class NewsroomOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--newsroom",
      paramLabel = "NAME",
      description = "With claimreview: who publishes the reviews. Default: Bilan")
  private String name;

  @Option(
      names = "--newsroom-url",
      paramLabel = "URL",
      description = "With claimreview: their home page")
  private String url;

  @Option(
      names = "--page",
      paramLabel = "URL",
      description = {
        "With claimreview: where the page about a claim is, {incident} and {claim} standing for",
        "the ids: https://news.example/{incident}#{claim}"
      })
  private String page;

  /**
   * Who publishes; empty where nobody is named.
   *
   * @throws ParameterException when something is said of a newsroom without a name
   */
  Optional<About.Newsroom> newsroom() {
    if (name == null && (url != null || page != null)) {
      throw new ParameterException(
          spec.commandLine(), "--newsroom-url and --page say whose: add --newsroom NAME.");
    }
    return Optional.ofNullable(name)
        .map(
            given ->
                new About.Newsroom(given, Optional.ofNullable(url), Optional.ofNullable(page)));
  }
}
