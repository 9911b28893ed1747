package org.bilan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.bilan.archive.ArchiveFailure;
import org.bilan.archive.CommandArchive;
import org.bilan.archive.Rescoring;
import org.bilan.archive.RescoringAccounts;
import org.bilan.archive.RescoringFilter;
import org.bilan.archive.RescoringState;
import org.bilan.archive.Rescorings;
import org.bilan.archive.StoredRuleset;
import org.bilan.assessment.Language;
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
      "Ctrl-C pauses it; --resume goes on. What is done is kept, whatever ends it.",
      "Claims and conflicts are named as the dossiers name them, also where sources are confidential:",
      "what is told is not for publishing."
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

  @Mixin private DossierOptions dossiers;

  @Option(names = "--dry-run", description = "Keep nothing but what would move")
  private boolean dryRun;

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description =
          "Go on with a run that was paused, has failed, or whose worker has died; of one that is done, tell what moved")
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
    if (ruleset != null
        && !NUMBER.matcher(ruleset).matches()
        && !REVISION.matcher(ruleset).matches()) {
      throw wrong(
          "--ruleset is '%s'. Expected: an id, or at least 8 digits of a revision"
              .formatted(ruleset));
    }
    filter =
        new RescoringFilter(dossiers.country(), dossiers.from(), dossiers.to(), dossiers.grades());
    if (out != null) {
      FilePaths.unwritable(out)
          .ifPresent(
              cause -> {
                throw wrong("Cannot write %s: %s".formatted(out, cause));
              });
    }
    if (resumed != null && (ruleset != null || dryRun || !filter.equals(RescoringFilter.ALL))) {
      throw wrong("--resume goes on with a run as it was asked for: leave out the rest.");
    }
  }

  @Override
  int run(CommandArchive archive) {
    Rescorings rescorings = archive.rescorings();
    Optional<Rescoring> before = Optional.ofNullable(resumed).map(id -> asItStands(rescorings));
    if (before.filter(stands -> stands.state() == RescoringState.DONE).isPresent()) {
      return tell(archive, before.get());
    }
    UUID worker = UUID.randomUUID();
    PauseAtEnd interrupted = new PauseAtEnd(id -> pause(rescorings, id, worker));
    Rescoring run;
    boolean ending;
    try {
      run = before.isEmpty() ? begin(archive, worker) : resume(rescorings, before.get(), worker);
      if (interrupted.begun(run.id())) {
        work(archive, run, worker);
      } else {
        rescorings.leave(run.id(), worker);
      }
    } catch (Asking.NotSo why) {
      return failed(why.getMessage());
    } finally {
      ending = !interrupted.forgone();
    }
    try {
      run = rescorings.find(run.id()).orElseThrow();
    } catch (ArchiveFailure away) {
      return failed(RunProgress.away(run, lang.language()));
    }
    return run.state() == RescoringState.DONE
        ? tell(archive, run)
        : ending ? 1 : failed(RunProgress.ended(run, lang.language()));
  }

  private void work(CommandArchive archive, Rescoring run, UUID worker) {
    RescoringRun work =
        RescoringRun.of(
            archive,
            run.id(),
            worker,
            cores == null ? Runtime.getRuntime().availableProcessors() : cores,
            CHUNK,
            actor());
    RunProgress progress = new RunProgress(run);
    work.work(
        progress::written,
        () -> {
          progress.end();
          System.err.println(RunProgress.waits(run, lang.language()));
        });
    progress.end();
  }

  private Rescoring begin(CommandArchive archive, UUID worker) throws Asking.NotSo {
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
        .begin(judges, filter, dryRun, Optional.of(worker), actor());
  }

  /** The run to go on with: once its worker, if it has one, was silent or was heard again. */
  private Rescoring asItStands(Rescorings rescorings) {
    Rescoring run =
        rescorings.find(resumed).orElseThrow(() -> wrong("There is no run %d.".formatted(resumed)));
    return run.state() == RescoringState.RUNNING && run.worked()
        ? afterSilence(rescorings, run)
        : run;
  }

  private Rescoring resume(Rescorings rescorings, Rescoring run, UUID worker) {
    if (run.state() == RescoringState.RUNNING && !run.worked()) {
      return rescorings.take(run.id(), worker).orElse(run);
    }
    try {
      return rescorings.resume(resumed, Optional.of(worker), actor());
    } catch (Rescorings.Refused refused) {
      throw wrong(
          "Run %d is %s%s."
              .formatted(
                  resumed,
                  refused.state().word(),
                  run.worked() ? ", and somebody works on it" : ""));
    }
  }

  /** Perhaps its worker has died a moment ago: it is heard of no more then. */
  private Rescoring afterSilence(Rescorings rescorings, Rescoring heard) {
    System.err.println(RunProgress.silent(heard, Rescorings.SILENCE_SECONDS, lang.language()));
    Rescoring now = heard;
    while (now.state() == RescoringState.RUNNING
        && now.worked()
        && now.heardAt().equals(heard.heardAt())) {
      try {
        Thread.sleep(500);
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
        return now;
      }
      now = rescorings.find(resumed).orElseThrow();
    }
    return now;
  }

  /** After Ctrl-C: what is being written is kept, and nobody goes on by himself. */
  private void pause(Rescorings rescorings, long id, UUID worker) {
    try {
      Rescoring run = rescorings.pause(id, worker, actor());
      System.err.println();
      System.err.println(RunProgress.ended(run, lang.language()));
    } catch (Rescorings.Refused | ArchiveFailure over) {
      // It has ended by itself, or the database is away: --resume goes on in any case.
    }
  }

  /** But of dossiers that were deleted since. */
  private static WhatMoved.Told told(CommandArchive archive, Rescoring run) {
    WhatMoved.Told told = new WhatMoved(archive.rescoringAccounts(), archive.rulesets()).of(run);
    RescoringAccounts accounts = archive.rescoringAccounts();
    return new WhatMoved.Told(
        told.facts(),
        told.moved()
            .told(
                (incident, state) ->
                    accounts.isThere(incident, state)
                        ? Optional.of(UnaryOperator.identity())
                        : Optional.empty(),
                accounts::isThere));
  }

  private int tell(CommandArchive archive, Rescoring run) {
    Language language = lang.language();
    WhatMoved.Told told = told(archive, run);
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
      return e.nobodyReads() ? 1 : failed(RunProgress.untold(run, e.getMessage(), language));
    } catch (IOException e) {
      return failed(RunProgress.untold(run, FilePaths.cause(e), language));
    }
    archive.rescoringAccounts().failures(run.id(), 0, MOST_FAILURES).items().stream()
        .map(f -> f.incident() + ": " + f.reason())
        .forEach(line -> System.err.println(Terminal.safe(line)));
    return run.failed() > 0 ? failed(RunProgress.failures(run, MOST_FAILURES, language)) : 0;
  }

  /** Of dossiers that could not be judged, so many are told. */
  private static final int MOST_FAILURES = 20;
}
