package org.bilan.ruleset;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;

/** The checked, immutable content of a rules folder, able to judge. Thread-safe. */
public final class Ruleset implements AutoCloseable {

  /** Reads, checks and compiles a folder; refuses it with all its problems. */
  public static Ruleset load(Path folder) throws InvalidRuleset {
    throw new UnsupportedOperationException("under construction");
  }

  /** SHA-256 of the folder's content, 64 hexadecimal digits. */
  public String revision() {
    throw new UnsupportedOperationException("under construction");
  }

  public String name() {
    throw new UnsupportedOperationException("under construction");
  }

  /** All cards, by id. */
  public List<RuleCard> cards() {
    throw new UnsupportedOperationException("under construction");
  }

  /** Judges all that a dossier holds. */
  public Assessment judge(Dossier dossier, Language language) {
    throw new UnsupportedOperationException("under construction");
  }

  /** Judges what was known by a moment. */
  public Assessment judge(Dossier dossier, Instant asOf, Language language) {
    throw new UnsupportedOperationException("under construction");
  }

  /** The reason of a finding in a language; empty when this revision has no such rule. */
  public java.util.Optional<String> sentence(
      String rule, Language language, Map<String, Object> values) {
    throw new UnsupportedOperationException("under construction");
  }

  @Override
  public void close() {}
}
