package org.bilan.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quarkus.runtime.ExecutorRecorder;
import io.quarkus.runtime.util.ForwardingExecutorService;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import java.util.function.ToDoubleFunction;
import org.jboss.threads.EnhancedQueueExecutor;

/**
 * Measures the threads that requests are worked on. The metrics {@code worker_pool_*} are of
 * Vert.x' own pools, which requests do not come to.
 *
 * <p>The queue is counted only because it has a limit (quarkus.thread-pool.queue-size), the busy
 * threads only because {@code org.bilan.Main} asks for that.
 */
@Singleton
class WorkerPool implements MeterBinder {

  @Override
  public void bindTo(MeterRegistry metrics) {
    gauge(metrics, "busy", "Threads that work on a request now", pool -> pool.getActiveCount());
    gauge(metrics, "threads", "Threads there are now", pool -> pool.getPoolSize());
    gauge(metrics, "limit", "Most threads there may be", pool -> pool.getMaximumPoolSize());
    gauge(metrics, "queue", "Requests that wait for a thread", pool -> pool.getQueueSize());
  }

  private static void gauge(
      MeterRegistry metrics,
      String name,
      String description,
      ToDoubleFunction<EnhancedQueueExecutor> value) {
    // Asked for anew each time: the pool is made after the metrics are.
    Gauge.builder("bilan.workers." + name, () -> value.applyAsDouble(pool()))
        .description(description)
        .register(metrics);
  }

  /** The pool itself. Quarkus hands out a cover of it, which tells nothing. */
  private static EnhancedQueueExecutor pool() {
    Executor executor = ExecutorRecorder.getCurrent();
    while (executor instanceof ForwardingExecutorService cover) {
      executor = covered(cover);
    }
    return (EnhancedQueueExecutor) executor;
  }

  private static Executor covered(ForwardingExecutorService cover) {
    try {
      Method covered = ForwardingExecutorService.class.getDeclaredMethod("delegate");
      covered.setAccessible(true);
      return (Executor) covered.invoke(cover);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("This version of Quarkus covers its threads otherwise", e);
    }
  }
}
