import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Puts two rulesets in force in turn, again and again, while others are judging: {@code java
 * src/soak/Activations.java [ACTIVATIONS] [CONNECTIONS]}, after a build. Each connection asks for
 * an assessment of a seed dossier, without pause; each answer has to be, to the byte, what the
 * revision that it names gives, and that has to be the one in force when nobody was replacing it.
 * Ends with exit code 1 after any other answer, or when the service has grown by more than a tenth.
 *
 * <p>Only addresses of this machine are loaded, and for a number of activations.
 */
class Activations {

  private static final int WARM_UP = 20;
  private static final int MOST = 5_000;
  private static final double MOST_GROWTH = 0.10;

  /** Between two activations, so that there are requests that no activation touches. */
  private static final long PAUSE_MILLIS = 100;

  private static final String PASSWORD = "only-for-the-soak";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final Map<String, String> expected = new ConcurrentHashMap<>();

  /** The revision that judges; empty while that is being changed. A new one for each change. */
  private static volatile Optional<String> inForce = Optional.empty();

  private static volatile boolean measuring;

  /** While the service is weighed, since what requests leave behind weighs too. */
  private static volatile boolean resting;

  private static volatile boolean ended;

  /** What one connection has seen. */
  private static final class Judging extends Thread {
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpRequest request;
    private final List<Long> duringSwaps = new ArrayList<>();
    private final List<Long> between = new ArrayList<>();
    private final Map<String, Long> byRevision = new ConcurrentHashMap<>();
    private long failures;
    private long mixes;
    private long late;
    private String first = "";

    Judging(HttpRequest request) {
      this.request = request;
    }

    @Override
    public void run() {
      while (!ended) {
        while (resting && !ended) {
          rest();
        }
        Optional<String> sentUnder = inForce;
        long begun = System.nanoTime();
        String wrong;
        try {
          HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
          long nanos = System.nanoTime() - begun;
          // The very same: one and the same revision may be in force again.
          boolean undisturbed = sentUnder.isPresent() && sentUnder == inForce;
          if (measuring) {
            (undisturbed ? between : duringSwaps).add(nanos);
          }
          wrong = fault(answer, undisturbed ? sentUnder : Optional.empty());
        } catch (IOException | InterruptedException e) {
          failures++;
          wrong = e.toString();
        }
        if (first.isEmpty()) {
          first = wrong;
        }
      }
    }

    private static void rest() {
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private String fault(HttpResponse<String> answer, Optional<String> judges) {
      if (answer.statusCode() != 200) {
        failures++;
        return answer.statusCode() + " " + answer.body();
      }
      String revision = field(answer.body(), "ruleset");
      if (!answer.body().equals(expected.get(revision))) {
        mixes++;
        return "not what " + revision + " gives: " + answer.body();
      }
      if (measuring) {
        byRevision.merge(revision, 1L, Long::sum);
      }
      if (judges.isPresent() && !judges.get().equals(revision)) {
        late++;
        return revision + " judged, though " + judges.get() + " was in force";
      }
      return "";
    }
  }

  /** What the service takes after a full collection. */
  private record Size(double metaspace, double heap, double classes) {

    static Size of(Service service) throws Exception {
      resting = true;
      Thread.sleep(20 * PAUSE_MILLIS);
      Size size = now(service);
      resting = false;
      return size;
    }

    private static Size now(Service service) throws Exception {
      new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
              String.valueOf(service.process.pid()),
              "GC.run")
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start()
          .waitFor();
      String metrics = service.get("/q/metrics").body();
      return new Size(
          sum(metrics, "jvm_memory_used_bytes\\{.*id=\"Metaspace\".*\\}") / 1e6,
          sum(metrics, "jvm_memory_used_bytes\\{area=\"heap\".*\\}") / 1e6,
          sum(metrics, "jvm_classes_loaded_classes"));
    }

    private static double sum(String metrics, String name) {
      List<Double> values =
          Pattern.compile("(?m)^" + name + " (\\S+)$")
              .matcher(metrics)
              .results()
              .map(found -> Double.valueOf(found.group(1)))
              .toList();
      if (values.isEmpty()) {
        throw new IllegalStateException("No metric " + name);
      }
      return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    boolean grownSince(Size earlier) {
      boolean grown = false;
      grown |= row("metaspace, MB", earlier.metaspace, metaspace);
      grown |= row("heap after GC, MB", earlier.heap, heap);
      grown |= row("classes loaded", earlier.classes, classes);
      return grown;
    }

    private static boolean row(String what, double earlier, double now) {
      double growth = now / earlier - 1;
      System.out.printf("%-24s %,10.1f %,10.1f %+9.1f%%%n", what, earlier, now, 100 * growth);
      return growth > MOST_GROWTH;
    }
  }

  public static void main(String[] arguments) throws Exception {
    int activations = Math.min(MOST, arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200);
    int connections = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4;
    Path home = Files.createTempDirectory("bilan-activations");
    boolean wrong;
    Service service = new Service(home);
    try {
      wrong = !bearsIt(service, activations, connections);
    } finally {
      ended = true;
      service.process.destroy();
      service.process.waitFor(60, TimeUnit.SECONDS);
      try (Stream<Path> files = Files.walk(home)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
    System.exit(wrong ? 1 : 0);
  }

  private static boolean bearsIt(Service service, int activations, int connections)
      throws Exception {
    HttpRequest judge =
        service.request("/assessments", Files.readString(Path.of("seeds/amasrakad.json")));
    List<String> revisions = twoRevisions(service, judge);
    List<Judging> clients = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      clients.add(new Judging(judge));
    }
    clients.forEach(Thread::start);
    alternate(service, revisions, WARM_UP);
    Size before = Size.of(service);
    measuring = true;
    List<Long> swaps = alternate(service, revisions, activations);
    measuring = false;
    Size after = Size.of(service);
    ended = true;
    for (Judging client : clients) {
      client.join(60_000);
    }
    return report(swaps, clients) & !grown(before, after);
  }

  /** The shipped rules and a draft of them that is published; the latter judges. */
  private static List<String> twoRevisions(Service service, HttpRequest judge) throws Exception {
    String shipped = learn(service, judge);
    String editor = service.login("ana", "editor");
    String approver = service.login("ben", "approver");
    String drafted =
        service.done(
            editor,
            "/rulesets",
            "{\"why\":\"For the soak\",\"changes\":"
                + "[{\"rule\":\"independence.second-origin\",\"number\":\"weight\",\"value\":9}]}");
    String path = "/rulesets/" + field(drafted, "revision");
    service.done(editor, path + "/check", "{}");
    service.done(approver, path + "/approve", "{\"why\":\"For the soak\"}");
    service.done(approver, path + "/activate", "{\"why\":\"For the soak\"}");
    String tuned = learn(service, judge);
    if (shipped.equals(tuned)) {
      throw new IllegalStateException("The other weight was not put in force");
    }
    return List.of(shipped, tuned);
  }

  /** Notes what the revision in force gives, and names it. */
  private static String learn(Service service, HttpRequest judge) throws Exception {
    HttpResponse<String> answer = HTTP.send(judge, HttpResponse.BodyHandlers.ofString());
    String revision = field(answer.body(), "ruleset");
    expected.put(revision, answer.body());
    return revision;
  }

  /** Puts them in force in turn, the first one first. Returns how long each time took. */
  private static List<Long> alternate(Service service, List<String> revisions, int times)
      throws Exception {
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      String next = revisions.get(i % revisions.size());
      inForce = Optional.empty();
      long begun = System.nanoTime();
      service.done(service.admin, "/rulesets/" + next + "/rollback", "{\"why\":\"For the soak\"}");
      nanos.add(System.nanoTime() - begun);
      inForce = Optional.of(next);
      Thread.sleep(PAUSE_MILLIS);
    }
    return nanos;
  }

  private static boolean report(List<Long> swaps, List<Judging> clients) {
    System.out.printf("%n%-24s %10s %10s %10s %10s%n", "", "number", "p50 ms", "p99 ms", "max ms");
    row("activations", swaps.stream());
    row("requests during them", clients.stream().flatMap(c -> c.duringSwaps.stream()));
    row("requests between them", clients.stream().flatMap(c -> c.between.stream()));
    expected
        .keySet()
        .forEach(
            revision ->
                System.out.printf(
                    "judged by %.8s…     %,10d%n",
                    revision, sum(clients, c -> c.byRevision.getOrDefault(revision, 0L))));
    long failures = sum(clients, c -> c.failures);
    long mixes = sum(clients, c -> c.mixes);
    long late = sum(clients, c -> c.late);
    System.out.printf(
        "failed: %d, not what their revision gives: %d, judged by a replaced revision: %d %s%n",
        failures,
        mixes,
        late,
        clients.stream().map(c -> c.first).filter(f -> !f.isEmpty()).findFirst().orElse(""));
    return failures + mixes + late == 0;
  }

  private static boolean grown(Size before, Size after) {
    System.out.printf("%n%-24s %10s %10s%n", "", "at first", "at the end");
    return after.grownSince(before);
  }

  private static long sum(
      List<Judging> clients, java.util.function.ToLongFunction<Judging> counted) {
    return clients.stream().mapToLong(counted).sum();
  }

  private static void row(String name, Stream<Long> nanos) {
    long[] sorted = nanos.flatMapToLong(LongStream::of).sorted().toArray();
    System.out.printf(
        "%-24s %,10d %10.1f %10.1f %10.1f%n",
        name, sorted.length, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
  }

  private static double at(long[] sorted, double part) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)] / 1e6;
  }

  /** The first text of this name in a JSON object. */
  private static String field(String json, String name) {
    Matcher field = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
    if (!field.find()) {
      throw new IllegalStateException("No " + name + " in " + json);
    }
    return field.group(1);
  }

  private static String basic(String name) {
    byte[] both = (name + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  /** The packaged service, with an archive of its own. */
  private static final class Service {
    private final Process process;
    private final URI address;

    /** A token of the first login, whose password would be looked at anew each time. */
    private final String admin;

    Service(Path home) throws Exception {
      ProcessBuilder builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx512m",
              "-jar",
              "target/quarkus-app/quarkus-run.jar",
              "serve",
              "--port",
              "0");
      Map<String, String> environment = builder.environment();
      environment
          .keySet()
          .removeIf(name -> name.startsWith("DATABASE_") || name.startsWith("BILAN_"));
      environment.put("BILAN_HOME", home.toString());
      environment.put("BILAN_ADMIN_PASSWORD", PASSWORD);
      environment.put("BILAN_LIMITS_REQUESTS_PER_SECOND_ADDRESS", "0");
      environment.put("BILAN_LIMITS_REQUESTS_PER_SECOND_PERSON", "0");
      process = builder.redirectErrorStream(true).start();
      address = listens();
      String token = done(basic("admin"), "/tokens", "{\"label\":\"soak\"}");
      admin = "Bearer " + field(token, "secret");
    }

    private URI listens() throws IOException {
      BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream()));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher listens = Pattern.compile("listens on (http://localhost:\\d+)").matcher(line);
        if (listens.find()) {
          // What it says later is read, so that the pipe never fills; each ruleset is said there.
          Thread reading =
              new Thread(
                  () ->
                      lines
                          .lines()
                          .filter(said -> !said.contains("Ruleset "))
                          .forEach(System.out::println));
          reading.setDaemon(true);
          reading.start();
          return URI.create(listens.group(1));
        }
        System.out.println("  " + line);
      }
      throw new IOException("The service did not start");
    }

    /** Makes a login with a role; returns what it identifies itself with. */
    String login(String name, String role) throws Exception {
      done(
          basic("admin"),
          "/users",
          "{\"name\":\"%s\",\"roles\":[\"%s\"],\"password\":\"%s\"}"
              .formatted(name, role, PASSWORD));
      return basic(name);
    }

    String done(String authorization, String path, String body) throws Exception {
      HttpResponse<String> answer =
          HTTP.send(
              HttpRequest.newBuilder(address.resolve(path))
                  .header("Authorization", authorization)
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
      }
      return answer.body();
    }

    HttpRequest request(String path, String body) {
      return HttpRequest.newBuilder(address.resolve(path))
          .header("Authorization", admin)
          .header("Content-Type", "application/json")
          .POST(BodyPublishers.ofString(body))
          .build();
    }

    HttpResponse<String> get(String path) throws Exception {
      return HTTP.send(
          HttpRequest.newBuilder(address.resolve(path)).header("Authorization", admin).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
