package org.bilan.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.bilan.batch.InOrder;
import org.bilan.cli.BilanCommand;
import org.bilan.importer.ArchiveInput;
import org.bilan.importer.Row;
import org.bilan.ledger.Actor;
import org.bilan.rescoring.Asking;
import org.bilan.rescoring.RescoringRun;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** One stage of {@link ArchiveBenchmark}, in a JVM of its own. */
final class ArchiveStage {

  private ArchiveStage() {}

  private interface Work {
    String done() throws Exception;
  }

  /** The stage, and its files. */
  public static void main(String... arguments) throws Exception {
    Locale.setDefault(Locale.ENGLISH);
    switch (arguments[0]) {
      case "a" -> measure("a  read and parse", () -> read(Path.of(arguments[1])));
      case "b" ->
          measure(
              "b  read, judge, write files",
              () -> command("score", "--format", "jsonl", "--out", arguments[2], arguments[1]));
      case "c" -> measure("c  rescore in PostgreSQL", ArchiveStage::rescore);
      case "d" -> copy();
      case "store" ->
          measure("   import --store", () -> command("import", "--store", arguments[1]));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    System.exit(0);
  }

  private static void measure(String what, Work work) throws Exception {
    long began = System.nanoTime();
    String done = work.done();
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf("%-28s %8.1f s   %4d MB   %s%n", what, seconds, peak(), done);
    System.out.printf("seconds %.3f%n", seconds);
  }

  /** The most memory that this process had, by the kernel. */
  private static long peak() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  private static String read(Path archive) throws IOException {
    long[] claims = new long[2];
    try (ArchiveInput input =
        ArchiveInput.open(Files.newInputStream(archive), archive.toString())) {
      InOrder.onAllProcessors()
          .run(
              input::next,
              Row::weight,
              row -> ((org.bilan.importer.Outcome.Taken) row.read()).dossier().claims().size(),
              count -> {
                claims[0] += count;
                claims[1]++;
              });
    }
    return "%,d claims of %,d dossiers".formatted(claims[0], claims[1]);
  }

  private static String command(String... arguments) {
    int code = BilanCommand.commandLine().execute(arguments);
    if (code != 0) {
      throw new IllegalStateException(String.join(" ", arguments) + ": " + code);
    }
    return "";
  }

  private static String rescore() throws Exception {
    CommandArchive archive = CommandArchive.begun(System::getenv);
    Rescorings rescorings = archive.rescorings();
    Rescoring run =
        new Asking(archive.rulesets(), rescorings)
            .begin(
                Optional.empty(),
                RescoringFilter.ALL,
                false,
                Optional.empty(),
                Actor.commandLine());
    RescoringRun worker =
        RescoringRun.of(
            archive,
            run.id(),
            UUID.randomUUID(),
            Runtime.getRuntime().availableProcessors(),
            Integer.getInteger("bench.chunk", 500),
            Actor.commandLine());
    worker.work(written -> {});
    Rescoring done = rescorings.find(run.id()).orElseThrow();
    return "%s, %,d appended; %s".formatted(done.state(), done.appended(), worker.stages());
  }

  /** Into tables of the same columns, indexes and references. */
  private static void copy() throws Exception {
    CommandArchive archive = CommandArchive.begun(System::getenv);
    Path assessments = Files.createTempFile("bench", ".assessments");
    Path claims = Files.createTempFile("bench", ".claims");
    try (Connection connection = archive.owner().getConnection()) {
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      String newest =
          " a where a.revision = (select r.revision from rescoring s join ruleset r"
              + " on r.id = s.ruleset order by s.id desc limit 1)";
      copyOut(copy, "select * from assessment" + newest, assessments);
      copyOut(
          copy,
          "select c.* from claim c where c.assessment in (select a.id from assessment"
              + newest
              + ")",
          claims);
      execute(
          connection,
          "drop table if exists bench_claim, bench_assessment;"
              + " create table bench_assessment (like assessment including all);"
              + " create table bench_claim (like claim including all);"
              + " alter table bench_assessment add foreign key (incident, version)"
              + " references dossier_version on delete cascade;"
              + " alter table bench_claim add foreign key (assessment)"
              + " references bench_assessment on delete cascade; checkpoint");
      connection.setAutoCommit(false);
      measure(
          "d  COPY of the same rows",
          () -> {
            long rows = copyIn(copy, "bench_assessment", assessments);
            long more = copyIn(copy, "bench_claim", claims);
            connection.commit();
            return "%,d assessments of %,d MB, %,d claims"
                .formatted(rows, Files.size(assessments) >> 20, more);
          });
      execute(connection, "drop table bench_claim, bench_assessment");
      connection.commit();
    } finally {
      Files.delete(assessments);
      Files.delete(claims);
    }
  }

  private static void copyOut(CopyManager copy, String rows, Path file) throws Exception {
    try (var out = Files.newOutputStream(file)) {
      copy.copyOut("copy (" + rows + ") to stdout (format binary)", out);
    }
  }

  private static long copyIn(CopyManager copy, String table, Path file) throws Exception {
    try (var in = Files.newInputStream(file)) {
      return copy.copyIn("copy " + table + " from stdin (format binary)", in, 1 << 16);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
