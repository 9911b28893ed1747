package org.bilan.methodology;

import org.bilan.assessment.Language;

/** What words that rulesets may add to are called in a language; as they are where it has none. */
public final class Terms {

  private final Words words;

  public Terms(Language language) {
    this.words = new Words(language);
  }

  public Language language() {
    return words.language();
  }

  public String topic(String topic) {
    return words.term("topic", topic).orElse(topic);
  }

  public String unit(String unit) {
    return words.term("unit", unit).orElse(unit);
  }
}
