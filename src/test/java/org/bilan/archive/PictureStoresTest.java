package org.bilan.archive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.bilan.dossier.Moment;
import org.bilan.examination.Examiner;
import org.bilan.ledger.Actor;
import org.bilan.likeness.Fingerprint;
import org.bilan.people.Secret;
import org.bilan.pictures.Drawn;
import org.bilan.pictures.Match;
import org.bilan.pictures.Memory;
import org.bilan.pictures.Pictures;
import org.bilan.rest.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Originals in the database and in a folder, and the memory of several services over one table. */
@QuarkusTest
class PictureStoresTest {

  private static final Actor WHO = new Actor("sender", "test", "local");
  private static final Viewer ALL = new Viewer("looker", true);

  @TempDir Path temporary;

  @Inject DataSource database;
  @Inject Ledger ledger;
  @Inject Secret secret;
  @Inject Examiner examiner;

  private PictureFiles files(Optional<Path> folder) {
    return new PictureFiles(database, ledger, secret, folder);
  }

  /** A service of its own: it has no index in common with others. */
  private Pictures service(Optional<Path> folder) {
    return new Pictures(examiner, files(folder), new Memory(new Appearances(database, ledger)));
  }

  private String keep(Pictures service, byte[] file) throws Exception {
    Path path = Files.write(temporary.resolve("sent"), file);
    return service.receive(List.of(path), false, WHO).get(0).sha256();
  }

  /** More than two parts of noise, which no format makes small. */
  private static byte[] large() {
    byte[] noise = new byte[2_500_000];
    new Random(System.nanoTime()).nextBytes(noise);
    byte[] png = Drawn.another().png();
    byte[] large = new byte[png.length + noise.length];
    System.arraycopy(png, 0, large, 0, png.length);
    System.arraycopy(noise, 0, large, png.length, noise.length);
    return large;
  }

  private static NewPicture picture(byte[] file) {
    return new NewPicture(
        DigestUtils.sha256Hex(file),
        file.length,
        "image/png",
        "{}".getBytes(StandardCharsets.UTF_8),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private String kept(PictureFiles files, byte[] file) throws IOException {
    NewPicture picture = picture(file);
    files.keep(picture, Files.write(temporary.resolve("sent"), file), WHO);
    return picture.sha256();
  }

  private static byte[] read(PictureFiles files, String sha256) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    files.original(files.find(sha256, ALL).orElseThrow(), out);
    return out.toByteArray();
  }

  private long parts(String sha256) {
    return Jdbc.<Optional<Long>>ask(
            database,
            connection ->
                Jdbc.first(
                    connection,
                    row -> row.getLong(1),
                    "select count(*) from picture_part where sha256 = ?",
                    sha256))
        .orElseThrow();
  }

  @Test
  void anOriginalInTheDatabaseIsReadAsItCameAndNeverWholeWhenItIsDamaged() throws Exception {
    PictureFiles files = files(Optional.empty());
    byte[] file = large();
    String sha256 = kept(files, file);
    assertThat(parts(sha256)).isEqualTo(3);
    assertThat(read(files, sha256)).isEqualTo(file);
    OwnerAccess.execute(
        "update picture_part set bytes = set_byte(bytes, 7, (get_byte(bytes, 7) + 1) % 256)"
            + " where number = 1 and sha256 = '"
            + sha256
            + "'");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StoredPicture stored = files.find(sha256, ALL).orElseThrow();
    assertThatThrownBy(() -> files.original(stored, out))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(sha256)
        .hasMessageContaining("damaged");
    assertThat(out.size()).isEqualTo(2 << 20);
    assertThat(files.delete(sha256, ALL, WHO)).isTrue();
    assertThat(parts(sha256)).isZero();
  }

  @Test
  void anOriginalInTheFolderIsUnderItsHashForItsUserAlone() throws Exception {
    Path folder = temporary.resolve("pictures");
    PictureFiles files = files(Optional.of(folder));
    byte[] file = large();
    String sha256 = kept(files, file);
    Path place =
        folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
    assertThat(place).hasBinaryContent(file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.getParent())))
        .isEqualTo("rwx------");
    assertThat(parts(sha256)).isZero();
    assertThat(read(files, sha256)).isEqualTo(file);
    assertThatThrownBy(() -> read(files(Optional.empty()), sha256))
        .hasMessageContaining("BILAN_PICTURES_FOLDER");
    // The same once more changes nothing, and what was kept elsewhere is read from there.
    assertThat(files(Optional.empty()).keep(picture(file), temporary.resolve("sent"), WHO))
        .isFalse();
    byte[] other = large();
    assertThat(read(files, kept(files(Optional.empty()), other))).isEqualTo(other);
    byte[] damaged = file.clone();
    damaged[100]++;
    Files.write(place, damaged);
    assertThatThrownBy(() -> read(files, sha256)).hasMessageContaining("damaged");
    assertThat(files.delete(sha256, ALL, WHO)).isTrue();
    try (Stream<Path> left = Files.walk(folder).filter(Files::isRegularFile)) {
      assertThat(left).isEmpty();
    }
  }

  /** Neither is there without the other. */
  @Test
  void aFileThatChangesWhileItIsKeptIsNotKept() throws Exception {
    Path folder = temporary.resolve("pictures");
    byte[] file = large();
    NewPicture picture = picture(file);
    file[5]++;
    Path changed = Files.write(temporary.resolve("sent"), file);
    for (PictureFiles files : List.of(files(Optional.empty()), files(Optional.of(folder)))) {
      assertThatThrownBy(() -> files.keep(picture, changed, WHO)).hasMessageContaining("changed");
      assertThat(files.find(picture.sha256(), ALL)).isEmpty();
      assertThat(parts(picture.sha256())).isZero();
    }
    try (Stream<Path> left = Files.walk(folder).filter(Files::isRegularFile)) {
      assertThat(left).isEmpty();
    }
    assertThat(ledger.entries(Optional.of("picture:" + picture.sha256()), Optional.empty(), 0, 9))
        .extracting(Listing::total)
        .isEqualTo(0L);
  }

  private static List<String> alike(Pictures service, String sha256) {
    return service.about(service.find(sha256, ALL).orElseThrow(), ALL).alike().stream()
        .map(Match::appearance)
        .flatMap(seen -> seen.sha256().stream())
        .toList();
  }

  /** The first file that was received of what shows the same. */
  private static Optional<String> first(Pictures service, String sha256) {
    StoredPicture picture = service.find(sha256, ALL).orElseThrow();
    return service.facts(picture, Optional.empty(), ALL).picture();
  }

  @Test
  void whatOneServiceKeepsOrDeletesTheOtherKnowsAtOnce() throws Exception {
    Pictures one = service(Optional.empty());
    Pictures other = service(Optional.empty());
    Drawn picture = Drawn.another();
    String first = keep(one, picture.png());
    assertThat(alike(one, first)).isEmpty();
    assertThat(alike(other, first)).isEmpty();
    String second = keep(other, picture.jpeg(0.6f));
    assertThat(alike(one, first)).containsExactly(second);
    assertThat(first(one, second)).contains(first);
    assertThat(other.delete(first, ALL, WHO)).isTrue();
    assertThat(alike(one, second)).isEmpty();
    assertThat(first(one, second)).contains(second);
  }

  /** Else those who ask for what follows the last one would never hear of the one before. */
  @Test
  void appearancesBecomeVisibleInTheOrderOfTheirIds() throws Exception {
    Appearances appearances = new Appearances(database, ledger);
    Fingerprint fingerprint = new Fingerprint(System.nanoTime(), 1, 2, 3);
    Moment now = Moment.parse("2020-01-01").orElseThrow();
    Appearance known =
        Appearance.known(
            fingerprint, now, Optional.empty(), Optional.empty(), Optional.of("in order"));
    CompletableFuture<Integer> later;
    long before = last(appearances);
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      Appearances.add(connection, List.of(known), Instant.now());
      later = CompletableFuture.supplyAsync(() -> appearances.add(List.of(known), WHO));
      while (waiting() == 0) {
        assertThat(later).isNotDone();
        Thread.sleep(10);
      }
      assertThat(appearances.after(before, 10)).isEmpty();
      connection.commit();
      connection.setAutoCommit(true);
    }
    assertThat(later.get()).isEqualTo(1);
    assertThat(appearances.after(before, 10)).hasSize(2);
  }

  private static long last(Appearances appearances) {
    long last = 0;
    for (List<Appearances.Indexed> next = appearances.after(last, 1000);
        !next.isEmpty();
        next = appearances.after(last, 1000)) {
      last = next.get(next.size() - 1).id();
    }
    return last;
  }

  private long waiting() {
    return Jdbc.<Optional<Long>>ask(
            database,
            connection ->
                Jdbc.first(
                    connection,
                    row -> row.getLong(1),
                    "select count(*) from pg_locks where locktype = 'advisory' and not granted"))
        .orElseThrow();
  }

  private static Appearance known(Fingerprint fingerprint, String date, String note) {
    return Appearance.known(
        fingerprint,
        Moment.parse(date).orElseThrow(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(note));
  }

  @Test
  void theEarliestIsFoundBehindManyThatAreNearer() throws Exception {
    Pictures service = service(Optional.empty());
    String sha256 = keep(service, Drawn.another().png());
    StoredPicture picture = service.find(sha256, ALL).orElseThrow();
    Fingerprint print = picture.looks().orElseThrow().fingerprint();
    List<Appearance> nearer = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      nearer.add(known(print, "2021-01-01", "later " + i));
    }
    Appearances appearances = new Appearances(database, ledger);
    appearances.add(nearer, WHO);
    Fingerprint other = new Fingerprint(print.a() ^ 7, print.b(), print.c(), print.d());
    appearances.add(List.of(known(other, "2019-01-01", "first")), WHO);
    assertThat(service.facts(picture, Optional.empty(), ALL).firstSeen())
        .hasValueSatisfying(seen -> assertThat(seen.at().text()).isEqualTo("2019-01-01"));
    assertThat(service.earliest(print, Optional.empty(), ALL))
        .hasValueSatisfying(seen -> assertThat(seen.at().text()).isEqualTo("2019-01-01"));
    assertThat(service.about(picture, ALL).alike()).hasSizeBetween(199, 200);
  }

  @Test
  void whatOneMayNotKnowOfTakesNoPlaces() throws Exception {
    Pictures service = service(Optional.empty());
    String sha256 = keep(service, Drawn.another().png());
    StoredPicture picture = service.find(sha256, ALL).orElseThrow();
    Fingerprint print = picture.looks().orElseThrow().fingerprint();
    for (int i = 0; i < 205; i++) {
      keepAs(picture, (sha256 + i).getBytes(StandardCharsets.UTF_8), true);
    }
    Fingerprint other = new Fingerprint(print.a() ^ 7, print.b(), print.c(), print.d());
    new Appearances(database, ledger).add(List.of(known(other, "2019-01-01", "open")), WHO);
    assertThat(service.about(picture, Viewer.ANYBODY).alike())
        .extracting(match -> match.appearance().note())
        .containsExactly(Optional.of("open"));
    assertThat(service.about(picture, ALL).alike()).hasSizeBetween(199, 200);
  }

  /** A file of which the same was established as of another. */
  private String keepAs(StoredPicture other, byte[] file, boolean confidential) throws IOException {
    NewPicture picture =
        new NewPicture(
            DigestUtils.sha256Hex(file),
            file.length,
            other.mediaType(),
            other.examination(),
            other.looks(),
            Optional.empty(),
            confidential);
    files(Optional.empty()).keep(picture, Files.write(temporary.resolve("sent"), file), WHO);
    return picture.sha256();
  }

  /** Its file is not found by who looks, and no row names it. */
  @Test
  void whenKeepingFailsNoFileStaysBehindThatWasNotThereBefore() throws Exception {
    Path folder = temporary.resolve("pictures");
    PictureFiles files = files(Optional.of(folder));
    Actor unwritable = new Actor("no\0body", "test", "local");
    byte[] file = large();
    Path sent = Files.write(temporary.resolve("sent"), file);
    NewPicture picture = picture(file);
    assertThatThrownBy(() -> files.keep(picture, sent, unwritable))
        .isInstanceOf(ArchiveFailure.class);
    try (Stream<Path> left = Files.walk(folder).filter(Files::isRegularFile)) {
      assertThat(left).isEmpty();
    }
    kept(files, file);
    assertThatThrownBy(() -> files.keep(picture, sent, unwritable))
        .isInstanceOf(ArchiveFailure.class);
    assertThat(read(files, picture.sha256())).isEqualTo(file);
  }

  /** Else the appearance would name a file that is gone when it is written. */
  @Test
  void aFileThatADossierNamesIsDeletedBeforeOrAfterItIsKept() throws Exception {
    PictureFiles files = files(Optional.empty());
    String sha256 = keep(service(Optional.empty()), Drawn.another().png());
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
    CompletableFuture<Integer> put;
    CompletableFuture<Boolean> deleted;
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      Fingerprint any = new Fingerprint(System.nanoTime(), 1, 2, 3);
      Appearances.add(connection, List.of(known(any, "2020-01-01", "waits")), Instant.now());
      put =
          CompletableFuture.supplyAsync(
              () ->
                  given()
                      .contentType("application/json")
                      .body(sample.bytes())
                      .put("/dossiers/" + incident)
                      .statusCode());
      while (waiting() == 0) { // it has found the file, and not written yet
        assertThat(put).isNotDone();
        Thread.sleep(10);
      }
      deleted = CompletableFuture.supplyAsync(() -> files.delete(sha256, ALL, WHO));
      while (waiting() == 1 && !deleted.isDone()) {
        Thread.sleep(10);
      }
      connection.rollback();
      connection.setAutoCommit(true);
    }
    assertThat(put.get()).isEqualTo(201);
    assertThat(deleted.get()).isTrue();
  }

  @Test
  void dossiersAndDeletionsOfTheirFilesDoNotFail() throws Exception {
    PictureFiles files = files(Optional.empty());
    Pictures service = service(Optional.empty());
    StoredPicture real = service.find(keep(service, Drawn.another().png()), ALL).orElseThrow();
    String incident = "pictures-" + System.nanoTime();
    for (int round = 0; round < 30; round++) {
      Sample sample = Sample.of(incident);
      ArrayNode media = sample.tree().putArray("media");
      List<String> named = new ArrayList<>();
      for (String name : List.of("one ", "two ")) {
        byte[] file = (name + incident + round).getBytes(StandardCharsets.UTF_8);
        String sha256 = keepAs(real, file, false);
        named.add(sha256);
        media
            .addObject()
            .put("id", "photo-" + media.size())
            .put("kind", "photo")
            .put("report", "r-staff")
            .put("fingerprint", sha256)
            .put("sha256", sha256);
      }
      CompletableFuture<Integer> put =
          CompletableFuture.supplyAsync(
              () ->
                  given()
                      .contentType("application/json")
                      .body(sample.bytes())
                      .put("/dossiers/" + incident)
                      .statusCode());
      assertThat(files.delete(named.get(1), ALL, WHO)).isTrue();
      assertThat(files.delete(named.get(0), ALL, WHO)).isTrue();
      assertThat(put.get()).isIn(200, 201);
    }
  }

  /** As a backup that is restored under a service that runs. */
  @Test
  void aTableThatWasFilledAnewIsReadAnew() throws Exception {
    Pictures service = service(Optional.empty());
    Drawn picture = Drawn.another();
    String first = keep(service, picture.png());
    String second = keep(service, picture.jpeg(0.6f));
    assertThat(alike(service, first)).containsExactly(second);
    OwnerAccess.execute("truncate picture_seen restart identity");
    assertThat(alike(service, first)).isEmpty();
    String third = keep(service, picture.scaled(320, 240).jpeg(0.8f));
    assertThat(alike(service, first)).containsExactly(third);
  }
}
