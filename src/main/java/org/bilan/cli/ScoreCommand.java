package org.bilan.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.InvalidDossier;
import org.bilan.dossier.Moment;
import org.bilan.ruleset.Ruleset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges dossiers from files, without a server and without a database. */
@Command(
    name = "score",
    description = "Judges dossiers and says why: files in, a table or JSON Lines out.",
    footer = {
      "",
      "Exit code: 0 fine, 1 bad input (what is good was judged all the same), 2 wrong use.",
      "Example: bilan score seeds/amasrakad.json"
    },
    mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {

  private enum Format {
    table,
    jsonl
  }

  @Spec private CommandSpec spec;

  @Mixin private RulesOption rules;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "One dossier as JSON, or an archive as JSON Lines; - is standard input")
  private List<String> files;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "table for people, jsonl for machines. Default: ${DEFAULT-VALUE}")
  private Format format;

  @Option(
      names = "--lang",
      defaultValue = "en",
      paramLabel = "en|fr",
      description = "Language of the reasons. Default: ${DEFAULT-VALUE}")
  private String lang;

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description = "Leave out what was published later: 2024-03-18, or 2024-03-18T12:00:00Z")
  private String asOf;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write there, once all is judged, instead of to standard output")
  private Path out;

  private int bad;

  @Override
  public Integer call() {
    Language language = Language.of(lang).orElseThrow(() -> wrong("--lang", lang, "en or fr"));
    Optional<Instant> moment = asOf == null ? Optional.empty() : Optional.of(moment());
    for (String file : files) {
      if (!file.equals("-") && (!Files.isReadable(Path.of(file)) || isFolder(Path.of(file)))) {
        throw new ParameterException(spec.commandLine(), "Cannot read the file " + file);
      }
    }
    if (out != null && (isFolder(out) || !isFolder(out.toAbsolutePath().getParent()))) {
      throw new ParameterException(spec.commandLine(), "Cannot write the file " + out);
    }
    Optional<Ruleset> loaded = rules.load(System.err);
    if (loaded.isEmpty()) {
      return 1;
    }
    try (Ruleset ruleset = loaded.get()) {
      if (out == null) {
        scoreAll(ruleset, moment, language, System.out);
      } else {
        scoreToFile(ruleset, moment, language);
      }
    } catch (IOException e) {
      System.err.println("Stopped, since a file failed: " + e);
      return 1;
    }
    if (bad > 0) {
      System.err.printf("%d of the dossiers could not be judged.%n", bad);
    }
    return bad > 0 ? 1 : 0;
  }

  private static boolean isFolder(Path path) {
    return path != null && Files.isDirectory(path);
  }

  private Instant moment() {
    return Moment.parse(asOf)
        .orElseThrow(() -> wrong("--as-of", asOf, "a date or a date-time with offset"))
        .latest();
  }

  private ParameterException wrong(String option, String value, String expected) {
    return new ParameterException(
        spec.commandLine(),
        "Invalid value for %s: '%s', expected %s".formatted(option, value, expected));
  }

  /** Whole or not at all: a reader never finds half a file under the name. */
  private void scoreToFile(Ruleset ruleset, Optional<Instant> moment, Language language)
      throws IOException {
    Path target = out.toAbsolutePath();
    Path part = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part));
          PrintStream print = new PrintStream(stream, false, StandardCharsets.UTF_8)) {
        scoreAll(ruleset, moment, language, print);
        if (print.checkError()) {
          throw new IOException("Cannot write " + part);
        }
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void scoreAll(
      Ruleset ruleset, Optional<Instant> moment, Language language, PrintStream print)
      throws IOException {
    AssessmentTable table = new AssessmentTable(print, language, ruleset.name());
    for (String file : files) {
      InputStream stream = file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
      try (DossierInput input = new DossierInput(stream, file)) {
        byte[] json = input.next();
        if (json == null) {
          tell(place(file, input), "no dossier");
        }
        for (; json != null; json = input.next()) {
          score(json, place(file, input), ruleset, moment, language, table, print);
        }
      }
    }
    print.flush();
  }

  private static String place(String file, DossierInput input) {
    String name = file.equals("-") ? "standard input" : file;
    return input.lines() ? name + ":" + input.line() : name;
  }

  private void score(
      byte[] json,
      String place,
      Ruleset ruleset,
      Optional<Instant> moment,
      Language language,
      AssessmentTable table,
      PrintStream print)
      throws IOException {
    Dossier dossier;
    try {
      dossier = DossierReader.read(json);
    } catch (InvalidDossier e) {
      e.problems().forEach(p -> System.err.println(place + ": " + Terminal.safe(p.toString())));
      bad++;
      return;
    }
    Assessment assessment =
        moment.isPresent()
            ? ruleset.judge(dossier, moment.get(), language)
            : ruleset.judge(dossier, language);
    if (format == Format.jsonl) {
      print.write(AssessmentJson.write(assessment));
      print.write('\n');
    } else {
      table.print(dossier, assessment);
    }
  }

  private void tell(String place, String problem) {
    System.err.println(place + ": " + problem);
    bad++;
  }
}
