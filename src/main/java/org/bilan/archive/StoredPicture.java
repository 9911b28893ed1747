package org.bilan.archive;

import java.time.Instant;
import java.util.Optional;
import org.bilan.likeness.Looks;

/**
 * A picture's file that is kept, without its bytes.
 *
 * @param bytes the file's size
 * @param mediaType as IANA registers it
 * @param examination JSON: what was established about it
 * @param looks how it looks; empty where nobody here could decode it
 * @param thumbnail whether there is one
 * @param confidential whether only who sent it, and who sees confidential sources, may know of it
 * @param receivedAt when it first came; of a confidential one, when it came from who looks, unless
 *     they may know of the others
 */
public record StoredPicture(
    String sha256,
    long bytes,
    String mediaType,
    byte[] examination,
    Optional<Looks> looks,
    boolean thumbnail,
    boolean confidential,
    Instant receivedAt) {}
