package org.bilan;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bilan.archive.OwnPostgres;

/** The packaged service in a JVM of its own, as people run it. */
public final class PackagedServer implements AutoCloseable {

  private static final Pattern LISTENS = Pattern.compile("Bilan listens on (\\S+)");

  /** Of the first login, where a test does not leave it to be generated. */
  public static final String PASSWORD = "only-for-tests";

  /** The header Authorization of the first login. */
  static final String ADMIN = basic("admin", PASSWORD);

  /**
   * For each JVM that tests start: some forty are, and few live long enough for the second compiler
   * to be worth its time.
   */
  static final String ONE_COMPILER = "-XX:TieredStopAtLevel=1";

  private final Process process;
  private final Path output;

  private PackagedServer(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  public static String basic(String name, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Starts the service with these variables added to an environment without any setting of Bilan
   * but the password of the first login; an empty one is as if it were not set.
   */
  public static PackagedServer launch(Map<String, String> environment, String... options)
      throws IOException {
    List<String> serve = new ArrayList<>(List.of("serve", "--port", "0"));
    serve.addAll(List.of(options));
    return start(environment, serve);
  }

  /** An empty home of that test's own: what one leaves there no other finds. */
  public static Path home(Class<?> test) {
    Path home = Path.of(System.getProperty("bilan.it.home")).resolveSibling(test.getSimpleName());
    try {
      OwnPostgres.emptyHome(home);
    } catch (IOException | InterruptedException notEmptied) {
      throw new IllegalStateException(home + " is not emptied", notEmptied);
    }
    return home;
  }

  /** Another command of the jar, to its end. */
  static Ended run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    try (PackagedServer process = start(environment, List.of(command))) {
      return new Ended(process.exitCode(), process.output());
    }
  }

  /** Another command of the jar, which goes on. */
  static PackagedServer begin(Map<String, String> environment, String... command)
      throws IOException {
    return start(environment, List.of(command));
  }

  /** What a command said, on both streams. */
  record Ended(int code, String output) {}

  private static PackagedServer start(Map<String, String> environment, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String agent = System.getProperty("bilan.it.agent", "");
    if (agent.startsWith("-javaagent")) {
      // It measures coverage. What follows is for the tests' own JVM.
      command.add(agent.split(" ", 2)[0]);
    }
    command.add(ONE_COMPILER);
    command.addAll(List.of("-jar", System.getProperty("bilan.it.jar")));
    command.addAll(arguments);
    Path output =
        Files.createTempFile(
            Path.of(System.getProperty("bilan.it.jar")).getParent().getParent(), "serve", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.matches("(DATABASE|BILAN|QUARKUS|OTEL)_.*"));
    builder.environment().put("BILAN_ADMIN_PASSWORD", PASSWORD);
    builder.environment().putAll(environment);
    return new PackagedServer(builder.start(), output);
  }

  /** Waits until it has said where it listens. */
  public PackagedServer started() throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    while (!LISTENS.matcher(output()).find()) {
      if (!process.isAlive() || System.nanoTime() > giveUp) {
        throw new IllegalStateException("It does not start: " + output());
      }
      Thread.sleep(50);
    }
    return this;
  }

  public URI address() throws IOException {
    Matcher listens = LISTENS.matcher(output());
    if (!listens.find()) {
      throw new IllegalStateException("It does not listen: " + output());
    }
    return URI.create(listens.group(1));
  }

  public String output() throws IOException {
    return Files.readString(output, StandardCharsets.UTF_8);
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("It does not end");
    }
    return process.exitValue();
  }

  /** SIGKILL: it gets no chance to tidy up. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM, as by Ctrl-C or an init system; does not wait for the end. */
  void terminate() {
    process.destroy();
  }

  /** SIGTERM, until it has ended. */
  void stop() throws InterruptedException {
    terminate();
    exitCode();
  }

  @Override
  public void close() throws InterruptedException, IOException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      kill();
    }
    Files.delete(output);
  }
}
