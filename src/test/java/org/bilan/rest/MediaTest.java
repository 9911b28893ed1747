package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.commons.codec.digest.DigestUtils;
import org.bilan.dossier.Limits;
import org.bilan.people.Role;
import org.bilan.pictures.Drawn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of pictures, sent over HTTP, and what is told of them. */
@QuarkusTest
class MediaTest {

  private static final String FRENCH =
      "ligne 3 : « abc » n'est pas une empreinte de Bilan : 64 chiffres hexadécimaux, comme bilan"
          + " examine les affiche.";
  private static final String FORM = "multipart/form-data; boundary=B";
  private static final String FILE = "name=\"file\"; filename=\"a\"";
  private static final String CLOSED = "--B--\r\n";

  @TestHTTPResource URL address;

  private Someone reporter;
  private Someone reader;
  private final Logged log = new Logged();

  @AfterEach
  void stopListening() {
    Logger.getLogger("").removeHandler(log);
  }

  @BeforeEach
  void logIn() {
    Logger.getLogger("").addHandler(log);
    reporter = Someone.with(Role.REPORTER);
    reader = Someone.with(Role.READER);
  }

  private static Response send(RequestSpecification who, boolean confidential, byte[]... files) {
    for (byte[] file : files) {
      who.multiPart("file", "../../etc/passwd", file, "image/x-any");
    }
    return (confidential ? who.multiPart("confidential", "true") : who).post("/media");
  }

  private static String kept(Someone who, boolean confidential, byte[] file) {
    Response answer = send(who.asks(), confidential, file);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    return answer.path("files[0].sha256");
  }

  @Test
  void whatIsSentIsExaminedAndKeptAsItCame() throws IOException {
    byte[] jpeg = Drawn.another().jpeg(0.9f);
    String sha256 = DigestUtils.sha256Hex(jpeg);
    send(reporter.asks(), false, jpeg)
        .then()
        .statusCode(201)
        .contentType("application/json")
        .body("files.size()", equalTo(1))
        .body("files[0].sha256", equalTo(sha256))
        .body("files[0].created", equalTo(true))
        .body("files[0].confidential", equalTo(false))
        .body("files[0].picture", equalTo(sha256))
        .body("files[0].firstSeen.ground", equalTo("received"))
        .body("files[0].firstSeen.bits", nullValue())
        .body("files[0].examination.format", equalTo("jpeg"))
        .body("files[0].examination.width", equalTo(640))
        .body("files[0].seen.size()", equalTo(0));
    Response facts = reader.asks().get("/media/" + sha256);
    facts
        .then()
        .statusCode(200)
        .body("examination.bytes", equalTo(jpeg.length))
        .body("fingerprint.length()", equalTo(64))
        .body("perceptualHash.length()", equalTo(16));
    Response small = reader.asks().get(facts.<String>path("thumbnail"));
    small
        .then()
        .statusCode(200)
        .contentType("image/jpeg")
        .header("Cache-Control", "private, max-age=86400, immutable")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", containsString("default-src 'none'"));
    assertThat(ImageIO.read(new ByteArrayInputStream(small.asByteArray())).getWidth())
        .isEqualTo(320);
    Response original = reporter.asks().get(facts.<String>path("original"));
    original
        .then()
        .statusCode(200)
        .contentType("image/jpeg")
        .header("Content-Length", String.valueOf(jpeg.length))
        .header("Content-Disposition", "attachment; filename=\"" + sha256 + ".jpeg\"")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", containsString("sandbox"));
    assertThat(original.asByteArray()).isEqualTo(jpeg);
    reader.asks().get("/media/" + sha256 + "/original").then().statusCode(403);
    given()
        .get("/ledger?object=picture:" + sha256)
        .then()
        .body("items.action", equalTo(List.of("picture-received")))
        .body("items[0].actor.name", equalTo(reporter.name()));
  }

  @Test
  void theSamePictureInAnotherFormIsKnownAgain() {
    Drawn picture = Drawn.another();
    String first = kept(reporter, false, picture.png());
    Response again = send(reporter.asks(), false, picture.scaled(480, 360).jpeg(0.6f));
    again
        .then()
        .statusCode(201)
        .body("files[0].picture", equalTo(first))
        .body("files[0].firstSeen.sha256", equalTo(first))
        .body("files[0].firstSeen.bits", lessThan(32))
        .body("files[0].seen[0].likeness", equalTo("near-identical"))
        .body("files[0].seen[0].sha256", equalTo(first))
        .body("files[0].seen[0].thumbnail", equalTo("/media/" + first + "/thumbnail"));
    String second = again.path("files[0].sha256");
    reader
        .asks()
        .get("/media/" + first + "/alike")
        .then()
        .statusCode(200)
        .body("alike.sha256", equalTo(List.of(second)));
    // What came later changes nothing of what came first.
    reader.asks().get("/media/" + first).then().body("picture", equalTo(first));
  }

  @Test
  void whatADossierPublishedIsRememberedAsLongAsItSaysSo() {
    Drawn picture = Drawn.another();
    String sha256 = kept(reporter, false, picture.jpeg(0.9f));
    String incident = "pictures-" + sha256.substring(0, 20);
    Sample sample = Sample.of(incident);
    sample
        .tree()
        .putArray("media")
        .addObject()
        .put("id", "photo")
        .put("kind", "photo")
        .put("report", "r-staff")
        .put("sha256", sha256);
    put(sample);
    String other = kept(reporter, false, picture.scaled(500, 375).jpeg(0.7f));
    String mine = "alike.findAll { it.incident == '" + incident + "' }";
    for (int i = 0; i < 2; i++) { // a new version that says the same
      reader
          .asks()
          .get("/media/" + other + "/alike")
          .then()
          .body(mine + ".size()", equalTo(1))
          .body(mine + ".at", equalTo(List.of("2024-03-17")))
          .body(mine + ".ground", equalTo(List.of("posted")))
          .body(mine + ".report", equalTo(List.of("r-staff")))
          .body(mine + ".place", equalTo(List.of("A village, ML")));
      reader
          .asks()
          .get("/media/" + other)
          .then()
          .body("firstSeen.at", equalTo("2024-03-17"))
          .body("firstSeen.ground", equalTo("posted"))
          .body("firstSeen.incident", equalTo(incident));
      put(sample.title("Version " + i));
    }
    sample.tree().remove("media");
    put(sample);
    reader.asks().get("/media/" + other + "/alike").then().body(mine + ".size()", equalTo(0));
  }

  private static void put(Sample sample) {
    String id = sample.tree().at("/incident/id").asText();
    Response answer =
        given().contentType("application/json").body(sample.bytes()).put("/dossiers/" + id);
    assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
  }

  @Test
  void ofADossierThatHasOrHadAConfidentialSourceNothingIsRemembered() {
    Drawn picture = Drawn.another();
    String sha256 = kept(reporter, false, picture.jpeg(0.9f));
    String incident = "pictures-" + sha256.substring(0, 20);
    Sample sample = Sample.of(incident);
    sample
        .tree()
        .putArray("media")
        .addObject()
        .put("id", "photo")
        .put("kind", "photo")
        .put("report", "r-staff")
        .put("sha256", sha256);
    put(sample);
    String own = "alike.incident";
    given().get("/media/" + sha256 + "/alike").then().body(own, hasItem(incident));
    for (boolean marked : new boolean[] {true, false}) { // what was marked once stays so
      ((ObjectNode) sample.tree().at("/sources/1")).put("confidential", marked);
      put(sample);
      given().get("/media/" + sha256 + "/alike").then().body(own, not(hasItem(incident)));
    }
    given().delete("/dossiers/" + incident).then().statusCode(204);
    ((ObjectNode) sample.tree().at("/sources/1")).remove("confidential");
    put(sample);
    given().get("/media/" + sha256 + "/alike").then().body(own, hasItem(incident));
    given().delete("/dossiers/" + incident).then().statusCode(204);
    given().get("/media/" + sha256 + "/alike").then().body(own, not(hasItem(incident)));
  }

  @Test
  void aConfidentialFileIsThereForWhoSentItAndWhoMaySeeIt() {
    Drawn picture = Drawn.another();
    Someone confidant = Someone.with(Role.REPORTER, Role.CONFIDANT);
    Someone editor = Someone.with(Role.REPORTER, Role.EDITOR);
    String sha256 = kept(reporter, true, picture.jpeg(0.9f));
    String other = kept(editor, false, picture.jpeg(0.5f));
    for (Someone one : List.of(reporter, confidant)) {
      one.asks().get("/media/" + sha256).then().statusCode(200).body("confidential", equalTo(true));
      one.asks().get("/media/" + sha256 + "/thumbnail").then().statusCode(200);
      one.asks().get("/media/" + sha256 + "/original").then().statusCode(200);
      one.asks().get("/media/" + other).then().body("picture", equalTo(sha256));
      one.asks().get("/media/" + other + "/alike").then().body("alike.sha256", hasItem(sha256));
    }
    for (String path : List.of("", "/thumbnail", "/original", "/alike")) {
      editor.asks().get("/media/" + sha256 + path).then().statusCode(404);
    }
    editor.asks().delete("/media/" + sha256).then().statusCode(404);
    editor
        .asks()
        .get("/media/" + other)
        .then()
        .body("picture", equalTo(other))
        .body("firstSeen.sha256", equalTo(other));
    editor.asks().get("/media/" + other + "/alike").then().body("alike.size()", equalTo(0));
    // Who sends the same knows of it, and not of when others did.
    String before = reporter.asks().get("/media/" + sha256).path("receivedAt");
    assertThat(kept(editor, false, picture.jpeg(0.9f))).isEqualTo(sha256);
    editor
        .asks()
        .get("/media/" + sha256)
        .then()
        .statusCode(200)
        .body("confidential", equalTo(true))
        .body("receivedAt", not(equalTo(before)));
    editor
        .asks()
        .delete("/media/" + sha256)
        .then()
        .statusCode(403)
        .body("detail", containsString("confidant"));
    reader.asks().get("/media/" + sha256).then().statusCode(404);
    given().get("/ledger?object=picture:" + sha256).then().body("total", equalTo(0));
    given().delete("/media/" + sha256).then().statusCode(204);
    reporter.asks().get("/media/" + sha256).then().statusCode(404);
  }

  @Test
  void whatIsDeletedIsGoneFromTheMemoryToo() {
    Drawn picture = Drawn.another();
    Someone editor = Someone.with(Role.EDITOR);
    String first = kept(editor, false, picture.jpeg(0.9f));
    String second = kept(reporter, false, picture.jpeg(0.5f));
    reporter.asks().delete("/media/" + first).then().statusCode(403);
    reader.asks().get("/media/" + second).then().body("picture", equalTo(first));
    editor.asks().delete("/media/" + first).then().statusCode(204);
    editor.asks().delete("/media/" + first).then().statusCode(404);
    for (String path : List.of("", "/thumbnail", "/alike")) {
      reader.asks().get("/media/" + first + path).then().statusCode(404);
    }
    reader.asks().get("/media/" + second).then().body("picture", equalTo(second));
    reader.asks().get("/media/" + second + "/alike").then().body("alike.size()", equalTo(0));
    given()
        .get("/ledger?object=picture:" + first)
        .then()
        .body("items.action", equalTo(List.of("picture-deleted", "picture-received")));
    assertThat(kept(editor, false, picture.jpeg(0.9f))).isEqualTo(first);
    reader.asks().get("/media/" + first).then().body("picture", equalTo(second));
  }

  @Test
  void oneFileThatIsRefusedKeepsAllFromBeingKept() {
    byte[] good = Drawn.another().jpeg(0.9f);
    byte[] bad = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
    Response answer =
        send(reporter.asks().header("Accept-Language", "fr"), false, good, bad, new byte[0]);
    answer
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:bilan:problem:refused-files"))
        .body("problems.pointer", equalTo(List.of("/file/1", "/file/2")))
        .body("problems.code", equalTo(List.of("file.not-a-picture", "file.empty")));
    assertThat(answer.asString()).doesNotContain("passwd");
    given().get("/media/" + DigestUtils.sha256Hex(good)).then().statusCode(404);
    for (String id : List.of("x", "etc%2Fpasswd", DigestUtils.sha256Hex(bad))) {
      given().urlEncodingEnabled(false).get("/media/" + id).then().statusCode(404);
    }
  }

  @Test
  void aFormSaysAllThatIsWrongWithIt() throws IOException {
    reporter
        .asks()
        .multiPart("picture", "a.jpg", new byte[] {1})
        .multiPart("confidential", "perhaps")
        .multiPart("colour", "red")
        .post("/media")
        .then()
        .statusCode(422)
        .body(
            "problems.pointer", equalTo(List.of("/colour", "/confidential", "/file", "/picture")));
    byte[][] many = new byte[MediaForm.MOST + 1][];
    Arrays.fill(many, new byte[] {1});
    send(reporter.asks(), false, many)
        .then()
        .statusCode(422)
        .body("problems.code", equalTo(List.of("field.too-many")));
    reporter
        .asks()
        .contentType("application/json")
        .body("{}")
        .post("/media")
        .then()
        .statusCode(415);
    for (String rest : List.of("multipart/form-data", "multipart/form-data; boundary=y")) {
      try (Connection odd = new Connection(address)) {
        odd.send(
            "POST /media HTTP/1.1\r\nHost: a\r\nAuthorization: "
                + LoggedIn.basic()
                + "\r\nContent-Type: "
                + rest
                + "\r\nContent-Length: 7\r\n\r\n--x\r\n\r\n");
        assertThat(odd.answer()).as(rest).startsWith("HTTP/1.1 4");
      }
    }
    assertThat(left()).isEmpty();
  }

  @Test
  void ofTwoWhoSendTheSameAtOnceOneKeepsIt() throws Exception {
    byte[] file = Drawn.another().png();
    Someone other = Someone.with(Role.EDITOR);
    ExecutorService both = Executors.newFixedThreadPool(4);
    try {
      List<Future<Response>> answers = new ArrayList<>();
      for (Someone one : List.of(reporter, other, reporter, other)) {
        RequestSpecification asks = one.asks();
        answers.add(both.submit(() -> send(asks, false, file)));
      }
      int created = 0;
      for (Future<Response> answer : answers) {
        answer.get().then().statusCode(201);
        created += answer.get().<Boolean>path("files[0].created") ? 1 : 0;
      }
      assertThat(created).isEqualTo(1);
    } finally {
      both.shutdown();
    }
    given()
        .get("/ledger?object=picture:" + DigestUtils.sha256Hex(file))
        .then()
        .body("total", equalTo(2))
        .body("items.actor.name", hasItems(reporter.name(), other.name()));
    assertThat(left()).isEmpty();
  }

  /** Files that were received and are still there. */
  private static List<Path> left() {
    Path uploads = uploads();
    List<Path> left = new ArrayList<>();
    Eventually.isTrue(
        () -> {
          left.clear();
          try (Stream<Path> all = Files.walk(uploads, 3)) {
            all.filter(path -> !path.equals(uploads))
                .filter(path -> !path.getFileName().toString().startsWith("bilan-uploads-"))
                .filter(path -> !path.getFileName().toString().equals("lock"))
                .forEach(left::add);
          } catch (UncheckedIOException meanwhile) {
            return false;
          }
          return left.isEmpty();
        },
        left::toString);
    return left;
  }

  /** They hold no thread, and what they have sent is deleted when they go away. */
  @Test
  void whoSendsSlowlyHoldsAPlaceAndNoThread() throws IOException {
    List<Connection> slow = new ArrayList<>();
    List<Someone> senders = List.of(Someone.with(Role.REPORTER), Someone.with(Role.EDITOR));
    try {
      for (int i = 0; i < Uploads.AT_ONCE; i++) {
        slow.add(
            new Connection(address)
                .send(
                    "POST /media HTTP/1.1\r\nHost: a\r\nAuthorization: "
                        + basic(senders.get(i / Uploads.OF_ONE))
                        + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 90000\r\n\r\n"
                        + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"
                        + "1".repeat(20_000)));
      }
      Eventually.isTrue(
          () -> {
            Response answer = send(reporter.asks(), false, new byte[] {1});
            return answer.statusCode() == 503 && answer.header("Retry-After") != null;
          });
      reader.asks().get("/me").then().statusCode(200);
      // Who may send nothing is refused before it is received.
      send(reader.asks(), false, new byte[] {1}).then().statusCode(403);
    } finally {
      for (Connection one : slow) {
        one.close();
      }
    }
    Eventually.isTrue(() -> send(reporter.asks(), false, new byte[] {1}).statusCode() == 422);
    assertThat(left()).isEmpty();
  }

  @Test
  void moreThanARequestMayHoldIsRefused() throws IOException {
    try (Connection large = new Connection(address)) {
      large.send(
          "POST /media HTTP/1.1\r\nHost: a\r\nAuthorization: "
              + LoggedIn.basic()
              + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 200000001\r\n\r\n");
      assertThat(large.answer()).startsWith("HTTP/1.1 413 ").contains("At most 200000000 bytes");
    }
    try (Connection endless = new Connection(address)) {
      endless.send(
          "POST /media HTTP/1.1\r\nHost: a\r\nAuthorization: "
              + LoggedIn.basic()
              + "\r\nContent-Type: multipart/form-data; boundary=x\r\nTransfer-Encoding: chunked\r\n\r\n");
      String head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";
      endless.send(Integer.toHexString(head.length()) + "\r\n" + head + "\r\n");
      String chunk = "100000\r\n" + "1".repeat(0x100000) + "\r\n";
      for (int sent = 0; sent <= 200_000_000; sent += 0x100000) {
        endless.send(chunk);
      }
      assertThat(endless.answer()).startsWith("HTTP/1.1 413 ").contains("At most 200000000 bytes");
    }
    // More than a dossier may have, and no more than a file may.
    send(reporter.asks(), false, new byte[12_000_000])
        .then()
        .statusCode(422)
        .body("problems.code", equalTo(List.of("file.not-a-picture")));
  }

  @Test
  void knownPicturesAreImportedOnceAndAllProblemsTold() {
    Someone operator = Someone.with(Role.OPERATOR);
    Drawn picture = Drawn.another();
    String sha256 = kept(reporter, false, picture.jpeg(0.9f));
    String hash = reader.asks().get("/media/" + sha256).path("fingerprint");
    String table =
        "hash,date,place,url,note\n%s,2019-05-01,\"Idlib, Syria\",https://example.org/a,An agency\n"
            .formatted(hash);
    for (int added : new int[] {1, 0}) {
      operator
          .asks()
          .contentType("text/csv")
          .body(table)
          .post("/media/known")
          .then()
          .statusCode(200)
          .body("rows", equalTo(1))
          .body("added", equalTo(added));
    }
    reader
        .asks()
        .get("/media/" + sha256)
        .then()
        .body("firstSeen.at", equalTo("2019-05-01"))
        .body("firstSeen.ground", equalTo("known"))
        .body("firstSeen.place", equalTo("Idlib, Syria"))
        .body("firstSeen.url", equalTo("https://example.org/a"));
    reader
        .asks()
        .get("/media/" + sha256 + "/alike")
        .then()
        .body("alike.size()", equalTo(1))
        .body("alike[0].note", equalTo("An agency"));
    String bad =
        "hash;date;url\n%s;2018-01-01;https://example.org\nabc;2018-13-01;javascript:alert(1)\n%s;2999-01-01;\n"
            .formatted(hash, hash);
    operator
        .asks()
        .contentType("text/csv")
        .body(bad)
        .post("/media/known")
        .then()
        .statusCode(422)
        .body(
            "problems.code",
            equalTo(List.of("hash.malformed", "date.malformed", "url.malformed", "date.ahead")))
        .body("problems[0].advice", containsString("line 3: "))
        .body("problems[3].advice", containsString("line 4: "));
    operator
        .asks()
        .header("Accept-Language", "fr")
        .contentType("text/csv")
        .body(bad)
        .post("/media/known")
        .then()
        .statusCode(422)
        .body("problems[0].advice", equalTo(FRENCH));
    reader.asks().get("/media/" + sha256).then().body("firstSeen.at", equalTo("2019-05-01"));
  }

  private static String basic(Someone who) {
    byte[] login = (who.name() + ":" + who.password()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(login);
  }

  /** The head of a request of so many bytes that sends files. */
  private static String head(Someone who, String type, int length) {
    return "POST /media HTTP/1.1\r\nHost: a\r\nAuthorization: "
        + basic(who)
        + "\r\nContent-Type: "
        + type
        + "\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  private static String part(String name, String rest, String content) {
    return "--B\r\nContent-Disposition: form-data; "
        + name
        + "\r\n"
        + rest
        + "\r\n"
        + content
        + "\r\n";
  }

  private String answer(String type, String form) throws IOException {
    try (Connection one = new Connection(address)) {
      return one.send(head(reporter, type, form.length()) + form).answer();
    }
  }

  @Test
  void aFormThatBreaksOffIsRefusedAtItsEnd() throws IOException {
    String whole = part(FILE, "", "1".repeat(3_000));
    String mixed = part(FILE, "Content-Type: multipart/mixed; boundary=I\r\n", "--I\r\n");
    String inner = mixed + "Content-Disposition: file; filename=\"b\"\r\n\r\nabc\r\n" + CLOSED;
    for (String form : List.of(whole, whole.substring(0, 2_000), whole + "--B\r\n", inner, "abc")) {
      assertThat(answer(FORM, form))
          .as(form)
          .startsWith("HTTP/1.1 400 ")
          .contains("The form breaks off");
    }
    List<String> without =
        List.of(
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=\"\"");
    for (String type : without) {
      assertThat(answer(type, whole + CLOSED))
          .as(type)
          .startsWith("HTTP/1.1 400 ")
          .contains("names no boundary");
    }
    assertThat(answer(FORM, whole + CLOSED)).contains("file.not-a-picture");
    assertThat(answer("multipart/form-data; charset=UTF-8; boundary=\"B\"", whole + CLOSED))
        .contains("file.not-a-picture");
    assertThat(left()).isEmpty();
    assertThat(log.faults()).isEmpty();
  }

  @Test
  void onePersonHoldsTwoPlacesAndOthersTheirs() throws IOException {
    List<Connection> slow = new ArrayList<>();
    AtomicReference<String> last = new AtomicReference<>();
    String begun = part(FILE, "", "1".repeat(20_000));
    try {
      Eventually.isTrue(
          () -> {
            // One more each time: the other request may have come before it.
            slow.add(new Connection(address).send(head(reporter, FORM, 90_000) + begun));
            Response answer = send(reporter.asks(), false, new byte[] {1});
            last.set(answer.asString());
            return answer.statusCode() == 503 && last.get().contains("You send files in 2");
          },
          last::get);
      Someone other = Someone.with(Role.EDITOR);
      send(other.asks(), false, new byte[] {1}).then().statusCode(422);
    } finally {
      for (Connection one : slow) {
        one.close();
      }
    }
    Eventually.isTrue(() -> send(reporter.asks(), false, new byte[] {1}).statusCode() == 422);
  }

  @Test
  void whoGoesAwayIsNoFaultOfOurs() throws IOException {
    String whole =
        part(FILE, "", new String(Drawn.another().png(), StandardCharsets.ISO_8859_1)) + CLOSED;
    for (int i = 0; i < 30; i++) {
      // At once, with a part of a file, and with all that is then examined.
      String sent = i % 3 == 0 ? "" : i % 3 == 1 ? whole.substring(0, 5_000) : whole;
      try (Connection one = new Connection(address)) {
        one.send(head(reporter, FORM, whole.length()) + sent);
      }
    }
    Eventually.isTrue(() -> send(reporter.asks(), false, new byte[] {1}).statusCode() == 422);
    assertThat(left()).isEmpty();
    assertThat(log.faults()).isEmpty();
  }

  @Test
  void aFieldThatIsNoneSaysWhatIsExpected() throws IOException {
    assertThat(answer(FORM, part("name=\"file\"", "", "abc") + CLOSED))
        .startsWith("HTTP/1.1 422 ")
        .contains("\"/file\"", "a file, with a filename")
        .doesNotContain("field.missing", "field.unknown");
    List<String> forms =
        List.of(
            part("name=\"file\"", "", "1".repeat(20_000)),
            part("name=\"" + "a".repeat(100_000) + "\"", "", "abc"),
            part("filename=\"x\"", "", "abc"),
            "--B\r\n\r\nabc\r\n");
    for (String form : forms) {
      assertThat(answer(FORM, form + CLOSED))
          .as(form.substring(0, 12))
          .startsWith("HTTP/1.1 400 ")
          .contains("Expected are file, each with a name and a filename");
    }
    assertThat(log.faults()).isEmpty();
  }

  @Test
  void aListThatIsTooLongNamesTheCommandForIt() throws IOException {
    String begin =
        "POST /media/known HTTP/1.1\r\nHost: a\r\nAuthorization: "
            + LoggedIn.basic()
            + "\r\nContent-Type: text/csv\r\n";
    try (Connection one = new Connection(address)) {
      String answer =
          one.send(begin + "Content-Length: " + (Limits.BYTES + 1) + "\r\n\r\n").answer();
      assertThat(answer).startsWith("HTTP/1.1 413 ").contains("bilan known");
    }
    try (Connection one = new Connection(address)) {
      one.send(begin + "Transfer-Encoding: chunked\r\n\r\n");
      String chunk = "100000\r\n" + "1".repeat(0x100000) + "\r\n";
      for (int sent = 0; sent <= Limits.BYTES; sent += 0x100000) {
        one.send(chunk);
      }
      assertThat(one.answer()).startsWith("HTTP/1.1 413 ").contains("bilan known");
    }
  }

  /** A device that is always full stands for a disk that is. */
  @Test
  void aDiskThatIsFullIsToldOnce() throws IOException {
    String form = part(FILE, "", "1".repeat(300_000)) + CLOSED;
    try (Connection one = new Connection(address)) {
      one.send(head(reporter, FORM, form.length()));
      AtomicReference<Path> made = new AtomicReference<>();
      Eventually.isTrue(
          () -> {
            try (Stream<Path> all = Files.walk(uploads(), 2)) {
              all.filter(Files::isDirectory)
                  .filter(path -> path.getNameCount() == uploads().getNameCount() + 2)
                  .forEach(made::set);
            } catch (UncheckedIOException meanwhile) {
              return false;
            }
            return made.get() != null;
          });
      Files.createSymbolicLink(made.get().resolve("0"), Path.of("/dev/full"));
      one.send(form);
      assertThat(one.answer())
          .startsWith("HTTP/1.1 503 ")
          .contains("Files cannot be received just now");
    }
    assertThat(log.faults()).isEmpty();
    assertThat(log.warnings()).hasSize(1).first().asString().contains("No space left");
    assertThat(left()).isEmpty();
  }

  private static Path uploads() {
    return Path.of(System.getProperty("bilan.home"), "uploads");
  }
}
