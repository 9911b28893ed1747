package org.bilan.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bilan.assessment.Grade;
import org.bilan.dossier.Moment;

/**
 * How long lists, searches and maps take, over HTTP from the packaged service, and beside each the
 * bare statements that find the same in the same database: how many there are, and the page.
 *
 * <p>{@code mvn -Pbench -Dbench.main=org.bilan.archive.FindingBenchmark -Dbench="CLAIMS DIR
 * [TIMES]"}; an archive that is in DIR already is used again. The service must be packaged.
 */
final class FindingBenchmark {

  private static final String JAR = "target/quarkus-app/quarkus-run.jar";
  private static final List<String> WORDS = List.of("civilians", "government", "afghanistan");

  private final HttpClient client = HttpClient.newHttpClient();
  private final int times;
  private final URI service;
  private final String login;
  private final Connection database;

  private FindingBenchmark(int times, URI service, String login, Connection database) {
    this.times = times;
    this.service = service;
    this.login = login;
    this.database = database;
  }

  /** {@code CLAIMS DIR [TIMES]}. */
  public static void main(String... arguments) throws Exception {
    String[] given = String.join(" ", arguments).strip().split("\\s+");
    if (given.length < 2) {
      System.err.println("Say how many claims, and a directory: CLAIMS DIR [TIMES]");
      System.exit(2);
    }
    Path directory = Files.createDirectories(Path.of(given[1]));
    Path archive = directory.resolve("archive-%s.jsonl".formatted(given[0]));
    Path home = directory.resolve("finding-" + given[0]);
    Map<String, String> environment = Map.of("BILAN_HOME", home.toString());
    if (!Files.exists(archive)) {
      end(
          java(
              environment,
              List.of(
                  "-cp",
                  System.getProperty("java.class.path"),
                  "org.bilan.importer.GeneratedArchive",
                  given[0],
                  archive.toString())));
    }
    boolean filled = Files.exists(home);
    Process first = java(environment, List.of("-jar", JAR, "serve", "--port", "0"));
    try (BufferedReader lines = first.inputReader()) {
      String password = Files.exists(home.resolve("bench")) ? "" : null;
      URI service = null;
      while (service == null) {
        String line = lines.readLine();
        if (line.contains("with the password ")) {
          password = line.replaceAll(".*with the password (\\S+).*", "$1");
          Files.writeString(home.resolve("bench"), password);
        }
        if (line.contains("Bilan listens on ")) {
          service = URI.create(line.replaceAll(".*Bilan listens on (\\S+).*", "$1"));
        }
      }
      if (!filled) {
        long began = System.nanoTime();
        end(java(environment, List.of("-jar", JAR, "import", "--store", archive.toString())));
        System.out.printf("import --store %.1f s%n", (System.nanoTime() - began) / 1e9);
      }
      String login = "admin:" + Files.readString(home.resolve("bench"));
      try (Connection database = CommandArchive.begun(environment::get).owner().getConnection()) {
        int times = given.length > 2 ? Integer.parseInt(given[2]) : 21;
        new FindingBenchmark(times, service, login, database).measure();
      }
    } finally {
      first.toHandle().destroy();
      first.waitFor();
    }
  }

  private static Process java(Map<String, String> environment, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx640m");
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static void end(Process process) throws Exception {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        System.out.println(line);
      }
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException("Exit code " + process.exitValue());
    }
  }

  private void measure() throws Exception {
    System.out.printf("%-58s %9s %9s %9s %9s%n", "ms, of " + times, "median", "p95", "SQL", "p95");
    Map<String, DossierFilter> lists = new LinkedHashMap<>();
    lists.put("", filter(Search.ALL, ""));
    lists.put("country=AF", new DossierFilter(Optional.of("AF"), none(), none(), claims("")));
    lists.put(
        "from=2010-01-01&to=2012-12-31",
        new DossierFilter(
            Optional.empty(), Moment.parse("2010-01-01"), Moment.parse("2012-12-31"), claims("")));
    lists.put("grade=contested", filter(Search.ALL, "contested"));
    lists.put("grade=fair&minScore=60", filter(Search.ALL, "fair 60"));
    lists.put("contested=true", filter(asking(true, null, ""), ""));
    lists.put("look=true", filter(asking(null, true, ""), ""));
    lists.put("look=false", filter(asking(null, false, ""), ""));
    for (Map.Entry<String, DossierFilter> list : lists.entrySet()) {
      list(list.getKey(), list.getValue(), Order.INCIDENT);
    }
    for (String order : Order.words()) {
      list("sort=" + order, filter(Search.ALL, ""), Order.of(order).orElseThrow());
    }
    for (String word : WORDS) {
      for (int length = 1; length <= word.length(); length++) {
        String typed = word.substring(0, length);
        list("q=" + typed, filter(asking(null, null, typed), ""), Order.INCIDENT);
      }
    }
    String two = "civ gov";
    list("q=" + two + "&sort=-date", filter(asking(null, null, two), ""), Order.NEWEST);
    map("cells=16", Optional.empty(), 16);
    map("cells=32", Optional.empty(), 32);
    map("cells=64", Optional.empty(), 64);
    map("cells=64&west=0&south=0&east=60&north=40", Optional.of(new Box(0, 0, 60, 40)), 64);
    map(
        "cells=64&west=170&south=-60&east=-170&north=60",
        Optional.of(new Box(170, -60, -170, 60)),
        64);
    map("cells=64&west=10&south=10&east=12&north=12", Optional.of(new Box(10, 10, 12, 12)), 64);
  }

  private static Optional<Moment> none() {
    return Optional.empty();
  }

  private static Search asking(Boolean contested, Boolean look, String words) {
    return new Search(
        Search.words(words),
        false,
        Optional.ofNullable(contested),
        Optional.ofNullable(look),
        Optional.empty());
  }

  private static DossierFilter filter(Search search, String claims) {
    return new DossierFilter(Optional.empty(), none(), none(), claims(claims), search);
  }

  private static ClaimFilter claims(String gradeAndScore) {
    String[] parts = gradeAndScore.split(" ");
    return new ClaimFilter(
        Arrays.stream(Grade.values())
            .filter(grade -> grade.word().equals(parts[0]))
            .collect(java.util.stream.Collectors.toSet()),
        parts.length > 1 ? OptionalInt.of(Integer.parseInt(parts[1])) : OptionalInt.empty(),
        OptionalInt.empty());
  }

  private interface Work {
    void done() throws Exception;
  }

  private void list(String parameters, DossierFilter filter, Order order) throws Exception {
    compare("/dossiers?" + encoded(parameters), () -> Lists.find(database, filter, order, 0, 50));
  }

  private void map(String parameters, Optional<Box> box, int across) throws Exception {
    DossierFilter filter =
        filter(new Search(List.of(), false, Optional.empty(), Optional.empty(), box), "");
    compare("/map?" + parameters, () -> Atlas.map(database, filter, across));
  }

  private static String encoded(String parameters) {
    return parameters.replace(" ", URLEncoder.encode(" ", StandardCharsets.UTF_8));
  }

  private void compare(String path, Work bare) throws Exception {
    double[] http = times(() -> get(path));
    double[] sql = times(bare);
    System.out.printf(
        "%-58s %9.1f %9.1f %9.1f %9.1f%n",
        path, at(http, 50), at(http, 95), at(sql, 50), at(sql, 95));
  }

  private double[] times(Work work) throws Exception {
    work.done(); // once for the caches
    double[] milliseconds = new double[times];
    for (int i = 0; i < times; i++) {
      long began = System.nanoTime();
      work.done();
      milliseconds[i] = (System.nanoTime() - began) / 1e6;
    }
    Arrays.sort(milliseconds);
    return milliseconds;
  }

  private static double at(double[] sorted, int percent) {
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }

  private void get(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve(path))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
            .build();
    HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + answer.statusCode());
    }
  }
}
