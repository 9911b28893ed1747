package org.bilan.export;

import java.time.Instant;
import java.util.Optional;
import org.bilan.assessment.Language;

/**
 * What an export says of itself.
 *
 * @param asOf the moment of which it is: that of the archive it was read from, or up to which
 *     reports count; absent where all that is known counts
 * @param newsroom who publishes; absent where nobody said so
 * @param language of the words for people, in ClaimReview
 */
public record About(Optional<Instant> asOf, Optional<Newsroom> newsroom, Language language) {

  /**
   * Who publishes.
   *
   * @param name as readers know it
   * @param url its home page
   * @param page address of the page about a claim, in which {@code {incident}} and {@code {claim}}
   *     stand for the ids
   */
  public record Newsroom(String name, Optional<String> url, Optional<String> page) {}
}
