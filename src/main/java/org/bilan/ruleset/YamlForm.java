package org.bilan.ruleset;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * What YAML allows and a ruleset does without: anchors, tags, deep nesting, keys given twice, texts
 * without end and characters that nobody sees. Looks at the text event by event, before anything is
 * built of it, so that no file can exhaust the stack or the memory.
 */
final class YamlForm {

  /** Deeper than a dossier in a case: {@link org.bilan.dossier.Limits#DEPTH}. */
  private static final int DEEPEST = 20;

  /** Characters: some ten times our longest text. Reasons are said again and again. */
  private static final int LONGEST = 10_000;

  private final String file;
  private final RuleProblems problems;
  private final Deque<Level> levels = new ArrayDeque<>();
  private boolean fit = true;

  private YamlForm(String file, RuleProblems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** A mapping or list that is open. */
  private static final class Level {
    final boolean mapping;
    final Set<String> keys = new HashSet<>();
    boolean key = true;

    Level(boolean mapping) {
      this.mapping = mapping;
    }
  }

  /**
   * Whether the text can be built safely. A key given twice is a problem, but not in the way.
   *
   * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException when it is no YAML
   */
  static boolean fits(LoadSettings settings, String file, String text, RuleProblems problems) {
    YamlForm form = new YamlForm(file, problems);
    form.lookForHidden(text);
    for (Event event : new Parse(settings).parseString(text)) {
      form.see(event);
      if (form.levels.size() > DEEPEST) {
        problems.add(
            "yaml.depth",
            file,
            line(event),
            "more than " + DEEPEST + " levels of nesting.",
            "No file of a ruleset needs so many.");
        return false;
      }
    }
    return form.fit;
  }

  private void see(Event event) {
    if (event instanceof CollectionEndEvent) {
      levels.pop();
      return;
    }
    if (!(event instanceof NodeEvent node)) {
      return;
    }
    if (!(node instanceof AliasEvent)) {
      // An alias needs its anchor: that one is enough to name.
      node.getAnchor().ifPresent(a -> refuse("yaml.anchor", event, "anchors are not used here."));
    }
    tag(event).ifPresent(tag -> refuse("yaml.tag", event, "tags are not used here."));
    key(event);
    if (event instanceof ScalarEvent scalar) {
      text(scalar);
    }
    if (event instanceof CollectionStartEvent) {
      levels.push(new Level(event instanceof MappingStartEvent));
    }
  }

  /**
   * Also in comments: they are read by whoever approves a draft. The mark that some editors put
   * before a file's first character hides nothing.
   */
  private void lookForHidden(String text) {
    int line = 1;
    for (String written : text.replaceFirst("^\ufeff", "").split("\n", -1)) {
      refuseHidden(written, line++);
    }
  }

  /** What turns a line around, moves the cursor, or is not there to the eye. */
  private void refuseHidden(String text, int line) {
    OptionalInt hidden =
        text.codePoints()
            .filter(
                c ->
                    switch (Character.getType(c)) {
                      case Character.FORMAT, Character.SURROGATE -> true;
                      case Character.CONTROL -> c != '\n' && c != '\r' && c != '\t';
                      default -> false;
                    })
            .findFirst();
    if (hidden.isPresent()) {
      String message = "a character that nobody sees: U+%04X.".formatted(hidden.getAsInt());
      problems.add("yaml.hidden", file, line, message, "Take it out.");
      fit = false;
    }
  }

  private void text(ScalarEvent scalar) {
    refuseHidden(scalar.getValue(), line(scalar));
    if (scalar.getValue().length() > LONGEST) {
      problems.add(
          "yaml.long",
          file,
          line(scalar),
          "a text of more than " + LONGEST + " characters.",
          "Say it in fewer words.");
      fit = false;
    }
  }

  private static Optional<String> tag(Event event) {
    if (event instanceof ScalarEvent scalar) {
      return scalar.getTag();
    }
    return event instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
  }

  private void refuse(String code, Event event, String message) {
    problems.add(code, file, line(event), message, "Write it out.");
    fit = false;
  }

  private void key(Event event) {
    Level level = levels.peek();
    if (level == null || !level.mapping) {
      return;
    }
    boolean again =
        level.key && event instanceof ScalarEvent scalar && !level.keys.add(scalar.getValue());
    if (again) {
      String key = ((ScalarEvent) event).getValue();
      problems.add("key.twice", file, line(event), "\"" + key + "\" is given twice.", "Keep one.");
    }
    level.key = !level.key;
  }

  private static int line(Event event) {
    return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }
}
