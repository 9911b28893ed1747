package org.bilan.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bilan.dossier.Examined;
import org.bilan.dossier.Media;

/**
 * Which files show one picture: those that are the same, or look the same, or of which Bilan's
 * memory of pictures says so. Of files without a perceptual hash nobody knows: unless they are the
 * same file, each is a picture of its own.
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

  /**
   * Of the 256 bits of two of Bilan's fingerprints, how many may differ in one picture: as many as
   * {@code org.bilan.likeness.Likeness} tells as near-identical, by what was measured there.
   */
  static final int FINGERPRINT_BITS = 39;

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
      Stream.of(files.get(i).sha256(), files.get(i).examined().flatMap(Examined::picture))
          .flatMap(Optional::stream)
          .map(hash -> firstOf.putIfAbsent(hash, place))
          .filter(Objects::nonNull)
          .forEach(earlier -> pictures.join(earlier, place));
    }
  }

  /** Whether it is known how it looks. */
  static boolean hashed(Media file) {
    return file.perceptualHash().isPresent() || file.fingerprint().isPresent();
  }

  private static void joinAlike(List<Media> files, UnionFind pictures) {
    join(files, pictures, file -> file.perceptualHash().map(SamePicture::words), VARIATION_BITS);
    join(files, pictures, file -> file.fingerprint().map(SamePicture::words), FINGERPRINT_BITS);
  }

  private static void join(
      List<Media> files, UnionFind pictures, Function<Media, Optional<long[]>> looks, int bits) {
    List<Integer> places = new ArrayList<>();
    List<long[]> hashes = new ArrayList<>();
    for (int place = 0; place < files.size(); place++) {
      Optional<long[]> hash = looks.apply(files.get(place));
      if (hash.isPresent()) {
        places.add(place);
        hashes.add(hash.get());
      }
    }
    for (int one = 0; one < hashes.size(); one++) {
      for (int other = one + 1; other < hashes.size(); other++) {
        if (differing(hashes.get(one), hashes.get(other)) <= bits) {
          pictures.join(places.get(one), places.get(other));
        }
      }
    }
  }

  private static long[] words(String hexadecimal) {
    long[] words = new long[hexadecimal.length() / 16];
    for (int i = 0; i < words.length; i++) {
      words[i] = Long.parseUnsignedLong(hexadecimal, 16 * i, 16 * i + 16, 16);
    }
    return words;
  }

  private static int differing(long[] one, long[] other) {
    int bits = 0;
    for (int i = 0; i < one.length; i++) {
      bits += Long.bitCount(one[i] ^ other[i]);
    }
    return bits;
  }
}
