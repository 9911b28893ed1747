package org.bilan.ruleset;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Runs the benchmarks with JMH's own options, and prints what their figures are for. */
final class Benchmarks {

  private Benchmarks() {}

  public static void main(String... args) throws RunnerException, CommandLineOptionException {
    Collection<RunResult> results = new Runner(new CommandLineOptions(args)).run();
    print(results, JudgingBenchmark.class, JudgingBenchmark::print);
    print(results, ReloadBenchmark.class, ReloadBenchmark::print);
    print(results, TrialBenchmark.class, TrialBenchmark::print);
  }

  private static void print(
      Collection<RunResult> results, Class<?> of, Consumer<Collection<RunResult>> summary) {
    List<RunResult> its =
        results.stream()
            .filter(r -> r.getParams().getBenchmark().startsWith(of.getName() + "."))
            .toList();
    if (!its.isEmpty()) {
      summary.accept(its);
    }
  }
}
