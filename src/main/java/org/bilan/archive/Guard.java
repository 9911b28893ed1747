package org.bilan.archive;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps those who wait for the database from taking all threads, which would stop also those who
 * need none; and those who wait to write from taking all connections, which would stop readers.
 */
@Guarded
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE) // before a transaction is begun
class Guard {

  /** Threads that are always left to those who need no database. */
  private static final int FOR_JUDGING = 8;

  /** Threads and connections that are always left to those who only read. */
  private static final int FOR_READING = 6;

  private final Breaker breaker;
  private final Duration patience;
  private final Semaphore working;
  private final Semaphore writing;
  private final Semaphore writers;

  Guard(
      LookUps lookUps,
      @ConfigProperty(name = "quarkus.thread-pool.max-threads") int threads,
      @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections,
      @ConfigProperty(name = "quarkus.datasource.jdbc.acquisition-timeout") Duration patience) {
    this.breaker = lookUps.breaker();
    this.patience = patience;
    this.working = places(threads - FOR_JUDGING);
    this.writers = places(threads - FOR_JUDGING - FOR_READING);
    this.writing = places(connections - FOR_READING);
  }

  private static Semaphore places(int number) {
    return new Semaphore(Math.max(1, number), true);
  }

  @AroundInvoke
  Object guarded(InvocationContext work) throws Exception {
    if (breaker.open()) {
      throw new ArchiveAway("It did not answer shortly before");
    }
    Guarded how = work.getMethod().getAnnotation(Guarded.class);
    return how != null && how.writes()
        ? placed(writers, () -> placed(working, () -> inTurn(work)))
        : placed(working, work::proceed);
  }

  private interface Work {
    Object proceed() throws Exception;
  }

  private static Object placed(Semaphore places, Work work) throws Exception {
    if (!places.tryAcquire()) {
      throw new ArchiveAway("Too many wait for it");
    }
    try {
      return work.proceed();
    } finally {
      places.release();
    }
  }

  private Object inTurn(InvocationContext work) throws Exception {
    if (!writing.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new ArchiveAway("Others write for too long");
    }
    try {
      return work.proceed();
    } finally {
      writing.release();
    }
  }
}
