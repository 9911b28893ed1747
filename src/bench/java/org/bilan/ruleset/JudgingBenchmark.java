package org.bilan.ruleset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierBuilder;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.InvalidDossier;
import org.bilan.evidence.Aspect;
import org.bilan.evidence.ClaimEvidence;
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

/**
 * Dossiers a second on one thread, with explanations: the shipped rules in Drools beside the same
 * rules written by hand in Java, and the questions alone beside the questions alone: as a ruleset
 * asks them, which has Drools answer each thing once ({@link Memo}), and each asked anew.
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

  /** The claims in them. */
  private static final int CLAIMS = 11;

  private final List<Dossier> dossiers = new ArrayList<>();
  private final List<List<Aspect>> facts = new ArrayList<>();
  private Dossier plain;
  private Ruleset ruleset;
  private Engine engine;
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
    plain =
        new DossierBuilder()
            .party("army", "rebels")
            .party("rebels")
            .claim(
                "c", "killed", "victims: 'civilian', responsible: 'army', count: {min: 3, max: 5}")
            .says("radio", "independent-media", "", "c asserts")
            .says("monitor", "ngo", "", "c asserts interviews")
            .build();
    ruleset = Ruleset.load(Path.of("rules"));
    byHand = new RulesByHand(ruleset.cards());
    engine = Engine.compile(ShippedRules.read().rules().values());
    for (Dossier dossier : dossiers) {
      List<Aspect> of = new ArrayList<>();
      Evidence.of(dossier).forEach(claim -> of.addAll(claim.facts()));
      facts.add(of);
    }
    int claims = dossiers.stream().mapToInt(dossier -> dossier.claims().size()).sum();
    if (dossiers.size() != DOSSIERS || claims != CLAIMS) {
      throw new IllegalStateException("Dossiers or claims came or went");
    }
    System.out.println(SameJudgements.check(ruleset, byHand, dossiers));
  }

  @TearDown
  public void close() {
    ruleset.close();
    engine.close();
  }

  /** From dossiers to facts: what both have to do. */
  @Benchmark
  @OperationsPerInvocation(DOSSIERS)
  public List<List<ClaimEvidence>> evidence() {
    List<List<ClaimEvidence>> evidence = new ArrayList<>();
    dossiers.forEach(dossier -> evidence.add(Evidence.of(dossier)));
    return evidence;
  }

  /** Evidence, questions in Drools, weighing, wording. */
  @Benchmark
  @OperationsPerInvocation(DOSSIERS)
  public List<Assessment> judgeWithDrools() {
    List<Assessment> assessments = new ArrayList<>();
    dossiers.forEach(dossier -> assessments.add(ruleset.judge(dossier, Language.EN)));
    return assessments;
  }

  /** The same of one claim that two sources tell, as most in archives are. */
  @Benchmark
  public Assessment judgeOneClaimToldTwice() {
    return ruleset.judge(plain, Language.EN);
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

  /** From facts that are there already to conclusions, each of Drools anew. */
  @Benchmark
  @OperationsPerInvocation(DOSSIERS)
  public List<List<Conclusion>> questionsAskedAnew() {
    List<List<Conclusion>> conclusions = new ArrayList<>();
    facts.forEach(of -> conclusions.add(engine.run(ruleset.cards(), of)));
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
    return ruleset.judged(Derivation.of(dossier), Language.EN, byHand::conclusions);
  }

  /** Prints the ratios that the figures are for. */
  static void print(Collection<RunResult> results) {
    System.out.printf(
        "%nOne thread; the dossiers of the Mali weekend (%d claims in %d), and one plain claim%n",
        CLAIMS, DOSSIERS);
    for (RunResult result : results) {
      String label = result.getPrimaryResult().getLabel();
      double dossiers = result.getPrimaryResult().getScore();
      double claims = label.contains("OneClaim") ? dossiers : dossiers * CLAIMS / DOSSIERS;
      System.out.printf(
          "  %-22s %,10.0f dossiers a second, %,10.0f claims%n", label, dossiers, claims);
    }
    System.out.printf("Hand-written Java is faster by%n");
    ratio(results, "a dossier judged and explained", "judgeWithJava", "judgeWithDrools");
    ratio(results, "the questions alone", "questionsInJava", "questionsInDrools");
    ratio(results, "the questions asked anew", "questionsInJava", "questionsAskedAnew");
  }

  private static void ratio(
      Collection<RunResult> results, String what, String java, String drools) {
    System.out.printf("  %-32s %6.1f times%n", what, score(results, java) / score(results, drools));
  }

  private static double score(Collection<RunResult> results, String benchmark) {
    return results.stream()
        .filter(r -> r.getParams().getBenchmark().endsWith("." + benchmark))
        .mapToDouble(r -> r.getPrimaryResult().getScore())
        .findFirst()
        .orElse(Double.NaN);
  }
}
