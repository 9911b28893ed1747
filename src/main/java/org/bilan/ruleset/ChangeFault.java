package org.bilan.ruleset;

/**
 * What is wrong with a change of a number.
 *
 * @param code stable, for machines
 * @param found what was given
 * @param expected what would do
 * @param advice what to do next
 */
public record ChangeFault(String code, String found, String expected, String advice) {}
