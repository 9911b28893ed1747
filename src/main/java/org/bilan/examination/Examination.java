package org.bilan.examination;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What was established about one picture file. {@link ExaminationJson} keeps it.
 *
 * @param sha256 of the file, 64 hexadecimal digits
 * @param bytes the file's size
 * @param width pixels, as a viewer shows it: turned by the orientation
 * @param height pixels, as a viewer shows it
 * @param frames of an animation, or pages, at least 1; the first is examined
 * @param marks what is odd about the file
 */
public record Examination(
    String sha256,
    long bytes,
    Format format,
    int width,
    int height,
    int frames,
    Set<Mark> marks,
    Metadata metadata,
    ContentCredentials credentials) {

  public Examination {
    marks = marks.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(marks));
  }
}
