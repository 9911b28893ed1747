package org.bilan.assessment;

import java.util.Map;

/**
 * Why a finding was made.
 *
 * @param text the reason as a sentence, in the language asked for
 * @param values what the sentence names: whole numbers, texts, and lists of texts, in the order in
 *     which the question gives them
 */
public record Because(String text, Map<String, Object> values) {}
