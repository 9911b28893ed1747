package org.bilan.assess;

import java.util.List;
import org.bilan.assessment.Language;

/**
 * A comparison as JSON.
 *
 * @param languages that its reasons are given in: one, or each side's
 */
public record Told(byte[] json, List<Language> languages) {}
