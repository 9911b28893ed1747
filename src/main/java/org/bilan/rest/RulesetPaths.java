package org.bilan.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Pattern;
import org.bilan.archive.Rulesets;
import org.bilan.archive.StoredRuleset;

/** Which ruleset a path means: by its number, or by how its revision begins. */
@ApplicationScoped
class RulesetPaths {

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,6}");
  private static final Pattern REVISION = Pattern.compile("[0-9a-f]{8,64}");

  /** What may stand in a body for a ruleset. */
  static final Pattern NAMED = Pattern.compile(NUMBER + "|" + REVISION);

  static final String NAMED_FORM = "a ruleset's id, or at least 8 digits of its revision";

  private final Rulesets rulesets;

  RulesetPaths(Rulesets rulesets) {
    this.rulesets = rulesets;
  }

  StoredRuleset find(String id) {
    if (NUMBER.matcher(id).matches()) {
      return rulesets.find(Long.parseLong(id)).orElseThrow(RulesetPaths::none);
    }
    List<StoredRuleset> found = REVISION.matcher(id).matches() ? rulesets.find(id) : List.of();
    if (found.size() > 1) {
      throw Refusal.conflict("Several revisions begin so: give more of it.");
    }
    return found.stream().findFirst().orElseThrow(RulesetPaths::none);
  }

  private static Refusal none() {
    return Refusal.notFound(
        "There is no such ruleset. All are listed at /rulesets: a path names one by its id, or by at least 8 digits of its revision.");
  }
}
