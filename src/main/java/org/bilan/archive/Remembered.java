package org.bilan.archive;

import java.util.Optional;
import org.bilan.likeness.Looks;

/**
 * An appearance as it is kept, of which who looks may know.
 *
 * @param id from 1, in the order in which they became known
 * @param looks of the file, where Bilan keeps it
 * @param thumbnail whether there is a thumbnail of the file
 */
public record Remembered(
    long id, Appearance appearance, Optional<Looks> looks, boolean thumbnail) {}
