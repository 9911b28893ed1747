package org.bilan.pictures;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.bilan.archive.Appearance;
import org.bilan.archive.NewPicture;
import org.bilan.archive.PictureFiles;
import org.bilan.archive.StoredPicture;
import org.bilan.archive.Viewer;
import org.bilan.dossier.FirstSeen;
import org.bilan.dossier.FirstSeen.Ground;
import org.bilan.dossier.Moment;
import org.bilan.examination.Examination;
import org.bilan.examination.ExaminationJson;
import org.bilan.examination.Examined;
import org.bilan.examination.Examiner;
import org.bilan.examination.RefusedFile;
import org.bilan.ledger.Actor;
import org.bilan.likeness.Fingerprint;

/**
 * Examines the files of pictures, keeps them, and tells what is known of them. What somebody may
 * not know of is to them as if it were not there.
 */
@Singleton
public final class Pictures {

  /** Pictures on the way to the first that shows the same: each is near the next. */
  private static final int LONGEST_WAY = 16;

  /** Appearances that are shown at most: the nearest. */
  private static final int MOST = 200;

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

  /** Of these files those that are kept and that they may know of. */
  public List<StoredPicture> find(Collection<String> sha256s, Viewer viewer) {
    return files.find(sha256s, viewer);
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
   * What is known of a file: what a dossier may be told, and where pictures were seen that look
   * like it.
   *
   * @param alike the nearest first; its own receipt is not among them. What is only alike is for a
   *     person to look at
   */
  public record About(org.bilan.dossier.Examined facts, List<Match> alike) {}

  /** What is known of a file that was found. */
  public About about(StoredPicture picture, Viewer viewer) {
    List<Match> near =
        picture.looks().map(memory::of).map(found -> found.nearest(MOST, viewer)).orElse(List.of());
    return new About(
        facts(picture, Optional.empty(), viewer),
        near.stream().filter(match -> !receiptOf(picture.sha256(), match)).toList());
  }

  /**
   * What a dossier may be told of a file that was found.
   *
   * @param incident whose own reports are no earlier appearance for it; empty: there is none
   */
  public org.bilan.dossier.Examined facts(
      StoredPicture picture, Optional<String> incident, Viewer viewer) {
    Optional<Lookalikes> found = picture.looks().map(memory::of);
    return Facts.of(
        picture,
        first(picture, found, viewer),
        found
            .flatMap(lookalikes -> lookalikes.earliest(incident, viewer))
            .map(match -> firstSeen(match, Optional.of(picture.sha256()))));
  }

  /**
   * The earliest appearance of what is the same picture by its fingerprint.
   *
   * @param incident as for {@link #facts}
   */
  public Optional<FirstSeen> earliest(
      Fingerprint fingerprint, Optional<String> incident, Viewer viewer) {
    return memory
        .of(fingerprint)
        .earliest(incident, viewer)
        .map(match -> firstSeen(match, Optional.empty()));
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
  private String first(StoredPicture picture, Optional<Lookalikes> found, Viewer viewer) {
    String sha256 = picture.sha256();
    Optional<Match> earlier =
        found.flatMap(lookalikes -> lookalikes.received(picture.receivedAt(), viewer));
    for (int steps = 0; earlier.isPresent() && steps < LONGEST_WAY; steps++) {
      Appearance seen = earlier.get().appearance();
      sha256 = seen.sha256().orElseThrow();
      earlier =
          earlier
              .get()
              .remembered()
              .looks()
              .flatMap(looks -> memory.of(looks).received(seen.at().earliest(), viewer));
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
