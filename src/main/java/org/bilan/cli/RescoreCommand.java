package org.bilan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bilan.archive.ArchiveFailure;
import org.bilan.archive.CommandArchive;
import org.bilan.archive.Rescoring;
import org.bilan.archive.RescoringFilter;
import org.bilan.archive.RescoringState;
import org.bilan.archive.Rescorings;
import org.bilan.archive.StoredRuleset;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Language;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Suggestion;
import org.bilan.dossier.Word;
import org.bilan.movement.MovedCsv;
import org.bilan.movement.MovedJson;
import org.bilan.movement.MovedPage;
import org.bilan.rescoring.Asking;
import org.bilan.rescoring.RescoringRun;
import org.bilan.rescoring.WhatMoved;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Has the archive rescored, on this machine's cores. */
@Command(
    name = "rescore",
    description = {
      "Judges the archive anew, or a part of it, and tells what moved.",
      "Ctrl-C pauses it; --resume goes on. What is done is kept, whatever ends it."
    })
final class RescoreCommand extends ArchiveCommand {

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,6}");
  private static final Pattern REVISION = Pattern.compile("[0-9a-f]{8,64}");

  /** As the service. */
  private static final int CHUNK = 500;

  private enum Format {
    table,
    json,
    csv,
    html
  }

  @Option(
      names = "--ruleset",
      paramLabel = "ID",
      description =
          "Id of the ruleset that judges, or at least 8 digits of its revision. Default: the one in force")
  private String ruleset;

  @Option(names = "--country", paramLabel = "CC", description = "Only dossiers of this country: ML")
  private String country;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "Only incidents that lasted until then, or longer")
  private String from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Only incidents that had begun by then")
  private String to;

  @Option(
      names = "--grade",
      arity = "1..*",
      paramLabel = "GRADE",
      description = "Only dossiers of which a claim stands at one of these")
  private List<String> grades = List.of();

  @Option(names = "--dry-run", description = "Keep nothing but what would move")
  private boolean dryRun;

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description = "Go on with a run that was paused, has failed, or whose worker has died")
  private Long resumed;

  @Option(
      names = "--cores",
      paramLabel = "N",
      description = "Threads that judge. Default: as many as there are processors")
  private Integer cores;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "How to tell what moved: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
  private Format format;

  @Mixin private LanguageOption lang;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Tell it there instead of on standard output")
  private Path out;

  private RescoringFilter filter;

  @Override
  void check() {
    lang.language();
    if (cores != null && (cores < 1 || cores > 1_000)) {
      throw wrong("--cores is %d. Expected: 1 to 1000".formatted(cores));
    }
    if (country != null && !country.matches("[A-Z]{2}")) {
      throw wrong("--country is '%s'. Expected: two capital letters, as ML".formatted(country));
    }
    if (ruleset != null
        && !NUMBER.matcher(ruleset).matches()
        && !REVISION.matcher(ruleset).matches()) {
      throw wrong(
          "--ruleset is '%s'. Expected: an id, or at least 8 digits of a revision"
              .formatted(ruleset));
    }
    filter =
        new RescoringFilter(
            Optional.ofNullable(country), moment("--from", from), moment("--to", to), grades());
    if (resumed != null && (ruleset != null || dryRun || !filter.equals(RescoringFilter.ALL))) {
      throw wrong("--resume goes on with a run as it was asked for: leave out the rest.");
    }
  }

  private Optional<String> moment(String option, String text) {
    if (text != null && Moment.parse(text).isEmpty()) {
      throw wrong(
          "%s is '%s'. Expected: a date (2024-03-17), or a date-time with offset"
              .formatted(option, text));
    }
    return Optional.ofNullable(text);
  }

  private Set<Grade> grades() {
    List<String> spelt = EnumSet.allOf(Grade.class).stream().map(Word::word).toList();
    Set<Grade> all = EnumSet.noneOf(Grade.class);
    for (String word : grades) {
      all.add(
          Word.of(Grade.class, word)
              .orElseThrow(
                  () ->
                      wrong(
                          "'%s' is no grade. Grades: %s. %s"
                              .formatted(
                                  word,
                                  String.join(", ", spelt),
                                  Suggestion.advice(word, spelt, "")))));
    }
    return all;
  }

  @Override
  int run(CommandArchive archive) {
    Rescorings rescorings = archive.rescorings();
    Rescoring run;
    try {
      run = resumed == null ? begin(archive) : resume(rescorings);
    } catch (Asking.NotSo why) {
      return failed(why.getMessage());
    }
    RescoringRun work =
        RescoringRun.of(
            archive,
            run.id(),
            cores == null ? Runtime.getRuntime().availableProcessors() : cores,
            CHUNK,
            actor());
    Thread interrupted = new Thread(() -> pause(rescorings, run.id(), work));
    Runtime.getRuntime().addShutdownHook(interrupted);
    RunProgress progress = new RunProgress(run);
    work.work(progress::written);
    progress.end();
    Rescoring now = rescorings.find(run.id()).orElseThrow();
    if (now.state() == RescoringState.DONE) {
      Runtime.getRuntime().removeShutdownHook(interrupted);
      return tell(archive, now);
    }
    return failed(RunProgress.ended(now, lang.language()));
  }

  private Rescoring begin(CommandArchive archive) throws Asking.NotSo {
    Optional<StoredRuleset> judges = Optional.empty();
    if (ruleset != null) {
      List<StoredRuleset> found =
          NUMBER.matcher(ruleset).matches()
              ? archive.rulesets().find(Long.parseLong(ruleset)).stream().toList()
              : archive.rulesets().find(ruleset);
      if (found.size() != 1) {
        throw wrong(
            found.isEmpty()
                ? "There is no ruleset %s.".formatted(ruleset)
                : "Several revisions begin with %s: give more of it.".formatted(ruleset));
      }
      judges = Optional.of(found.get(0));
    }
    return new Asking(archive.rulesets(), archive.rescorings())
        .begin(judges, filter, dryRun, actor());
  }

  private Rescoring resume(Rescorings rescorings) {
    Rescoring run =
        rescorings.find(resumed).orElseThrow(() -> wrong("There is no run %d.".formatted(resumed)));
    if (run.state() == RescoringState.RUNNING && !run.worked()) {
      return run;
    }
    try {
      return rescorings.resume(resumed, actor());
    } catch (Rescorings.Refused refused) {
      throw wrong(
          "Run %d is %s%s."
              .formatted(resumed, refused.state().word(), run.worked() ? ", and worked on" : ""));
    }
  }

  /** Waits until what is being written is kept: then the run can go on anywhere. */
  private void pause(Rescorings rescorings, long id, RescoringRun work) {
    work.stop();
    try {
      Rescoring run = rescorings.pause(id, actor());
      System.err.println();
      System.err.println(RunProgress.ended(run, lang.language()));
    } catch (Rescorings.Refused | ArchiveFailure over) {
      // It has ended by itself, or the database is away: --resume goes on in any case.
    }
  }

  private int tell(CommandArchive archive, Rescoring run) {
    Language language = lang.language();
    WhatMoved.Told told =
        new WhatMoved(archive.rescoringAccounts(), archive.rulesets()).of(run.id());
    try {
      OutputFile.write(
          out,
          print -> {
            switch (format) {
              case table -> new MovedTable(print, language).print(told.facts(), told.moved());
              case json -> print.write(MovedJson.write(told.facts(), told.moved()));
              case csv -> print.write(MovedCsv.write(told.facts(), told.moved()));
              case html -> print.print(MovedPage.of(told.facts(), told.moved(), language));
            }
            if (format == Format.json) {
              print.println();
            }
          });
    } catch (CheckedPrint.Unwritten e) {
      return e.nobodyReads() ? 1 : failed("Stopped: " + e.getMessage());
    } catch (IOException e) {
      return failed("Stopped, since a file failed: " + FilePaths.cause(e));
    }
    archive.rescoringAccounts().failures(run.id(), 0, MOST_FAILURES).items().stream()
        .map(f -> f.incident() + ": " + f.reason())
        .forEach(line -> System.err.println(Terminal.safe(line)));
    return run.failed() > 0 ? failed(RunProgress.failures(run, MOST_FAILURES, language)) : 0;
  }

  /** Of dossiers that could not be judged, so many are told. */
  private static final int MOST_FAILURES = 20;
}
