package org.bilan.pictures;

import org.bilan.archive.Appearance;
import org.bilan.archive.Remembered;
import org.bilan.likeness.Likeness;

/**
 * An appearance of a picture that looks like another one.
 *
 * @param bits of 256 in which the fingerprints differ; 0 to {@link Likeness#SEARCH_BITS}
 * @param likeness never {@link Likeness#UNLIKE}
 */
public record Match(Remembered remembered, int bits, Likeness likeness) {

  public Appearance appearance() {
    return remembered.appearance();
  }
}
