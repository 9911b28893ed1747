package org.bilan.examination;

import java.time.Duration;

/**
 * What is examined at most. Sizes are checked by what a file's headers say, before it is decoded.
 *
 * @param bytes of a file
 * @param pixels of a picture or one frame of it
 * @param side pixels, of its longer side
 * @param frames of an animation, or pages
 * @param deadline for one file; what takes longer is ended
 * @param workers JVMs that examine at once
 * @param waiting files that may wait for a worker; whoever comes then is refused at once
 */
public record Limits(
    long bytes, long pixels, int side, int frames, Duration deadline, int workers, int waiting) {

  /**
   * 50 MB and 120 megapixels, as the largest cameras of phones and reporters make; 30,000 pixels,
   * as panoramas have; 5,000 frames: five minutes of an animation.
   */
  public static final Limits DEFAULTS =
      new Limits(50_000_000, 120_000_000, 30_000, 5_000, Duration.ofSeconds(20), 1, 16);

  /** A worker holds a file twice, in little memory. */
  private static final long MOST_BYTES = 100_000_000;

  public Limits {
    if (bytes < 1 || bytes > MOST_BYTES || pixels < 1 || side < 1 || frames < 1) {
      throw new IllegalArgumentException("Limits out of range");
    }
    if (workers < 1 || waiting < 0 || deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("Workers out of range");
    }
  }
}
