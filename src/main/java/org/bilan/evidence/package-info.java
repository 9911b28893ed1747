/**
 * Derived words: what the reports of a dossier amount to, claim by claim. Pure functions of a
 * dossier, without judgement: how much a fact weighs is for the rules to say.
 *
 * <p>{@link org.bilan.evidence.Evidence} is the way in. Each class of facts ({@code Stakes}, {@code
 * Images} and so on) derives its own. Imports {@code dossier} only.
 */
package org.bilan.evidence;
