package org.bilan.ruleset;

import java.util.Map;
import org.bilan.evidence.Aspect;

/** What one question found, before it is put into words: the only thing that a rule inserts. */
public record Conclusion(RuleCard card, Aspect fact, Map<String, Object> values) {}
