package org.bilan.ruleset;

import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;

/** How long a warm service takes to read its rules folder again. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(value = 1, jvmArgsAppend = "-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
public class ReloadBenchmark {

  /** Milliseconds, of the shipped ruleset: an editor who waits longer doubts that it works. */
  private static final int AIM = 1_500;

  @Setup
  public void quiet() {
    Logger.getLogger("").setLevel(Level.WARNING);
  }

  /** Reads all files, compiles, runs all cases, and lets go of it again. */
  @Benchmark
  public String reload() throws InvalidRuleset {
    try (Ruleset ruleset = Ruleset.load(Path.of("rules"))) {
      return ruleset.revision();
    }
  }

  /** Prints the figure and the aim. */
  static void print(Collection<RunResult> results) {
    System.out.printf("%nThe shipped ruleset read again: files, compilation, all cases%n");
    for (RunResult result : results) {
      double millis = result.getPrimaryResult().getScore();
      System.out.printf(
          "  %-22s %,10.0f ms; the aim is less than %,d ms: %s%n",
          result.getPrimaryResult().getLabel(), millis, AIM, millis < AIM ? "met" : "missed");
    }
  }
}
