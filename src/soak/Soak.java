import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Loads the packaged service from this machine, as fast as a few connections can, and says how it
 * bore it: {@code java src/soak/Soak.java [MINUTES] [CONNECTIONS]}, after a build. Each connection
 * asks in turn for an assessment of a seed dossier and for GET /me, which does nothing but let its
 * caller in: so both are measured in one run, under one load. Beside them dossiers are stored, five
 * a second. Ends with exit code 1 after any error.
 *
 * <p>Only addresses of this machine are loaded, for the time given, and not without end.
 */
class Soak {

  private static final int WARM_UP_SECONDS = 60;
  private static final int MOST_MINUTES = 60;
  private static final String PASSWORD = "only-for-the-soak";
  private static final String AUTHORIZATION =
      "Authorization: Basic "
          + Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes())
          + "\r\n";

  private static final AtomicLong errors = new AtomicLong();
  private static volatile String firstError = "";
  private static volatile boolean measuring;
  private static volatile boolean ended;

  public static void main(String[] arguments) throws Exception {
    int minutes =
        Math.min(MOST_MINUTES, arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10);
    int connections = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8;
    Path home = Files.createTempDirectory("bilan-soak");
    Process service = start(home);
    try {
      int port = port(service);
      String token = token(port);
      System.out.printf(
          "%d connections, %d s to warm up, then %d minutes%n",
          connections, WARM_UP_SECONDS, minutes);
      byte[] dossier = Files.readAllBytes(Path.of("seeds/amasrakad.json"));
      List<Client> clients = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        clients.add(new Client(port, token, dossier));
      }
      clients.forEach(Thread::start);
      Writer writer = new Writer(port, token);
      writer.start();
      Thread.sleep(TimeUnit.SECONDS.toMillis(WARM_UP_SECONDS));
      measuring = true;
      long began = System.nanoTime();
      List<Long> memory = new ArrayList<>();
      for (int i = 0; i <= minutes * 2; i++) {
        memory.add(residentKilobytes(service.pid()));
        System.out.printf(
            "%3d s  %,8d kB resident  %d errors%n", i * 30, memory.get(i), errors.get());
        if (i < minutes * 2) {
          Thread.sleep(30_000);
        }
      }
      measuring = false;
      double seconds = (System.nanoTime() - began) / 1e9;
      ended = true;
      for (Client client : clients) {
        client.join(10_000);
      }
      writer.join(10_000);
      report(clients, writer, seconds, memory);
    } finally {
      ended = true;
      service.destroy();
      service.waitFor(60, TimeUnit.SECONDS);
      delete(home);
    }
    System.exit(errors.get() == 0 ? 0 : 1);
  }

  private static void report(
      List<Client> clients, Writer writer, double seconds, List<Long> memory) {
    long[] assessments = sorted(clients.stream().map(client -> client.assessments));
    long[] empty = sorted(clients.stream().map(client -> client.empty));
    System.out.printf(
        "%n%-22s %10s %9s %9s %9s %9s %9s%n",
        "", "requests", "per s", "p50 ms", "p99 ms", "p99.9 ms", "max ms");
    row("POST /assessments", assessments, seconds);
    row("GET /me", empty, seconds);
    row("PUT /dossiers/{id}", sorted(Stream.of(writer.times)), seconds);
    System.out.printf(
        "%np99 of POST /assessments is %.2f times that of GET /me%n",
        (double) at(assessments, 0.99) / at(empty, 0.99));
    int third = memory.size() / 3;
    double early = memory.subList(third, 2 * third).stream().mapToLong(m -> m).average().orElse(0);
    double late =
        memory.subList(2 * third, memory.size()).stream().mapToLong(m -> m).average().orElse(0);
    System.out.printf(
        "resident memory, last third against the one before: %+.1f%%%n", 100 * (late / early - 1));
    System.out.printf("errors: %d %s%n", errors.get(), firstError);
  }

  private static void row(String name, long[] times, double seconds) {
    System.out.printf(
        "%-22s %,10d %,9.0f %9.2f %9.2f %9.2f %9.2f%n",
        name,
        times.length,
        times.length / seconds,
        at(times, 0.5) / 1e6,
        at(times, 0.99) / 1e6,
        at(times, 0.999) / 1e6,
        at(times, 1) / 1e6);
  }

  private static long at(long[] sorted, double part) {
    return sorted.length == 0
        ? 0
        : sorted[
            (int)
                Math.min(
                    sorted.length - 1, Math.ceil(part * sorted.length) - 1 + (part == 1 ? 1 : 0))];
  }

  private static long[] sorted(Stream<Times> all) {
    long[] times = all.flatMapToLong(Times::stream).toArray();
    Arrays.sort(times);
    return times;
  }

  /** Nanoseconds, as many as come. */
  private static final class Times {
    private long[] nanos = new long[1 << 16];
    private int count;

    void add(long time) {
      if (measuring) {
        if (count == nanos.length) {
          nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = time;
      }
    }

    java.util.stream.LongStream stream() {
      return Arrays.stream(nanos, 0, count);
    }
  }

  /** One connection that is never idle. */
  private static final class Client extends Thread {
    private final Times assessments = new Times();
    private final Times empty = new Times();
    private final Connection connection;
    private final byte[] assess;
    private final byte[] me;

    Client(int port, String token, byte[] dossier) throws IOException {
      this.connection = new Connection(port);
      this.assess =
          request("POST /assessments", "Authorization: Bearer " + token + "\r\n", dossier);
      this.me = request("GET /me", "Authorization: Bearer " + token + "\r\n", null);
    }

    @Override
    public void run() {
      while (!ended) {
        assessments.add(connection.time(assess, 200));
        empty.add(connection.time(me, 200));
      }
    }
  }

  /** Stores dossiers, at leisure. */
  private static final class Writer extends Thread {
    private final Times times = new Times();
    private final Connection connection;
    private final String token;
    private final String dossier;

    Writer(int port, String token) throws IOException {
      this.connection = new Connection(port);
      this.token = token;
      this.dossier = Files.readString(Path.of("seeds/amasrakad.json"));
    }

    @Override
    public void run() {
      for (int i = 0; !ended; i++) {
        String id = "soak-" + i;
        byte[] body =
            dossier
                .replaceFirst("\"id\": *\"[^\"]*\"", "\"id\": \"" + id + "\"")
                .getBytes(StandardCharsets.UTF_8);
        times.add(
            connection.time(
                request("PUT /dossiers/" + id, "Authorization: Bearer " + token + "\r\n", body),
                201));
        try {
          Thread.sleep(200);
        } catch (InterruptedException e) {
          return;
        }
      }
    }
  }

  private static byte[] request(String what, String authorization, byte[] body) {
    byte[] head =
        (what
                + " HTTP/1.1\r\nHost: localhost\r\n"
                + authorization
                + (body == null
                    ? ""
                    : "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n")
                + "\r\n")
            .getBytes(StandardCharsets.UTF_8);
    if (body == null) {
      return head;
    }
    byte[] all = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  /** One connection of HTTP/1.1, kept open. */
  private static final class Connection {
    private final Socket socket;
    private final InputStream in;
    private String body;

    Connection(int port) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(60_000);
      in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /** Sends, reads the answer, and tells how long that took. */
    long time(byte[] request, int expected) {
      long begun = System.nanoTime();
      try {
        socket.getOutputStream().write(request);
        int status = answer();
        if (status != expected) {
          error("status " + status + " " + body);
        }
      } catch (IOException e) {
        if (!ended) {
          error(e.toString());
        }
      }
      return System.nanoTime() - begun;
    }

    private int answer() throws IOException {
      String first = line();
      int length = 0;
      for (String header = line(); !header.isEmpty(); header = line()) {
        if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
          length = Integer.parseInt(header.substring(15).strip());
        }
      }
      body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
      return first.length() < 12 ? 0 : Integer.parseInt(first.substring(9, 12));
    }

    private String line() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream(64);
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0) {
          throw new IOException("the service hung up");
        }
        if (b != '\r') {
          line.write(b);
        }
      }
      return line.toString(StandardCharsets.UTF_8);
    }
  }

  private static void error(String what) {
    if (errors.getAndIncrement() == 0) {
      firstError = what;
    }
  }

  private static Process start(Path home) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-jar",
            "target/quarkus-app/quarkus-run.jar",
            "serve",
            "--port",
            "0");
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("DATABASE_") || name.startsWith("BILAN_"));
    builder.environment().put("BILAN_HOME", home.toString());
    builder.environment().put("BILAN_ADMIN_PASSWORD", PASSWORD);
    builder.environment().put("BILAN_LIMITS_REQUESTS_PER_SECOND_ADDRESS", "0");
    builder.environment().put("BILAN_LIMITS_REQUESTS_PER_SECOND_PERSON", "0");
    return builder.redirectErrorStream(true).start();
  }

  private static int port(Process service) throws IOException {
    var lines = new java.io.BufferedReader(new java.io.InputStreamReader(service.getInputStream()));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      System.out.println("  " + line);
      int at = line.indexOf("listens on http://localhost:");
      if (at >= 0) {
        // What it says later is passed on, so that the pipe never fills.
        Thread passing = new Thread(() -> lines.lines().forEach(l -> System.out.println("  " + l)));
        passing.setDaemon(true);
        passing.start();
        return Integer.parseInt(line.substring(at + 28).split(" ")[0]);
      }
    }
    throw new IOException("The service did not start");
  }

  private static String token(int port) throws IOException {
    Connection connection = new Connection(port);
    connection.time(request("POST /tokens", AUTHORIZATION, "{\"label\":\"soak\"}".getBytes()), 201);
    return connection.body.replaceFirst("(?s).*\"secret\":\"([^\"]+)\".*", "$1");
  }

  private static long residentKilobytes(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElse(0);
  }

  private static void delete(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
