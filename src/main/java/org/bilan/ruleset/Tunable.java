package org.bilan.ruleset;

import java.util.Map;
import org.bilan.assessment.Language;

/**
 * A number that editors may tune.
 *
 * @param unit what it counts
 * @param least lower limit
 * @param most upper limit
 */
public record Tunable(int value, String unit, Map<Language, String> meaning, int least, int most) {}
