package org.bilan.archive;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL that Bilan brings along, for people who have none. It holds real data: it syncs to
 * disk, is kept over restarts, listens on the loopback interface only, wants a password, and stops
 * with the JVM. Should the JVM be killed, the next one takes over the PostgreSQL that was left.
 */
final class EmbeddedPostgres {

  private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);
  private static final String RUNNING = "bilan.embedded-postgres.running";
  private static final long WATCH_MILLIS = 2_000;

  private final BilanHome home;
  private final FileLock claim; // held for as long as this object is reachable
  private PostgresBinaries binaries;
  private int port;
  private boolean stopping;

  private EmbeddedPostgres(BilanHome home, FileLock claim) {
    this.home = home;
    this.claim = claim;
  }

  /**
   * The database in this home; started if it does not run yet.
   *
   * <p>In tests Quarkus loads this class by several class loaders, so static fields would not be
   * shared: that one runs is noted in a system property, and the lock is the one {@link Runtime}.
   */
  static Database in(Path directory) {
    BilanHome home = new BilanHome(directory);
    synchronized (Runtime.getRuntime()) {
      try {
        if (!runsHere(directory)) {
          new EmbeddedPostgres(home, home.claim()).startHere();
        }
        return served(home);
      } catch (IOException problem) {
        throw doesNotWork(home, problem);
      }
    }
  }

  /** As {@link #in}, but used together with a Bilan that has claimed this home, if there is one. */
  static Database beside(Path directory) {
    BilanHome home = new BilanHome(directory);
    synchronized (Runtime.getRuntime()) {
      try {
        if (!runsHere(directory)) {
          Optional<FileLock> claim = home.claimIfFree();
          if (claim.isPresent()) {
            new EmbeddedPostgres(home, claim.get()).startHere();
          }
        }
        return served(home);
      } catch (IOException problem) {
        throw doesNotWork(home, problem);
      }
    }
  }

  private static boolean runsHere(Path directory) {
    return directory.toString().equals(System.getProperty(RUNNING));
  }

  private void startHere() throws IOException {
    start();
    System.setProperty(RUNNING, home.directory().toString());
  }

  private static Database served(BilanHome home) throws IOException {
    Postmaster postmaster =
        home.data().postmaster().orElseThrow(() -> new IOException("it has stopped"));
    return home.data().servedAt(postmaster.port());
  }

  private static RuntimeException doesNotWork(BilanHome home, IOException problem) {
    return CannotStart.because(
        "The embedded PostgreSQL in %s does not work: %s",
        home.data().directory(), message(problem));
  }

  private void start() throws IOException {
    home.data().checkVersion();
    binaries = PostgresBinaries.unpackedIn(home.directory());
    home.data().createIfAbsent(binaries);
    boolean adopted = adopted();
    // The hook also keeps this object, and so the claim, reachable until the end.
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "embedded-postgres-stop"));
    if (adopted) {
      LOG.info("Took over the embedded PostgreSQL that an earlier Bilan had left running");
    } else {
      port = freePort();
      launch();
    }
    port = home.data().postmaster().orElseThrow(() -> new IOException("it has stopped")).port();
    try {
      home.data().createServiceLogin(port);
    } catch (SQLException problem) {
      throw new IOException("the service's login cannot be made: " + problem.getMessage(), problem);
    }
    Thread watch = new Thread(this::watch, "embedded-postgres-watch");
    watch.setDaemon(true);
    watch.start();
  }

  /** Starts PostgreSQL again, where it was, should something end it: nobody else would. */
  private void watch() {
    try {
      while (true) {
        Thread.sleep(WATCH_MILLIS);
        startAgainIfEnded();
      }
    } catch (InterruptedException endNow) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void startAgainIfEnded() {
    try {
      boolean runs =
          home.data()
              .postmaster()
              .filter(it -> it.program() != Postmaster.Program.ANOTHER)
              .isPresent();
      if (!stopping && !runs) {
        LOG.warn("The embedded PostgreSQL has ended: it is started again");
        if (!adopted()) {
          launch();
        }
      }
    } catch (IOException problem) {
      LOG.errorf("The embedded PostgreSQL does not start again: %s", message(problem));
    }
  }

  /** Takes over a PostgreSQL that outlived its Bilan; clears the way if it cannot be used. */
  private boolean adopted() throws IOException {
    long giveUp = System.nanoTime() + 20_000_000_000L;
    Optional<Postmaster> left;
    while ((left = home.data().postmaster()).isPresent()) {
      Postmaster postmaster = left.get();
      if (answers(postmaster)) {
        return true;
      }
      if (postmaster.program() == Postmaster.Program.ANOTHER && !binaries.inUse()) {
        // Another program has the process id that the file names: PostgreSQL would take it for a
        // postmaster and refuse to start. But the file is also all that keeps a new postmaster from
        // starting beside processes that a killed one left at work, so those must be gone first.
        Files.delete(Postmaster.pidFile(home.data().directory()));
        return false;
      }
      if (System.nanoTime() > giveUp) {
        throw new IOException(
            "process %d serves it but does not answer. End that process and try again."
                .formatted(postmaster.process().pid()));
      }
      pause(); // it may still be starting, recovering, or stopping
    }
    return false;
  }

  private boolean answers(Postmaster postmaster) throws IOException {
    if (postmaster.port() == 0) {
      return false;
    }
    Database database = home.data().ownedAt(postmaster.port());
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser(database.owner().username());
    source.setPassword(database.owner().password());
    source.setConnectTimeout(2);
    source.setSocketTimeout(2);
    try (Connection connection = source.getConnection()) {
      return connection.isValid(2);
    } catch (SQLException doesNotAnswer) {
      return false;
    }
  }

  private void launch() throws IOException {
    if (Files.exists(home.log())) {
      Files.move(
          home.log(),
          home.log().resolveSibling("postgres.log.1"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    // pg_ctl detaches PostgreSQL from the terminal, so that Ctrl-C ends Bilan alone, which then
    // stops PostgreSQL.
    try {
      binaries.run(
          "pg_ctl",
          List.of(
              "start",
              "--wait",
              "--timeout=300", // a recovery may take its time
              "--silent",
              "--pgdata=" + home.data().directory(),
              "--log=" + home.log(),
              "--options=-p %d -c listen_addresses=%s -c unix_socket_directories='' -c max_connections=60 -c timezone=UTC -c log_checkpoints=off"
                  .formatted(port, PostgresData.LOOPBACK)));
    } catch (IOException problem) {
      throw new IOException(
          "%s The end of %s:%n%s%nIf the data are damaged, restore a copy of that directory, or move it away to begin with an empty archive."
              .formatted(message(problem), home.log(), tail(home.log())));
    }
  }

  /**
   * Stops PostgreSQL when the JVM ends, and the service has: Quarkus is told to stop at the same
   * time. What is still connected five seconds later is cut off.
   */
  private void stop() {
    try {
      Serving.awaitEnd();
      synchronized (this) {
        stopping = true;
      }
      Optional<Postmaster> postmaster =
          home.data().postmaster().filter(it -> it.program() != Postmaster.Program.ANOTHER);
      if (postmaster.isPresent()
          && !postmaster.get().stopsWithin(Duration.ofSeconds(5), home.data().directory())) {
        binaries.run(
            "pg_ctl",
            List.of("stop", "--mode=fast", "--silent", "--pgdata=" + home.data().directory()));
      }
    } catch (IOException problem) {
      System.err.println("The embedded PostgreSQL did not stop: " + message(problem));
    } catch (InterruptedException endNow) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket =
        new ServerSocket(0, 1, InetAddress.getByName(PostgresData.LOOPBACK))) {
      return socket.getLocalPort();
    }
  }

  private static String message(IOException problem) {
    // The message of a file's exception is only the file's name; its class says what is wrong.
    return problem.getClass() == IOException.class ? problem.getMessage() : problem.toString();
  }

  private static String tail(Path log) {
    try (Stream<String> lines = Files.lines(log)) {
      List<String> all = lines.toList();
      return "  " + String.join("\n  ", all.subList(Math.max(0, all.size() - 8), all.size()));
    } catch (IOException | RuntimeException noLog) {
      return "";
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(100);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }
}
