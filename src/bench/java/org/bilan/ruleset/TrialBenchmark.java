package org.bilan.ruleset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.Comparison;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;

/** How long it takes to tell what another number does to a dossier, without the archive. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 3, time = 4)
@Fork(value = 1, jvmArgsAppend = "-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
public class TrialBenchmark {

  /** Milliseconds at the median: a page that follows a slider. */
  private static final int AIM = 150;

  private Ruleset ruleset;
  private Dossier dossier;
  private int value;

  @Setup
  public void load() throws Exception {
    Logger.getLogger("").setLevel(Level.WARNING);
    ruleset = Ruleset.load(Path.of("rules"));
    dossier = DossierReader.read(Files.readAllBytes(Path.of("seeds/amasrakad.json")));
  }

  @TearDown
  public void close() {
    ruleset.close();
  }

  /** Each time another value of a number that a question reads. */
  @Benchmark
  public byte[] number() throws InvalidRuleset {
    return tried("independence.second-origin", "origins", 2 + value++ % 3);
  }

  /** Each time another value of a number that stands beside the rules. */
  @Benchmark
  public byte[] prior() throws InvalidRuleset {
    return tried(CardNumbers.SETTINGS, "prior", -10 + value++ % 10);
  }

  private byte[] tried(String rule, String number, int to) throws InvalidRuleset {
    NumberChange change = new NumberChange(new CardNumber.Address(rule, number), to);
    try (Ruleset other = ruleset.tuned(ruleset.numbers().with(List.of(change))).orElseThrow()) {
      Derivation derived = Derivation.of(dossier);
      return AssessmentJson.write(
          Comparison.of(ruleset.judge(derived, Language.EN), other.judge(derived, Language.EN)));
    }
  }

  /** Prints the figures and the aim. */
  static void print(Collection<RunResult> results) {
    System.out.printf("%nThe dossier of Amasrakad, judged with another number too%n");
    for (RunResult result : results) {
      double millis = result.getPrimaryResult().getStatistics().getPercentile(50);
      System.out.printf(
          "  %-22s %,10.1f ms at the median; the aim is less than %,d ms: %s%n",
          result.getPrimaryResult().getLabel(), millis, AIM, millis < AIM ? "met" : "missed");
    }
  }
}
