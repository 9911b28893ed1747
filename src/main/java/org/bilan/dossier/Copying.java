package org.bilan.dossier;

/**
 * How likely a source and another copy one from the other, by the figures and errors that they have
 * shared in earlier incidents. Which of them copies is not said.
 *
 * @param source id of the other source, of the same dossier
 * @param percent how likely they copy: 0 to 100
 * @param shared in how many earlier incidents they gave the same figure where others gave another
 * @param asOf nothing that became known later is counted, as far as the dates of grades and reports
 *     are known; before the incident began
 */
public record Copying(String source, int percent, int shared, Moment asOf) {}
