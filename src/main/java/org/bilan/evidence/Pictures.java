package org.bilan.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bilan.dossier.Incident;
import org.bilan.dossier.Media;
import org.bilan.dossier.Report;

/**
 * The pictures of a dossier. Files that are the same, or look the same, are one picture, whoever
 * posted them and however often. Of files without a perceptual hash nobody knows: unless they are
 * the same file, each counts.
 */
final class Pictures {

  /**
   * Of the 64 bits of two perceptual hashes, how many may differ in one picture. N. Krawetz ("Kind
   * of Like That", The Hacker Factor, 2013), whose bound the common libraries repeat: more than 10
   * is likely another image, 1 to 10 is potentially a variation, as pictures are that were cut or
   * compressed anew. A variation adds no second view, so all that may be one is taken for one.
   * Hashes of unlike pictures differ by 32 bits on average.
   */
  static final int VARIATION_BITS = 10;

  private final Map<String, List<Picture>> offered = new HashMap<>();
  private final Scene scene;

  Pictures(Index index) {
    Incident incident = index.dossier.incident();
    this.scene = new Scene(incident.date(), incident.place());
    // What bears on no claim says nothing of what does.
    List<Media> bearing =
        index.dossier.media().stream().filter(file -> !file.supports().isEmpty()).toList();
    Map<String, Integer> reportOf = new HashMap<>();
    for (Report report : index.reports) {
      reportOf.put(report.id(), reportOf.size());
    }
    for (List<Media> files : onePictureEach(bearing)) {
      Posting posting = Posting.of(files, index, reportOf);
      Picture picture = Picture.of(files, scene, posting, early(files, scene, index, reportOf));
      Set<String> claims = new HashSet<>();
      files.forEach(file -> claims.addAll(file.supports()));
      claims.forEach(c -> offered.computeIfAbsent(c, none -> new ArrayList<>()).add(picture));
    }
  }

  Scene scene() {
    return scene;
  }

  /** All that is offered for a claim, in the order of the first files. */
  List<Picture> offeredFor(String claim) {
    return offered.getOrDefault(claim, List.of());
  }

  private static boolean early(
      List<Media> files, Scene scene, Index index, Map<String, Integer> reportOf) {
    return files.stream()
        .flatMap(file -> file.report().stream())
        .flatMap(report -> index.reports.get(reportOf.get(report)).publishedAt().stream())
        .anyMatch(scene::after);
  }

  private static Iterable<List<Media>> onePictureEach(List<Media> files) {
    UnionFind pictures = new UnionFind(files.size());
    Map<String, Integer> bySha = new HashMap<>();
    for (int i = 0; i < files.size(); i++) {
      int place = i;
      files
          .get(i)
          .sha256()
          .map(hash -> bySha.putIfAbsent(hash, place))
          .ifPresent(earlier -> pictures.join(earlier, place));
    }
    joinAlike(files, pictures);
    Map<Integer, List<Media>> groups = new TreeMap<>();
    for (int i = 0; i < files.size(); i++) {
      groups.computeIfAbsent(pictures.find(i), none -> new ArrayList<>()).add(files.get(i));
    }
    return groups.values();
  }

  private static void joinAlike(List<Media> files, UnionFind pictures) {
    List<Integer> hashed = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      if (files.get(i).perceptualHash().isPresent()) {
        hashed.add(i);
      }
    }
    long[] hashes =
        hashed.stream()
            .mapToLong(i -> Long.parseUnsignedLong(files.get(i).perceptualHash().orElseThrow(), 16))
            .toArray();
    for (int one = 0; one < hashes.length; one++) {
      for (int other = one + 1; other < hashes.length; other++) {
        if (Long.bitCount(hashes[one] ^ hashes[other]) <= VARIATION_BITS) {
          pictures.join(hashed.get(one), hashed.get(other));
        }
      }
    }
  }
}
