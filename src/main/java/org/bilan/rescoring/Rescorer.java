package org.bilan.rescoring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bilan.archive.RescoringChunks;
import org.bilan.archive.Rescorings;
import org.bilan.archive.Rulesets;
import org.bilan.ledger.Actor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Works on the archive's runs within a service: on those that were begun, and on those whose worker
 * has died, whichever service that was.
 */
@ApplicationScoped
public class Rescorer {

  private static final Logger LOG = Logger.getLogger(Rescorer.class);

  /** More at once would only take turns; one alone would keep a small run waiting for a large. */
  private static final int AT_ONCE = 2;

  /** Dossiers in a chunk: each is a lock, of which PostgreSQL has some thousands. */
  private static final int MOST = 2_000;

  /** For which the end of a service waits for a chunk that is being judged or written. */
  private static final int LAST_SECONDS = 10;

  private final Rulesets rulesets;
  private final Rescorings rescorings;
  private final RescoringChunks chunks;
  private final int cores;
  private final int most;
  private final Duration look;
  private final Map<Long, RescoringRun> working = new ConcurrentHashMap<>();
  private final Counter judged;
  private final Counter failed;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(work -> thread(work, "rescorings"));
  private volatile boolean ending;
  private boolean away;

  Rescorer(
      Rulesets rulesets,
      Rescorings rescorings,
      RescoringChunks chunks,
      MeterRegistry metrics,
      @ConfigProperty(name = "bilan.rescoring.cores") int cores,
      @ConfigProperty(name = "bilan.rescoring.chunk") int most,
      @ConfigProperty(name = "bilan.rescoring.look") Duration look) {
    this.rulesets = rulesets;
    this.rescorings = rescorings;
    this.chunks = chunks;
    this.cores = cores > 0 ? cores : Runtime.getRuntime().availableProcessors();
    this.most = within(most);
    this.look = look;
    this.judged = counter(metrics, "judged");
    this.failed = counter(metrics, "failed");
    Gauge.builder("bilan.rescorings", working, Map::size)
        .description("Rescorings that this service works on")
        .register(metrics);
  }

  private static int within(int most) {
    if (most < 1 || most > MOST) {
      String message =
          "bilan.rescoring.chunk is %d. Expected: 1 to %d dossiers.".formatted(most, MOST);
      throw new IllegalStateException(message, new PreventFurtherStepsException(message, 1));
    }
    return most;
  }

  private static Counter counter(MeterRegistry metrics, String outcome) {
    return Counter.builder("bilan.rescored.dossiers")
        .description("Dossiers that rescorings have gone through, by what came of it")
        .tag("outcome", outcome)
        .register(metrics);
  }

  void start(@Observes StartupEvent started) {
    clock.scheduleWithFixedDelay(
        this::look, look.toMillis(), look.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A run was begun or resumed: it need not wait for the next look. */
  public void wake() {
    if (!ending) {
      clock.execute(this::look);
    }
  }

  /** What is being written is finished, and another service need not wait for a silence. */
  void stop(@Observes ShutdownEvent ending) {
    this.ending = true;
    clock.shutdownNow();
    working.values().forEach(RescoringRun::stop);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LAST_SECONDS);
    try {
      while (!working.isEmpty() && System.nanoTime() - end < 0) {
        Thread.sleep(20);
      }
    } catch (InterruptedException now) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      for (long run : rescorings.waiting()) {
        if (working.size() < AT_ONCE && !ending) {
          begin(run);
        }
      }
      away = false;
    } catch (RuntimeException failure) {
      if (!away) {
        LOG.warnf("Which rescorings wait cannot be asked: %s", failure.getMessage());
      }
      away = true;
    }
  }

  private void begin(long id) {
    RescoringRun run =
        new RescoringRun(
            rulesets, rescorings, chunks, id, UUID.randomUUID(), cores, most, Actor.SERVICE);
    if (working.putIfAbsent(id, run) != null) {
      return;
    }
    thread(
            () -> {
              try {
                run.work(this::count);
                LOG.infof("Rescoring %d: %s", id, run.stages());
              } finally {
                working.remove(id);
                wake(); // another one may wait for the place
              }
            },
            "rescoring-" + id)
        .start();
  }

  private void count(RescoringChunks.Written written) {
    judged.increment(written.dossiers() - written.failed());
    failed.increment(written.failed());
  }

  private static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
