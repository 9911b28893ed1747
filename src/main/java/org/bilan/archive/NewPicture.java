package org.bilan.archive;

import java.util.Optional;
import org.bilan.likeness.Looks;

/**
 * A picture's file that is to be kept.
 *
 * @param sha256 of the file, 64 hexadecimal digits
 * @param bytes its size
 * @param mediaType as IANA registers it
 * @param examination JSON: what was established about it
 * @param looks how it looks; empty where nobody here could decode it
 * @param thumbnail JPEG; empty likewise
 * @param confidential whether only who sent it, and who sees confidential sources, may know of it
 */
public record NewPicture(
    String sha256,
    long bytes,
    String mediaType,
    byte[] examination,
    Optional<Looks> looks,
    Optional<byte[]> thumbnail,
    boolean confidential) {}
