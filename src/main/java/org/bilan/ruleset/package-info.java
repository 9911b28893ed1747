/**
 * A rules folder on disk becomes one checked, immutable {@link org.bilan.ruleset.Ruleset} that
 * judges dossiers. The only importer of Drools.
 *
 * <p>A rule is three files with one stem: the card ({@link org.bilan.ruleset.CardReader}), the
 * question ({@link org.bilan.ruleset.QuestionReader}) and its cases ({@link
 * org.bilan.ruleset.CaseReader}). {@link org.bilan.ruleset.RulesetLoader} reads them all and
 * refuses what is wrong, {@link org.bilan.ruleset.Engine} runs the questions.
 */
package org.bilan.ruleset;
