/**
 * Words out: findings, evidence, score, grade, toll. The findings are the data; every number is
 * derived from them and can be redone by hand. Imports {@code dossier} and the JSON library only.
 */
package org.bilan.assessment;
