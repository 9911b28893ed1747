package org.bilan.assess;

import org.bilan.assessment.Language;

/**
 * An assessment as JSON.
 *
 * @param language that its reasons are given in
 */
public record Rendered(byte[] json, Language language) {}
