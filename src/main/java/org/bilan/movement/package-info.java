/**
 * What moved: how the claims of many dossiers stand by one judging beside how they stood by an
 * earlier one, counted so that parts of an archive can be counted apart and joined in any order.
 * Knows no framework.
 */
package org.bilan.movement;
