package org.bilan.archive;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL of a test's own, which it stops, pauses, kills and starts again as it likes. */
public final class OwnPostgres implements AutoCloseable {

  private final PostgresBinaries programs;
  private final PostgresData data;
  private final int port;

  /**
   * The one that tests of a packaged service share, one after another: {@link #empty} makes room.
   */
  public OwnPostgres() throws IOException {
    this(Path.of(System.getProperty("bilan.it.home")).resolveSibling("it-postgres"));
  }

  /** Made in that directory if it is not there yet, and started. */
  public OwnPostgres(Path directory) throws IOException {
    programs = programs();
    data = new PostgresData(directory);
    data.createIfAbsent(programs);
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName(PostgresData.LOOPBACK))) {
      port = free.getLocalPort();
    }
    start();
  }

  /** Unpacked once for all tests of a JVM: that takes seconds. */
  private static PostgresBinaries programs() throws IOException {
    return PostgresBinaries.unpackedIn(Path.of(System.getProperty("bilan.it.home")));
  }

  /**
   * Makes a home that is empty but for the programs, which need not be unpacked again. Should a
   * PostgreSQL still run there, it is killed.
   */
  public static void emptyHome(Path home) throws IOException, InterruptedException {
    kill(home.resolve("postgres"));
    PostgresBinaries.delete(home);
    Path programs = programs().directory();
    try (Stream<Path> files = Files.walk(programs)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path own = home.resolve(programs.getFileName()).resolve(programs.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(own);
        } else {
          Files.createLink(own, file);
        }
      }
    }
  }

  /** Starts it, at the same port each time. */
  public void start() throws IOException {
    programs.run(
        "pg_ctl",
        List.of(
            "start",
            "--wait",
            "--timeout=60",
            "--silent",
            "--pgdata=" + data.directory(),
            "--log=" + data.directory().resolveSibling(data.directory().getFileName() + ".log"),
            "--options=-p %d -c listen_addresses=%s -c unix_socket_directories='' -c timezone=UTC"
                .formatted(port, PostgresData.LOOPBACK)));
  }

  /** Without a word to those who are connected. */
  public void stopAtOnce() throws IOException {
    programs.run(
        "pg_ctl", List.of("stop", "--mode=immediate", "--silent", "--pgdata=" + data.directory()));
  }

  /** SIGKILL, to all of its processes. */
  public void kill() throws IOException, InterruptedException {
    kill(data.directory());
    // Where process 1 does not clear what has ended, PostgreSQL takes its number for a postmaster.
    Files.deleteIfExists(Postmaster.pidFile(data.directory()));
  }

  /** SIGKILL, to all processes that serve a data directory. */
  public static void kill(Path data) throws IOException, InterruptedException {
    List<ProcessHandle> all = processes(data);
    all.forEach(ProcessHandle::destroyForcibly);
    long giveUp = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (all.stream().anyMatch(OwnPostgres::lives) && System.nanoTime() < giveUp) {
      Thread.sleep(20);
    }
  }

  /** SIGSTOP: it holds its connections and answers nothing. */
  public void pause() throws IOException, InterruptedException {
    signal("-STOP");
  }

  public void resume() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", signal));
    processes(data.directory()).forEach(process -> command.add(String.valueOf(process.pid())));
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  /** The postmaster first, so that nothing new comes while the others are dealt with. */
  private static List<ProcessHandle> processes(Path data) throws IOException {
    return Postmaster.of(data).map(Postmaster::process).stream()
        .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()))
        .toList();
  }

  private static boolean lives(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent(); // a zombie has none
  }

  /** Makes an empty database. Returns its {@code DATABASE_URL}. */
  public String empty(String name) throws IOException, SQLException {
    try (Connection connection = connect("postgres")) {
      connection.createStatement().execute("drop database if exists " + name + " with (force)");
      connection.createStatement().execute("create database " + name);
    }
    Database.Login owner = data.ownedAt(port).owner();
    return "postgres://%s:%s@127.0.0.1:%d/%s"
        .formatted(owner.username(), owner.password(), port, name);
  }

  public Connection connect(String name) throws IOException, SQLException {
    Database.Login owner = data.ownedAt(port).owner();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/%s?connectTimeout=5&socketTimeout=60".formatted(port, name),
        owner.username(),
        owner.password());
  }

  /** The first column of all rows, as text. */
  public List<String> ask(String name, String question) throws IOException, SQLException {
    try (Connection connection = connect(name);
        ResultSet rows = connection.createStatement().executeQuery(question)) {
      List<String> answers = new ArrayList<>();
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
      return answers;
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    resume();
    if (data.postmaster().isPresent()) {
      stopAtOnce();
    }
  }
}
