/**
 * Derived words: what the reports of a dossier amount to, claim by claim. Pure functions of a
 * dossier, without judgement: how much a fact weighs is for the rules to say.
 *
 * <p>{@link org.bilan.evidence.Evidence} is the way in. Its facts are in {@code Facts}; each comes
 * from one deriver. Imports {@code dossier} only.
 */
package org.bilan.evidence;
