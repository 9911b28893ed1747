package org.bilan.explain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.bilan.assessment.Answer;

/**
 * Why a claim stands as it does, and what would change that.
 *
 * @param claim id of the claim
 * @param whatIf hypotheticals that were judged: first those that would change the grade. Others are
 *     possible: only what is listed was tried
 * @param note what was not tried, and why; absent when there is nothing to say of that
 * @param rules every rule's answer
 */
public record Explanation(
    @JsonIgnore String claim,
    List<WhatIf> whatIf,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> note,
    List<Answer> rules) {}
