package org.bilan.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * A dossier judged under one revision of the rules. It measures how well each claim is supported by
 * what has been reported; it does not say what is true.
 *
 * @param incident id of the incident
 * @param ruleset revision: SHA-256 of the rules that judged
 * @param asOf what was published later is left out
 * @param prior what every proposition starts at, in decibans
 * @param pictures those that are offered for a claim and of which Bilan has examined a file
 */
public record Assessment(
    String incident,
    String ruleset,
    Instant asOf,
    int prior,
    List<ClaimAssessment> claims,
    List<Toll> toll,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Picture> pictures) {}
