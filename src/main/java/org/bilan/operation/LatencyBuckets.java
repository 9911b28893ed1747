package org.bilan.operation;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * Gives the timers that operators ask percentiles of a histogram, so that these can be computed
 * over any time and any number of instances: a percentile that is computed here could not be added
 * up. The buckets are few, since each is one more series for each route and status.
 */
@Singleton
class LatencyBuckets implements MeterFilter {

  private static final Set<String> TIMERS = Set.of("http.server.requests", "bilan.judging");

  /** Nanoseconds: from what judging a small dossier takes to what nobody waits for. */
  private static final double[] UPPER_BOUNDS =
      DoubleStream.of(
              0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000)
          .map(milliseconds -> milliseconds * 1_000_000)
          .toArray();

  @Override
  public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
    return TIMERS.contains(id.getName())
        ? DistributionStatisticConfig.builder()
            .serviceLevelObjectives(UPPER_BOUNDS)
            .build()
            .merge(config)
        : config;
  }
}
