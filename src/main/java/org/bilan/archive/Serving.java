package org.bilan.archive;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Until when the service needs its archive. The embedded PostgreSQL is told to stop at the same
 * moment as the service, and waits for it: requests under way are finished first.
 */
@ApplicationScoped
public class Serving {

  /** For what the service does after the last answer. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  // A property, since several class loaders may have loaded this class: see EmbeddedPostgres.
  private static final String UNTIL = "bilan.serving.most-seconds";

  private final Duration longest;
  private volatile boolean stopping;

  Serving(@ConfigProperty(name = "quarkus.shutdown.timeout") Duration longest) {
    this.longest = longest.plus(MARGIN);
  }

  /** From now on requests are answered. */
  public void begin() {
    System.setProperty(UNTIL, String.valueOf(longest.toSeconds()));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopping = true, "stopping"));
  }

  /** Whether the service was told to stop, so that it only finishes what is under way. */
  public boolean stopping() {
    return stopping;
  }

  /** Sent when the last request has been answered, or had its time. */
  void end(@Observes ShutdownEvent stopping) {
    System.clearProperty(UNTIL);
  }

  /**
   * A command needs the archive also for its last words, which it has when it is told to stop.
   *
   * @param most how long they take
   */
  public static void hold(Duration most) {
    System.setProperty(UNTIL, String.valueOf(most.toSeconds()));
  }

  /** They are said. */
  public static void release() {
    System.clearProperty(UNTIL);
  }

  /** Waits for the end, if the service has begun; no longer than it may take. */
  static void awaitEnd() throws InterruptedException {
    long giveUp = System.nanoTime() + Duration.ofSeconds(Long.getLong(UNTIL, 0)).toNanos();
    while (System.getProperty(UNTIL) != null && System.nanoTime() < giveUp) {
      Thread.sleep(20);
    }
  }
}
