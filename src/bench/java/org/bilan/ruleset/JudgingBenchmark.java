package org.bilan.ruleset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.InvalidDossier;
import org.bilan.evidence.Aspect;
import org.bilan.evidence.Evidence;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Dossiers a second on one thread, with explanations: the shipped rules in Drools beside the same
 * rules written by hand in Java, and the questions alone beside the questions alone.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
public class JudgingBenchmark {

  /** The dossiers of the Mali weekend. */
  private static final int DOSSIERS = 6;

  private final List<Dossier> dossiers = new ArrayList<>();
  private final List<List<Aspect>> facts = new ArrayList<>();
  private Ruleset ruleset;
  private RulesByHand byHand;

  @Setup
  public void load() throws IOException, InvalidDossier, InvalidRuleset {
    // As on the command line: Drools tells of every step where nobody stops it.
    Logger.getLogger("").setLevel(Level.WARNING);
    try (Stream<Path> files = Files.list(Path.of("seeds"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        dossiers.add(DossierReader.read(Files.readAllBytes(file)));
      }
    }
    ruleset = Ruleset.load(Path.of("rules"));
    byHand = new RulesByHand(ruleset.cards());
    for (Dossier dossier : dossiers) {
      List<Aspect> of = new ArrayList<>();
      Evidence.of(dossier).forEach(claim -> of.addAll(claim.facts()));
      facts.add(of);
    }
    if (dossiers.size() != DOSSIERS) {
      throw new IllegalStateException("Dossiers came or went");
    }
    System.out.println(SameJudgements.check(ruleset, byHand, dossiers));
  }

  @TearDown
  public void close() {
    ruleset.close();
  }

  /** Evidence, questions in Drools, weighing, wording. */
  @Benchmark
  @OperationsPerInvocation(DOSSIERS)
  public List<Assessment> judgeWithDrools() {
    List<Assessment> assessments = new ArrayList<>();
    dossiers.forEach(dossier -> assessments.add(ruleset.judge(dossier, Language.EN)));
    return assessments;
  }

  /** Evidence, questions in Java, weighing, wording. */
  @Benchmark
  @OperationsPerInvocation(DOSSIERS)
  public List<Assessment> judgeWithJava() {
    List<Assessment> assessments = new ArrayList<>();
    dossiers.forEach(dossier -> assessments.add(judgeByHand(dossier)));
    return assessments;
  }

  /** From facts that are there already to conclusions. */
  @Benchmark
  @OperationsPerInvocation(DOSSIERS)
  public List<List<Conclusion>> questionsInDrools() {
    List<List<Conclusion>> conclusions = new ArrayList<>();
    facts.forEach(of -> conclusions.add(ruleset.conclusions(of)));
    return conclusions;
  }

  /** From facts that are there already to conclusions. */
  @Benchmark
  @OperationsPerInvocation(DOSSIERS)
  public List<List<Conclusion>> questionsInJava() {
    List<List<Conclusion>> conclusions = new ArrayList<>();
    facts.forEach(of -> conclusions.add(byHand.conclusions(of)));
    return conclusions;
  }

  private Assessment judgeByHand(Dossier dossier) {
    return ruleset.judged(dossier, dossier.knownUntil(), Language.EN, byHand::conclusions);
  }

  /** Runs with JMH's own options, and prints the ratios that the figures are for. */
  public static void main(String... args) throws RunnerException, CommandLineOptionException {
    Collection<RunResult> results =
        new Runner(new OptionsBuilder().parent(new CommandLineOptions(args)).build()).run();
    System.out.printf("%nHand-written Java is faster by%n");
    ratio(results, "a dossier judged and explained", "judgeWithJava", "judgeWithDrools");
    ratio(results, "the questions alone", "questionsInJava", "questionsInDrools");
  }

  private static void ratio(
      Collection<RunResult> results, String what, String java, String drools) {
    double[] scores =
        Arrays.stream(new String[] {java, drools})
            .mapToDouble(
                name ->
                    results.stream()
                        .filter(r -> r.getParams().getBenchmark().endsWith("." + name))
                        .mapToDouble(r -> r.getPrimaryResult().getScore())
                        .findFirst()
                        .orElse(Double.NaN))
            .toArray();
    System.out.printf(
        "  %-32s %6.1f times (%,.0f against %,.0f dossiers a second, one thread)%n",
        what, scores[0] / scores[1], scores[0], scores[1]);
  }
}
