/**
 * Why, why not, what if: why each rule was answered as it was, and what would change a claim's
 * grade, found by judging hypothetical dossiers with the same rules. Hypotheticals live here and in
 * answers only: they are never stored, and never counted as assessments. Knows no framework.
 */
package org.bilan.explain;
