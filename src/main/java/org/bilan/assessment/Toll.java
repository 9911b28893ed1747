package org.bilan.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.OptionalInt;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Victims;

/**
 * How many people, as far as the claims that may be published say.
 *
 * @param low the least that they can mean
 * @param best what the best supported of them says
 * @param high the most that they can mean; absent when one of them is open upwards
 * @param claims ids of the claims that it rests on
 */
public record Toll(
    Harm harm,
    Victims victims,
    int low,
    int best,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) OptionalInt high,
    List<String> claims) {}
