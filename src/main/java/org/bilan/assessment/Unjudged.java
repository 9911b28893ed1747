package org.bilan.assessment;

import java.util.List;

/**
 * A rule that could not be judged.
 *
 * @param missing the fields of the dossier that would be needed ({@code media.place})
 */
public record Unjudged(String rule, List<String> missing) {}
