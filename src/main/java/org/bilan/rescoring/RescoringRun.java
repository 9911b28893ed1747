package org.bilan.rescoring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bilan.archive.CommandArchive;
import org.bilan.archive.DueDossier;
import org.bilan.archive.DueOutcome;
import org.bilan.archive.LostRun;
import org.bilan.archive.Outage;
import org.bilan.archive.Rescoring;
import org.bilan.archive.RescoringChunks;
import org.bilan.archive.Rescorings;
import org.bilan.archive.Rulesets;
import org.bilan.ledger.Actor;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.Ruleset;
import org.jboss.logging.Logger;

/**
 * Works on one run until it is done, or is to stop. While a chunk is written, the next is judged
 * and the one after it read: never more than these three are held, however large the archive is.
 */
public final class RescoringRun {

  private static final Logger LOG = Logger.getLogger(RescoringRun.class);

  /** A quarter of the silence after which a worker counts as dead. */
  private static final int HEARD_SECONDS = Rescorings.SILENCE_SECONDS / 4;

  /** What is waited for a database that is away, each time twice as long as before. */
  private static final Duration SHORTEST = Duration.ofMillis(250);

  /** A database that is there, and each time too slow or too full for the same chunk, stays so. */
  private static final int MOST_IN_VAIN = 20;

  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final Rulesets rulesets;
  private final Rescorings rescorings;
  private final RescoringChunks chunks;
  private final int cores;
  private final int most;
  private final Actor actor;
  private final Stages stages = new Stages();
  private final UUID worker;
  private final long id;
  private volatile boolean stopped;
  private Optional<Duration> patience = Optional.empty();
  private Optional<Instant> awaySince = Optional.empty();
  private int inVain;
  private Duration pause = SHORTEST;

  /**
   * A worker for one run.
   *
   * @param id of the run
   * @param worker names who works on it, and nobody else
   * @param cores threads that judge
   * @param most dossiers in a chunk
   * @param actor who works on it, for the ledger
   */
  public RescoringRun(
      Rulesets rulesets,
      Rescorings rescorings,
      RescoringChunks chunks,
      long id,
      UUID worker,
      int cores,
      int most,
      Actor actor) {
    this.worker = worker;
    this.rulesets = rulesets;
    this.rescorings = rescorings;
    this.chunks = chunks;
    this.id = id;
    this.cores = cores;
    this.most = most;
    this.actor = actor;
  }

  /**
   * As {@link #RescoringRun}, for a command. One waits no longer than a minute for an archive that
   * is away: when a service with an embedded archive starts again, that is elsewhere.
   */
  public static RescoringRun of(
      CommandArchive archive, long id, UUID worker, int cores, int most, Actor actor) {
    RescoringRun run =
        new RescoringRun(
            archive.rulesets(),
            archive.rescorings(),
            archive.rescoringChunks(),
            id,
            worker,
            cores,
            most,
            actor);
    run.patience = Optional.of(Duration.ofMinutes(1));
    return run;
  }

  /** Where its time went so far. */
  public Stages stages() {
    return stages;
  }

  /** Asks it to stop after the chunk that it writes now. Somebody else may go on then. */
  public void stop() {
    stopped = true;
  }

  /**
   * Works until the run is done, somebody stops it or takes it over, or a fault ends it. A database
   * that is away is waited for.
   *
   * @param written is called after each chunk
   */
  public void work(Consumer<RescoringChunks.Written> written) {
    work(written, () -> {});
  }

  /**
   * As {@link #work(Consumer)}.
   *
   * @param away is called when the database is found to be away
   */
  public void work(Consumer<RescoringChunks.Written> written, Runnable away) {
    pause = SHORTEST;
    while (!stopped) {
      boolean taken = false;
      try {
        Optional<Rescoring> run = rescorings.take(id, worker);
        taken = run.isPresent();
        if (taken) {
          work(run.get(), written);
        }
        return;
      } catch (LostRun others) {
        return;
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
        return;
      } catch (InvalidRuleset refused) {
        fail("Its ruleset is refused by this version of Bilan: " + refused.getMessage());
        return;
      } catch (RuntimeException | Error fault) {
        if (!Outage.isCauseOf(fault)) {
          LOG.errorf(fault, "Rescoring %d ends", id);
          Throwable cause = fault.getCause() == null ? fault : fault.getCause();
          fail("Internal fault: %s. The log tells more.".formatted(cause.getClass().getName()));
          return;
        }
        if (taken && ++inVain >= MOST_IN_VAIN) {
          LOG.errorf(fault, "Rescoring %d ends", id);
          fail(
              "The database answered, and did not do it %d times in a row. The log tells more."
                  .formatted(MOST_IN_VAIN));
          return;
        }
        LOG.infof("Rescoring %d waits for the archive: %s", id, fault.getMessage());
        boolean first = awaySince.isEmpty();
        Instant since = awaySince.orElseGet(Instant::now);
        awaySince = Optional.of(since);
        if (first) {
          away.run();
        }
        boolean enough =
            patience.filter(most -> since.plus(most).isBefore(Instant.now())).isPresent();
        if (enough || !waited()) {
          return;
        }
      }
    }
  }

  private void work(Rescoring run, Consumer<RescoringChunks.Written> written)
      throws InvalidRuleset, InterruptedException {
    ScheduledExecutorService aside = Executors.newScheduledThreadPool(2, RescoringRun::thread);
    // First of all: to load rules may take longer than the silence that others bear.
    aside.scheduleWithFixedDelay(this::beHeard, HEARD_SECONDS, HEARD_SECONDS, TimeUnit.SECONDS);
    try (Ruleset ruleset = load(run.revision());
        Ruleset base = run.base().isPresent() ? load(run.base().get()) : null;
        ChunkJudge judge = new ChunkJudge(ruleset, Optional.ofNullable(base), stages, cores)) {
      go(run, judge, aside, written);
    } finally {
      aside.shutdownNow();
    }
  }

  private void go(
      Rescoring run,
      ChunkJudge judge,
      ExecutorService reader,
      Consumer<RescoringChunks.Written> written)
      throws InterruptedException {
    long number = run.chunks();
    Future<List<DueDossier>> reading = reader.submit(() -> read(run, run.doneUpTo()));
    List<Future<DueOutcome>> judging = List.of();
    while (!stopped) {
      List<DueDossier> due = read(reading);
      List<Future<DueOutcome>> judged = judging;
      judging = judge.begin(due);
      if (!due.isEmpty()) {
        String last = due.get(due.size() - 1).incident();
        reading = reader.submit(() -> read(run, last));
      }
      if (!judged.isEmpty()) {
        List<DueOutcome> outcomes = ChunkJudge.end(judged);
        long chunk = number++;
        written.accept(
            stages.time(
                Stage.WRITE,
                () -> chunks.write(run, worker, chunk, outcomes, judge::judge, actor)));
        pause = SHORTEST;
        awaySince = Optional.empty();
        inVain = 0;
      }
      if (due.isEmpty()) {
        rescorings.done(id, worker);
        return;
      }
    }
    rescorings.leave(id, worker);
  }

  private List<DueDossier> read(Rescoring run, String after) {
    return stages.time(Stage.READ, () -> chunks.next(run, after, most));
  }

  private static List<DueDossier> read(Future<List<DueDossier>> reading)
      throws InterruptedException {
    try {
      return reading.get();
    } catch (ExecutionException fault) {
      throw new IllegalStateException("A chunk cannot be read", fault.getCause());
    }
  }

  private Ruleset load(String revision) throws InvalidRuleset {
    return Ruleset.of(rulesets.files(revision).orElseThrow());
  }

  /**
   * What cannot be said now is said a little later: nobody else comes before the silence is long.
   */
  private void beHeard() {
    try {
      rescorings.heard(id, worker);
    } catch (RuntimeException away) {
      LOG.debugf("Rescoring %d is not heard of: %s", id, away.getMessage());
    }
  }

  private void fail(String reason) {
    try {
      rescorings.fail(id, worker, reason);
    } catch (RuntimeException away) {
      LOG.warnf("That rescoring %d failed is not kept: %s", id, away.getMessage());
    }
  }

  private boolean waited() {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return false;
    }
    Duration longer = pause.multipliedBy(2);
    pause = longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
    return true;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "rescoring-aside");
    thread.setDaemon(true);
    return thread;
  }
}
