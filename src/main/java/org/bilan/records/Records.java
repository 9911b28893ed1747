package org.bilan.records;

import java.util.List;
import java.util.Map;
import org.bilan.dossier.TrackRecord;

/**
 * What was known of an archive's sources at a moment.
 *
 * @param usual of all that was right or wrong, how many percent were right; 50 where nothing was
 * @param sources their records, by id or name
 * @param pairs all that have shared a figure where others gave another; the likeliest to copy first
 */
public record Records(int usual, Map<String, TrackRecord> sources, List<Copyists> pairs) {

  /** Two sources, and what they shared. */
  public record Copyists(String one, String other, Shared shared) {}
}
