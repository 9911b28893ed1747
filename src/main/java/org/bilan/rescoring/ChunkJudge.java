package org.bilan.rescoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bilan.archive.DueDossier;
import org.bilan.archive.DueDossier.Standing;
import org.bilan.archive.DueOutcome;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.InvalidDossier;
import org.bilan.dossier.Problem;
import org.bilan.movement.Stood;
import org.bilan.movement.StoodReader;
import org.bilan.movement.Where;
import org.bilan.ruleset.Derivation;
import org.bilan.ruleset.Ruleset;
import org.jboss.logging.Logger;

/** Judges chunks of dossiers on several threads. One that cannot be judged stops no other. */
final class ChunkJudge implements AutoCloseable {

  private static final int LAST_SECONDS = 5;

  private static final Logger LOG = Logger.getLogger(ChunkJudge.class);

  private final Ruleset ruleset;
  private final Optional<Ruleset> base;
  private final Stages stages;
  private final ExecutorService threads;
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private volatile boolean closing;

  /**
   * A judge.
   *
   * @param base what else judges each dossier, to be compared with; empty for how it stands
   */
  ChunkJudge(Ruleset ruleset, Optional<Ruleset> base, Stages stages, int cores) {
    this.ruleset = ruleset;
    this.base = base;
    this.stages = stages;
    this.threads =
        Executors.newFixedThreadPool(
            cores,
            work -> {
              Thread thread = new Thread(work, "rescoring");
              thread.setDaemon(true);
              // Whoever waits for an answer comes first.
              thread.setPriority(Thread.MIN_PRIORITY);
              return thread;
            });
  }

  /** Begins to judge a chunk. */
  List<Future<DueOutcome>> begin(List<DueDossier> chunk) {
    List<Future<DueOutcome>> judging = new ArrayList<>(chunk.size());
    for (DueDossier due : chunk) {
      Callable<DueOutcome> work = () -> judge(due);
      judging.add(threads.submit(work));
    }
    return judging;
  }

  /** Waits for what was begun, in its order. */
  static List<DueOutcome> end(List<Future<DueOutcome>> judging) throws InterruptedException {
    List<DueOutcome> outcomes = new ArrayList<>(judging.size());
    try {
      for (Future<DueOutcome> one : judging) {
        outcomes.add(one.get());
      }
    } catch (ExecutionException fault) {
      throw new IllegalStateException("A chunk cannot be judged", fault.getCause());
    } catch (CancellationException ended) {
      throw new InterruptedException("The run ends");
    }
    return outcomes;
  }

  /** Judges one dossier. */
  DueOutcome judge(DueDossier due) {
    try {
      Dossier dossier = stages.time(Stage.PARSE, () -> read(due));
      if (due.known().isPresent()) {
        Optional<Stood> before = before(due, () -> derive(dossier));
        byte[] known = due.known().get().document();
        Stood after = stages.time(Stage.PARSE, () -> StoodReader.read(known));
        return new DueOutcome.Judged(due, Optional.empty(), where(due, dossier), before, after);
      }
      Derivation derived = derive(dossier);
      Optional<Stood> before = before(due, () -> derived);
      Assessment assessment = judge(ruleset, derived);
      byte[] json = stages.time(Stage.RENDER, () -> AssessmentJson.write(assessment));
      return new DueOutcome.Judged(
          due,
          Optional.of(DueOutcome.Made.of(dossier, assessment, json)),
          where(due, dossier),
          before,
          Stood.of(assessment));
    } catch (Unfit unfit) {
      return new DueOutcome.Failed(due, unfit.getMessage());
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError fault) {
      return new DueOutcome.Failed(due, told(due, fault));
    }
  }

  /** What is counted by conflict is told to all. */
  private static Where where(DueDossier due, Dossier dossier) {
    Where where = Where.of(dossier);
    return due.confidential() ? where.withoutConflict() : where;
  }

  private Optional<Stood> before(DueDossier due, Supplier<Derivation> derived) {
    if (base.isEmpty()) {
      return due.before().flatMap(this::comparable);
    }
    Ruleset other = base.get();
    return due.stands()
        .filter(standing -> standing.revision().equals(other.revision()))
        .flatMap(this::comparable)
        .or(() -> Optional.of(Stood.of(judge(other, derived.get()))));
  }

  /** One that says what this version of Bilan does not know keeps nobody from judging anew. */
  private Optional<Stood> comparable(Standing standing) {
    try {
      return Optional.of(stages.time(Stage.PARSE, () -> StoodReader.read(standing.document())));
    } catch (IllegalArgumentException unknown) {
      LOG.debugf("Assessment %d cannot be compared with: %s", standing.id(), unknown.getMessage());
      return Optional.empty();
    }
  }

  /** Once for both rulesets. */
  private Derivation derive(Dossier dossier) {
    return stages.time(Stage.JUDGE, () -> Derivation.of(dossier));
  }

  private Assessment judge(Ruleset by, Derivation derived) {
    return stages.time(Stage.JUDGE, () -> by.judge(derived, Language.EN));
  }

  private static Dossier read(DueDossier due) {
    try {
      return DossierReader.read(due.document());
    } catch (InvalidDossier e) {
      throw new Unfit(e);
    }
  }

  /** With its trace in the log, and the same fault again without. */
  private String told(DueDossier due, Throwable fault) {
    StackTraceElement[] frames = fault.getStackTrace();
    String kind = fault.getClass().getName() + (frames.length == 0 ? "" : " at " + frames[0]);
    if (!closing && told.add(kind)) {
      LOG.errorf(fault, "Dossier %s cannot be judged by %s", due.incident(), ruleset.revision());
    }
    return "Internal fault, which is Bilan's and not the dossier's: " + kind + ".";
  }

  /** Whoever still judges has some time to end: what they judge by is closed next. */
  @Override
  public void close() {
    closing = true;
    threads.shutdownNow();
    try {
      threads.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /** A dossier that was taken once and does not fit the contract of this version. */
  private static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unfit(InvalidDossier invalid) {
      super(
          // Neither what it quotes of the dossier nor where: a key that is unknown is quoted there.
          "It does not fit the contract: "
              + String.join(
                  ", ", invalid.problems().stream().map(Problem::code).distinct().sorted().toList())
              + ". POST it to /assessments, which tells where; then send it again, mended.",
          null,
          false,
          false);
    }
  }
}
