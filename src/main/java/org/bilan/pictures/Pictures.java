package org.bilan.pictures;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.bilan.archive.Appearance;
import org.bilan.archive.NewPicture;
import org.bilan.archive.PictureFiles;
import org.bilan.archive.StoredPicture;
import org.bilan.archive.Viewer;
import org.bilan.dossier.FirstSeen;
import org.bilan.dossier.FirstSeen.Ground;
import org.bilan.dossier.Media;
import org.bilan.dossier.Moment;
import org.bilan.examination.Examination;
import org.bilan.examination.ExaminationJson;
import org.bilan.examination.Examined;
import org.bilan.examination.Examiner;
import org.bilan.examination.RefusedFile;
import org.bilan.ledger.Actor;
import org.bilan.likeness.Fingerprint;
import org.bilan.likeness.Looks;

/**
 * Examines the files of pictures, keeps them, and tells what is known of them. What somebody may
 * not know of is to them as if it were not there.
 */
@Singleton
public final class Pictures {

  /** Pictures on the way to the first that shows the same: each is near the next. */
  private static final int LONGEST_WAY = 16;

  private final Examiner examiner;
  private final PictureFiles files;
  private final Memory memory;

  public Pictures(Examiner examiner, PictureFiles files, Memory memory) {
    this.examiner = examiner;
    this.files = files;
    this.memory = memory;
  }

  /**
   * A file that was received.
   *
   * @param created whether it was not kept before
   */
  public record Received(String sha256, boolean created) {}

  /**
   * Examines files, keeps them, and remembers that they came: all, or none if one is refused. A
   * file that is kept already stays as it is. Where the archive fails half-way some are kept: they
   * may all be sent again.
   *
   * @param confidential whether only who sends them, and who sees confidential sources, may know
   * @throws org.bilan.examination.TooManyWaiting when others wait already; then nothing is kept
   */
  public List<Received> receive(List<Path> paths, boolean confidential, Actor actor)
      throws RefusedFiles, IOException {
    List<Examined> examined = new ArrayList<>();
    TreeMap<Integer, RefusedFile> refused = new TreeMap<>();
    for (int i = 0; i < paths.size(); i++) {
      try {
        examined.add(examiner.examine(paths.get(i)));
      } catch (RefusedFile e) {
        refused.put(i, e);
      }
    }
    if (!refused.isEmpty()) {
      throw new RefusedFiles(refused);
    }
    List<Received> received = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      received.add(keep(paths.get(i), examined.get(i), confidential, actor));
    }
    return received;
  }

  /** Keeps a file that was examined, and remembers that it came. */
  public Received keep(Path file, Examined examined, boolean confidential, Actor actor) {
    Examination examination = examined.examination();
    NewPicture picture =
        new NewPicture(
            examination.sha256(),
            examination.bytes(),
            examination.format().mediaType(),
            ExaminationJson.write(examination),
            examined.looks(),
            examined.thumbnail(),
            confidential);
    return new Received(examination.sha256(), files.keep(picture, file, actor));
  }

  /** A file that is kept; empty when there is none that they may know of. */
  public Optional<StoredPicture> find(String sha256, Viewer viewer) {
    return files.find(sha256, viewer);
  }

  /** A small JPEG of a file; empty when there is none that they may know of. */
  public Optional<byte[]> thumbnail(String sha256, Viewer viewer) {
    return files.thumbnail(sha256, viewer);
  }

  /** Writes a file that was found, as it came. */
  public void original(StoredPicture picture, OutputStream out) throws IOException {
    files.original(picture, out);
  }

  /**
   * Forgets a file and its appearances.
   *
   * @return whether there was one that they may know of
   * @throws org.bilan.archive.Withheld when it is confidential, and they do not see all such
   */
  public boolean delete(String sha256, Viewer viewer, Actor actor) {
    return files.delete(sha256, viewer, actor);
  }

  /**
   * Where pictures were seen that look like that of a file, the nearest first: its own receipt is
   * not among them. What is only alike is for a person to look at.
   */
  public List<Match> alike(StoredPicture picture, Viewer viewer) {
    return picture.looks().map(looks -> memory.near(looks, viewer)).orElse(List.of()).stream()
        .filter(match -> !receiptOf(picture.sha256(), match))
        .toList();
  }

  /**
   * What a dossier may be told of a file that is kept.
   *
   * @param incident whose own reports are no earlier appearance for it; empty: there is none
   */
  public Optional<org.bilan.dossier.Examined> facts(
      String sha256, Optional<String> incident, Viewer viewer) {
    return files.find(sha256, viewer).map(picture -> facts(picture, incident, viewer));
  }

  /** As {@link #facts(String, Optional, Viewer)}, of a file that was found. */
  public org.bilan.dossier.Examined facts(
      StoredPicture picture, Optional<String> incident, Viewer viewer) {
    return Facts.of(
        picture,
        first(picture, viewer),
        picture.looks().flatMap(looks -> earliest(looks, picture.sha256(), incident, viewer)));
  }

  /**
   * What a dossier may be told of a picture of its own: of its file, where that is kept; else of
   * its fingerprint, where it has one, when it was first seen.
   *
   * @param incident of the dossier, whose own reports are no earlier appearance
   */
  public Optional<org.bilan.dossier.Examined> facts(Media media, String incident, Viewer viewer) {
    Optional<String> own = Optional.of(incident);
    return media
        .sha256()
        .flatMap(sha256 -> facts(sha256, own, viewer))
        .or(
            () ->
                media
                    .fingerprint()
                    .map(Fingerprint::parse)
                    .map(fingerprint -> memory.near(fingerprint, viewer))
                    .map(near -> Facts.of(first(near), earliest(near, Optional.empty(), own))));
  }

  /** The first file that was received of those that are near. */
  private static Optional<String> first(List<Match> near) {
    return near.stream()
        .filter(match -> match.same() && match.appearance().ground() == Ground.RECEIVED)
        .min(Comparator.comparing(match -> match.remembered().id()))
        .flatMap(match -> match.appearance().sha256());
  }

  /**
   * The earliest appearance of what is the same picture by its fingerprint.
   *
   * @param incident as for {@link #facts}
   */
  public Optional<FirstSeen> earliest(
      Fingerprint fingerprint, Optional<String> incident, Viewer viewer) {
    return earliest(memory.near(fingerprint, viewer), Optional.empty(), incident);
  }

  /** As {@link #earliest(Fingerprint, Optional, Viewer)}, of a file that is kept. */
  private Optional<FirstSeen> earliest(
      Looks looks, String sha256, Optional<String> incident, Viewer viewer) {
    return earliest(memory.near(looks, viewer), Optional.of(sha256), incident);
  }

  /** The earliest appearance of what looks the same as a picture that is not kept. */
  public Optional<FirstSeen> earliest(Looks looks, Viewer viewer) {
    return earliest(memory.near(looks, viewer), Optional.empty(), Optional.empty());
  }

  private static Optional<FirstSeen> earliest(
      List<Match> matches, Optional<String> sha256, Optional<String> incident) {
    return matches.stream()
        .filter(Match::same)
        .filter(match -> incident.isEmpty() || !match.appearance().incident().equals(incident))
        .min(
            Comparator.comparing((Match match) -> match.appearance().at().latest())
                .thenComparing(match -> match.appearance().at().earliest())
                .thenComparing(match -> match.remembered().id()))
        .map(match -> firstSeen(match, sha256));
  }

  private static FirstSeen firstSeen(Match match, Optional<String> sha256) {
    Appearance seen = match.appearance();
    boolean sameFile = sha256.isPresent() && seen.sha256().equals(sha256);
    return new FirstSeen(
        seen.at(),
        seen.ground(),
        seen.place(),
        seen.url(),
        seen.incident(),
        seen.sha256(),
        sameFile ? OptionalInt.empty() : OptionalInt.of(match.bits()));
  }

  /**
   * The first file that was received of those that show the same picture: of what was received
   * earlier the nearest, and from there on likewise.
   */
  private String first(StoredPicture picture, Viewer viewer) {
    String sha256 = picture.sha256();
    Optional<Looks> looks = picture.looks();
    Set<String> passed = new HashSet<>();
    while (looks.isPresent() && passed.size() < LONGEST_WAY && passed.add(sha256)) {
      String from = sha256;
      List<Match> received =
          memory.near(looks.get(), viewer).stream()
              .filter(match -> match.appearance().ground() == Ground.RECEIVED)
              .toList();
      long own =
          received.stream()
              .filter(match -> receiptOf(from, match))
              .mapToLong(match -> match.remembered().id())
              .findFirst()
              .orElse(Long.MAX_VALUE);
      Optional<Match> earlier =
          received.stream()
              .filter(match -> match.same() && match.remembered().id() < own)
              .findFirst();
      if (earlier.isEmpty()) {
        break;
      }
      sha256 = earlier.get().appearance().sha256().orElseThrow();
      looks = earlier.get().remembered().looks();
    }
    return sha256;
  }

  private static boolean receiptOf(String sha256, Match match) {
    Appearance seen = match.appearance();
    return seen.ground() == Ground.RECEIVED && seen.sha256().equals(Optional.of(sha256));
  }

  static Moment received(StoredPicture picture) {
    return new Moment(picture.receivedAt(), picture.receivedAt());
  }
}
