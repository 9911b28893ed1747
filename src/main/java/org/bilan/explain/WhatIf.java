package org.bilan.explain;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.bilan.assessment.Grade;

/**
 * A hypothetical, judged: how the claim would stand if the dossier held something more. It says
 * what the rules would make of it, not that it is so.
 *
 * @param supposed what is supposed, as words for machines; several where they are supposed together
 * @param sentence the same as a sentence, in the language asked for
 * @param changes whether the grade would be another
 * @param adds the same in the contract's words: a part of a dossier, to be added to what was
 *     judged. Where an id is there already, the fields given take the place of that entry's
 */
public record WhatIf(
    List<String> supposed,
    @JsonProperty("if") String sentence,
    boolean changes,
    Standing before,
    Standing after,
    ObjectNode adds) {

  /**
   * How a claim stands.
   *
   * @param score 0 to 100
   * @param evidence in decibans
   */
  public record Standing(Grade grade, int score, int evidence) {}
}
