package org.bilan.examination;

import java.util.Optional;
import org.bilan.likeness.Looks;

/**
 * A picture file after its examination.
 *
 * @param examination what was established
 * @param looks what it is recognised by; empty when its pixels were not decoded
 * @param thumbnail a JPEG of at most {@link Thumbnail#SIDE} pixels a side, without metadata; empty
 *     when its pixels were not decoded
 */
public record Examined(
    Examination examination, Optional<Looks> looks, Optional<byte[]> thumbnail) {}
