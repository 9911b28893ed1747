package org.bilan.ruleset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What differs between two rulesets.
 *
 * @param numbers those with another value, or that only one of them has
 * @param files all whose content differs, also by a number
 */
public record RulesetDifference(List<Number> numbers, List<File> files) {

  /**
   * A number.
   *
   * @param before absent when only the later ruleset has it
   * @param after absent when only the earlier ruleset has it
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Number(
      String rule, String number, String unit, Optional<Integer> before, Optional<Integer> after) {}

  /** A file, by its path. */
  public record File(String path, Present present) {}

  /** Which of two rulesets has a file. */
  public enum Present implements org.bilan.dossier.Word {
    BOTH,
    BEFORE,
    AFTER
  }

  /** Between two rulesets, whether they have been checked or not. */
  public static RulesetDifference between(RulesetFiles before, RulesetFiles after) {
    List<File> files = new ArrayList<>();
    TreeSet<String> paths = new TreeSet<>(before.texts().keySet());
    paths.addAll(after.texts().keySet());
    for (String path : paths) {
      String earlier = before.texts().get(path);
      String later = after.texts().get(path);
      if (earlier == null || later == null) {
        files.add(new File(path, earlier == null ? Present.AFTER : Present.BEFORE));
      } else if (!earlier.equals(later)) {
        files.add(new File(path, Present.BOTH));
      }
    }
    return new RulesetDifference(
        numbers(CardNumbers.of(only(files, before)), CardNumbers.of(only(files, after))),
        List.copyOf(files));
  }

  /** Of a ruleset, the files that differ: most do not, and to read them takes long. */
  private static RulesetFiles only(List<File> differing, RulesetFiles files) {
    Map<String, String> texts = new HashMap<>(files.texts());
    texts.keySet().retainAll(differing.stream().map(File::path).collect(Collectors.toSet()));
    return RulesetFiles.of(texts);
  }

  private static List<Number> numbers(CardNumbers before, CardNumbers after) {
    List<Number> numbers = new ArrayList<>();
    for (CardNumber earlier : before.all()) {
      Optional<Integer> later = after.find(earlier.address()).map(CardNumber::value);
      if (!later.equals(Optional.of(earlier.value()))) {
        numbers.add(number(earlier, Optional.of(earlier.value()), later));
      }
    }
    for (CardNumber later : after.all()) {
      if (before.find(later.address()).isEmpty()) {
        numbers.add(number(later, Optional.empty(), Optional.of(later.value())));
      }
    }
    return List.copyOf(numbers);
  }

  private static Number number(
      CardNumber number, Optional<Integer> before, Optional<Integer> after) {
    return new Number(number.rule(), number.name(), number.unit(), before, after);
  }
}
