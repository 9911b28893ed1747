package org.bilan.likeness;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a picture looks: what is stored of it, and what it is searched by. The same pixels give the
 * same looks on every machine.
 */
public final class Looks {

  /** Of a {@link Print}: a picture with less is not recognised. */
  static final int LEAST_DETAIL = 10;

  /** A picture with fewer pixels on one side is not recognised: it is a sign, or an icon. */
  private static final int LEAST_SIDE = 32;

  private static final byte FORM = 1;
  private static final int HEAD = 1 + Short.BYTES + Long.BYTES + 1;
  private static final int HASH_CELLS = 32;
  private static final Cosines HASH_COSINES = new Cosines(HASH_CELLS, 0, 8);

  private final int detail;
  private final long perceptualHash;
  private final List<Fingerprint> fingerprints;
  private final List<Fingerprint> views;

  private Looks(
      int detail, long perceptualHash, List<Fingerprint> fingerprints, List<Fingerprint> views) {
    this.detail = detail;
    this.perceptualHash = perceptualHash;
    this.fingerprints = List.copyOf(fingerprints);
    this.views = List.copyOf(views);
  }

  /** Looks at a decoded picture of any size, turned as people see it; it is not changed. */
  public static Looks of(BufferedImage image) {
    Plane plane = Luminance.of(image);
    Print whole = Print.of(plane.whole(Print.CELLS));
    boolean large = Math.min(image.getWidth(), image.getHeight()) >= LEAST_SIDE;
    int detail = large ? Math.min(whole.detail(), Short.MAX_VALUE) : 0;
    List<Fingerprint> fingerprints = new ArrayList<>(List.of(whole.fingerprint()));
    List<Fingerprint> views = List.of();
    if (detail >= LEAST_DETAIL) {
      Optional<float[]> framed = Frame.of(plane).map(frame -> plane.within(frame, Print.CELLS));
      framed
          .map(Print::of)
          .filter(print -> print.detail() >= LEAST_DETAIL)
          .ifPresent(print -> fingerprints.add(print.fingerprint()));
      views = Views.of(plane, framed);
    }
    return new Looks(detail, perceptualHash(plane), fingerprints, views);
  }

  private static long perceptualHash(Plane plane) {
    float[] strengths = HASH_COSINES.of(plane.whole(HASH_CELLS));
    return Cosines.bitsAbove(Cosines.median(strengths), strengths)[0];
  }

  /**
   * Reads what {@link #bytes} wrote.
   *
   * @throws IllegalArgumentException when it is anything else
   */
  public static Looks of(byte[] bytes) {
    if (bytes.length < HEAD + Fingerprint.BYTES
        || (bytes.length - HEAD) % Fingerprint.BYTES != 0
        || bytes[0] != FORM) {
      throw new IllegalArgumentException("These bytes are not the looks of a picture");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    buffer.get();
    int detail = buffer.getShort();
    long perceptualHash = buffer.getLong();
    int many = buffer.get();
    List<Fingerprint> all = new ArrayList<>();
    while (buffer.hasRemaining()) {
      all.add(Fingerprint.read(buffer));
    }
    if (many < 1 || many > all.size()) {
      throw new IllegalArgumentException("These bytes are not the looks of a picture");
    }
    return new Looks(detail, perceptualHash, all.subList(0, many), all.subList(many, all.size()));
  }

  /** All of it, to be stored: some three kilobytes. */
  public byte[] bytes() {
    int many = fingerprints.size() + views.size();
    ByteBuffer buffer = ByteBuffer.allocate(HEAD + many * Fingerprint.BYTES);
    buffer.put(FORM).putShort((short) detail).putLong(perceptualHash);
    buffer.put((byte) fingerprints.size());
    fingerprints.forEach(each -> buffer.put(each.bytes()));
    views.forEach(each -> buffer.put(each.bytes()));
    return buffer.array();
  }

  /** The fingerprint of the whole picture. */
  public Fingerprint fingerprint() {
    return fingerprints.get(0);
  }

  /**
   * What an index holds of it: the fingerprint of the whole picture, and if it has borders that of
   * what is within them. Without the second one, who searches for a picture does not find it where
   * it was stored in a wide frame, or on a telephone's screen.
   */
  public List<Fingerprint> fingerprints() {
    return fingerprints;
  }

  /**
   * The common perceptual hash of 64 bits (8 x 8 lowest frequencies of 32 x 32 values, above their
   * median) as 16 hex digits, lower case: what a dossier names {@code media.perceptualHash}.
   */
  public String perceptualHash() {
    return "%016x".formatted(perceptualHash);
  }

  /** The fingerprints by which it is searched: of the whole, and of it cut, framed, turned. */
  public List<Fingerprint> views() {
    return views;
  }

  /**
   * How much there is to see: the amplitude of its waves in hundredths of a grey level. 0 in a
   * black frame, hundreds in most photographs.
   */
  public int detail() {
    return detail;
  }

  /**
   * Whether there is enough to see to know the picture again: not in a flat one, whose fingerprint
   * is chance. One that is not recognisable is like none, and belongs into no index.
   */
  public boolean recognisable() {
    return detail >= LEAST_DETAIL;
  }

  /**
   * How alike two pictures are of which both looks are stored; the same both ways. It finds more
   * than an index, which knows the views of one of them only.
   */
  public Likeness likeness(Looks other) {
    if (!recognisable() || !other.recognisable()) {
      return Likeness.UNLIKE;
    }
    return Likeness.ofBits(Math.min(bits(other), other.bits(this)));
  }

  /** The least number of bits by which a view of this differs from a fingerprint of another. */
  int bits(Looks stored) {
    int least = Fingerprint.BITS;
    for (Fingerprint view : views) {
      for (Fingerprint each : stored.fingerprints) {
        least = Math.min(least, view.distance(each));
      }
    }
    return least;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Looks looks && Arrays.equals(bytes(), looks.bytes());
  }

  @Override
  public int hashCode() {
    return fingerprint().hashCode();
  }

  @Override
  public String toString() {
    return fingerprint().hex();
  }
}
