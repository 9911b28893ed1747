package org.bilan.likeness;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a picture looks: what is stored of it, and what it is searched by. The same pixels give the
 * same looks on every machine.
 */
public final class Looks {

  private static final byte FORM = 1;
  private static final int CELLS = 64;
  private static final Cosines FINGERPRINT = new Cosines(CELLS, 1, 16);
  private static final Cosines PERCEPTUAL_HASH = new Cosines(32, 0, 8);

  private final Fingerprint fingerprint;
  private final long perceptualHash;
  private final int detail;
  private final List<Fingerprint> views;

  private Looks(Fingerprint fingerprint, long perceptualHash, int detail, List<Fingerprint> views) {
    this.fingerprint = fingerprint;
    this.perceptualHash = perceptualHash;
    this.detail = detail;
    this.views = List.copyOf(views);
  }

  /** Looks at a decoded picture of any size; the picture is not changed. */
  public static Looks of(BufferedImage image) {
    Plane plane = Luminance.of(image);
    float[] whole = plane.part(0, 0, 1, 1, CELLS);
    Fingerprint fingerprint = fingerprint(whole);
    long perceptualHash = Cosines.aboveMedian(PERCEPTUAL_HASH.of(plane.part(0, 0, 1, 1, 32)))[0];
    List<Fingerprint> views = new ArrayList<>();
    views.add(fingerprint);
    for (double[] part : new double[][] {{-.05, -.05, 1.05, 1.05}, {.05, .05, .95, .95}}) {
      views.add(fingerprint(plane.part(part[0], part[1], part[2], part[3], CELLS)));
    }
    return new Looks(fingerprint, perceptualHash, detail(whole), views);
  }

  private static Fingerprint fingerprint(float[] cells) {
    long[] bits = Cosines.aboveMedian(FINGERPRINT.of(cells));
    return new Fingerprint(bits[0], bits[1], bits[2], bits[3]);
  }

  /** PDQ's measure of quality: the sum of the steps between neighbouring cells. */
  private static int detail(float[] cells) {
    int sum = 0;
    for (int y = 0; y < CELLS; y++) {
      for (int x = 0; x < CELLS; x++) {
        int at = y * CELLS + x;
        if (x + 1 < CELLS) {
          sum += Math.abs((int) ((cells[at] - cells[at + 1]) * 100 / 255));
        }
        if (y + 1 < CELLS) {
          sum += Math.abs((int) ((cells[at] - cells[at + CELLS]) * 100 / 255));
        }
      }
    }
    return Math.min(100, sum / 90);
  }

  /**
   * Reads what {@link #bytes} wrote.
   *
   * @throws IllegalArgumentException when it is anything else
   */
  public static Looks of(byte[] bytes) {
    if (bytes.length < 42 || (bytes.length - 42) % Fingerprint.BYTES != 0 || bytes[0] != FORM) {
      throw new IllegalArgumentException("These bytes are not the looks of a picture");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    buffer.get();
    int detail = buffer.get();
    long perceptualHash = buffer.getLong();
    Fingerprint fingerprint = Fingerprint.read(buffer);
    List<Fingerprint> views = new ArrayList<>();
    while (buffer.hasRemaining()) {
      views.add(Fingerprint.read(buffer));
    }
    return new Looks(fingerprint, perceptualHash, detail, views);
  }

  /** All of it, to be stored; some kilobytes. Later versions read what earlier ones wrote. */
  public byte[] bytes() {
    ByteBuffer buffer = ByteBuffer.allocate(42 + views.size() * Fingerprint.BYTES);
    buffer.put(FORM).put((byte) detail).putLong(perceptualHash).put(fingerprint.bytes());
    views.forEach(view -> buffer.put(view.bytes()));
    return buffer.array();
  }

  /** The fingerprint of the whole picture: the one that an index holds. */
  public Fingerprint fingerprint() {
    return fingerprint;
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

  /** How much there is to see, 0 (nothing: a black frame) to 100. */
  public int detail() {
    return detail;
  }

  /**
   * Whether there is enough to see to know the picture again: not in a flat one, whose fingerprint
   * is chance. One that is not recognisable is like none, and belongs into no index.
   */
  public boolean recognisable() {
    return detail >= 10;
  }

  /**
   * How alike two pictures are of which both looks are stored: more is known than by their
   * fingerprints alone. It is the same both ways.
   */
  public Likeness likeness(Looks other) {
    if (!recognisable() || !other.recognisable()) {
      return Likeness.UNLIKE;
    }
    int nearest = Math.min(nearest(other), other.nearest(this));
    return Likeness.ofBits(nearest);
  }

  private int nearest(Looks other) {
    return views.stream()
        .mapToInt(view -> view.distance(other.fingerprint))
        .min()
        .orElse(Fingerprint.BITS);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Looks looks && Arrays.equals(bytes(), looks.bytes());
  }

  @Override
  public int hashCode() {
    return fingerprint.hashCode();
  }

  @Override
  public String toString() {
    return fingerprint.hex();
  }
}
