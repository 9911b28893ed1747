package org.bilan.ruleset;

/** Another value for a number. */
public record NumberChange(CardNumber.Address number, int value) {}
