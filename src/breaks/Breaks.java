import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Breaks a rule or a derivation on purpose, one at a time on a copy of the last commit, and tells
 * which invariant saw it. The loader's cases are switched off there: the property itself must fail.
 *
 * <p>Run from the project's folder, after a build: {@code java src/breaks/Breaks.java}. It takes
 * about a minute a break, and exits with 1 when one survives.
 */
public final class Breaks {

  private static final String MAIN = "src/main/java/org/bilan/";

  /** What is broken, where, how, and the tests that should see it. */
  private record Break(String what, String file, String from, String to, String tests) {}

  private static final List<Break> BREAKS =
      List.of(
          new Break(
              "1 order: reports stay in the order they were sent",
              MAIN + "dossier/Dossier.java",
              "reports = order.reports();",
              "",
              "anyOrder*+anyRenaming*"),
          new Break(
              "2 echo: citations are not followed",
              MAIN + "evidence/Echoes.java",
              "add(copy, original, Link.CITES)",
              "add(copy, copy, Link.CITES)",
              "anEcho*"),
          new Break(
              "2 echo: owners are not kin",
              MAIN + "evidence/Index.java",
              ".ifPresent(earlier -> union.join(earlier, place));",
              ".ifPresent(earlier -> {});",
              "anEcho*"),
          new Break(
              "2 echo: near copies are not found",
              MAIN + "evidence/NearCopies.java",
              "SharedRuns.forEachAlike(sketches, alike);",
              "",
              "anEcho*"),
          new Break(
              "2 echo: a picture posted again is another picture",
              MAIN + "evidence/SamePicture.java",
              "joinSameFiles(files, pictures);",
              "",
              "aPicture*"),
          new Break(
              "3 witness: one hedging voice makes all hedge",
              MAIN + "evidence/Wording.java",
              "allHedged = View.all(",
              "allHedged = View.any(",
              "aWitness*"),
          new Break(
              "3 witness: a denial counts as support",
              MAIN + "evidence/Position.java",
              "case DENIES -> Side.AGAINST;",
              "case DENIES -> Side.FOR;",
              "aWitness*"),
          new Break(
              "4 favourites: an armed group is no official voice",
              MAIN + "dossier/SourceKind.java",
              "case MILITARY, GOVERNMENT, STATE_MEDIA, ARMED_GROUP -> true;",
              "case MILITARY, GOVERNMENT, STATE_MEDIA -> true;",
              "aStates*+exchanging*"),
          new Break(
              "5 unknown: unknown wording is hedged wording",
              MAIN + "evidence/Wording.java",
              "View.all(view.forIt(), c -> hedged(c).orElse(false))",
              "View.all(view.forIt(), c -> hedged(c).orElse(true))",
              "aFieldThat*"),
          new Break(
              "6 no stance: reports without a stance move the moment",
              MAIN + "dossier/Dossier.java",
              ".filter(report -> bearing.contains(report.id()))",
              ".filter(report -> true)",
              "whatBears*"),
          new Break(
              "7 sum: a capped topic counts in full",
              MAIN + "assessment/Weighing.java",
              "evidence += counted;",
              "evidence += sum;",
              "evidenceIs*"),
          new Break(
              "rule: another origin counts against a claim",
              "rules/independence/second-origin.yaml",
              "weight: {value: 5, limits: [0,",
              "weight: {value: -5, limits: [-5,",
              "aWitness*"));

  private static final Pattern FAILED = Pattern.compile("InvariantsTest\\.(\\w+) -- Time");

  private Breaks() {}

  public static void main(String... args) throws IOException, InterruptedException {
    Path copy = Files.createTempDirectory("bilan-breaks").resolve("copy");
    run(Path.of("."), "git", "clone", "-q", ".", copy.toString());
    Path loader = copy.resolve(MAIN + "ruleset/RulesetLoader.java");
    replace(
        loader, "new CaseRunner(engine, problems)", "new CaseRunner(engine, new RuleProblems())");
    int survived = 0;
    for (Break each : BREAKS) {
      Path file = copy.resolve(each.file());
      String whole = Files.readString(file);
      replace(file, each.from(), each.to());
      String log =
          run(copy, "mvn", "-q", "-B", "-o", "test", "-Dtest=InvariantsTest#" + each.tests());
      Files.writeString(file, whole);
      TreeSet<String> seen = new TreeSet<>();
      Matcher failed = FAILED.matcher(log);
      while (failed.find()) {
        seen.add(failed.group(1));
      }
      System.out.println((seen.isEmpty() ? "SURVIVED " : "seen     ") + each.what() + " " + seen);
      if (seen.isEmpty()) {
        survived++;
        log.lines().filter(line -> line.contains("ERROR")).limit(3).forEach(System.out::println);
      }
    }
    System.out.printf("%d of %d were seen.%n", BREAKS.size() - survived, BREAKS.size());
    System.exit(survived == 0 ? 0 : 1);
  }

  private static void replace(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    if (!text.contains(from)) {
      throw new IllegalStateException(file + " does not hold: " + from);
    }
    Files.writeString(file, text.replace(from, to));
  }

  private static String run(Path folder, String... command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return output;
  }
}
