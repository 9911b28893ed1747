package org.bilan.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bilan.dossier.Media;

/**
 * Which files show one picture: those that are the same, or look the same. Of files without a
 * perceptual hash nobody knows: unless they are the same file, each is a picture of its own.
 */
final class SamePicture {

  /**
   * Of the 64 bits of two perceptual hashes, how many may differ in one picture. N. Krawetz ("Kind
   * of Like That", The Hacker Factor, 2013), whose bound the common libraries repeat: more than 10
   * is likely another image, 1 to 10 is potentially a variation, as pictures are that were cut or
   * compressed anew. A variation adds no second view, so all that may be one is taken for one.
   * Hashes of unlike pictures differ by 32 bits on average.
   */
  static final int VARIATION_BITS = 10;

  private SamePicture() {}

  /** The files of each picture, in the order of the first ones. */
  static Collection<List<Media>> groups(List<Media> files) {
    if (files.isEmpty()) {
      return List.of();
    }
    UnionFind pictures = new UnionFind(files.size());
    joinSameFiles(files, pictures);
    joinAlike(files, pictures);
    Map<Integer, List<Media>> groups = new TreeMap<>();
    for (int i = 0; i < files.size(); i++) {
      groups.computeIfAbsent(pictures.find(i), none -> new ArrayList<>()).add(files.get(i));
    }
    return groups.values();
  }

  private static void joinSameFiles(List<Media> files, UnionFind pictures) {
    Map<String, Integer> firstOf = new HashMap<>();
    for (int i = 0; i < files.size(); i++) {
      int place = i;
      files
          .get(i)
          .sha256()
          .map(hash -> firstOf.putIfAbsent(hash, place))
          .ifPresent(earlier -> pictures.join(earlier, place));
    }
  }

  private static void joinAlike(List<Media> files, UnionFind pictures) {
    int[] hashed =
        IntStream.range(0, files.size())
            .filter(i -> files.get(i).perceptualHash().isPresent())
            .toArray();
    long[] hashes =
        IntStream.of(hashed)
            .mapToLong(i -> Long.parseUnsignedLong(files.get(i).perceptualHash().orElseThrow(), 16))
            .toArray();
    for (int one = 0; one < hashes.length; one++) {
      for (int other = one + 1; other < hashes.length; other++) {
        if (Long.bitCount(hashes[one] ^ hashes[other]) <= VARIATION_BITS) {
          pictures.join(hashed[one], hashed[other]);
        }
      }
    }
  }
}
