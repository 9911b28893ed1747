package org.bilan.tuning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bilan.ruleset.RuleProblem;
import org.bilan.ruleset.RulesetFiles;

/** Files that somebody sends to become a ruleset: cards and cases, and never questions. */
public final class Draft {

  /** Why a question is not taken. */
  public static final String NO_QUESTIONS =
      "Questions (.drl) are programs: they run on the server with all its rights. They are not taken"
          + " over the network, only from the rules folder, by who has access to the machine.";

  private Draft() {}

  /** Questions that differ from those in force, by path. */
  public static List<String> questions(Map<String, String> texts, RulesetFiles base) {
    return texts.entrySet().stream()
        .filter(file -> file.getKey().endsWith(".drl"))
        .filter(file -> !file.getValue().equals(base.texts().get(file.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Those that differ from what is in force: the others change nothing. */
  public static Map<String, String> changed(Map<String, String> texts, RulesetFiles base) {
    Map<String, String> changed = new HashMap<>(texts);
    changed.entrySet().removeIf(file -> file.getValue().equals(base.texts().get(file.getKey())));
    return changed;
  }

  /** What is wrong with names of files; their content is looked at when the draft is checked. */
  public static List<RuleProblem> problems(Map<String, String> texts, RulesetFiles base) {
    List<RuleProblem> problems = new ArrayList<>();
    for (String path : texts.keySet()) {
      if (!base.texts().containsKey(path)) {
        problems.add(
            new RuleProblem(
                "file.unknown",
                path,
                0,
                "there is no such file in the ruleset in force.",
                "A new rule needs its question (.drl): it comes with the rules folder."));
      }
    }
    return problems;
  }
}
