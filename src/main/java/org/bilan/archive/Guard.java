package org.bilan.archive;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps those who wait for the database from taking all threads, which would stop also those who
 * need none: a quarter of the threads is always left to judging.
 */
@Guarded
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE) // before a transaction is begun
class Guard {

  private final Breaker breaker;
  private final Semaphore places;

  Guard(LookUps lookUps, @ConfigProperty(name = "quarkus.thread-pool.max-threads") int threads) {
    this.breaker = lookUps.breaker();
    this.places = new Semaphore(Math.max(1, threads * 3 / 4));
  }

  @AroundInvoke
  Object guarded(InvocationContext work) throws Exception {
    if (breaker.open()) {
      throw new ArchiveAway("It did not answer shortly before");
    }
    if (!places.tryAcquire()) {
      throw new ArchiveAway("Too many wait for it");
    }
    try {
      return work.proceed();
    } finally {
      places.release();
    }
  }
}
