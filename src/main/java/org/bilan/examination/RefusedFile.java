package org.bilan.examination;

import java.util.List;
import org.bilan.assessment.Language;

/** A file that is not examined. Nothing of the file is in the reason: neither name nor content. */
public final class RefusedFile extends Exception {

  private static final long serialVersionUID = 1L;

  private final Refusal refusal;
  private final transient List<Long> numbers;

  /**
   * With its reason.
   *
   * @param numbers what was found, and what is allowed; none for most reasons
   */
  public RefusedFile(Refusal refusal, Long... numbers) {
    super("file." + refusal.word());
    this.refusal = refusal;
    this.numbers = List.of(numbers);
  }

  /** Why. */
  public Refusal refusal() {
    return refusal;
  }

  /** Stable, for machines ({@code file.too-many-pixels}). */
  public String code() {
    return getMessage();
  }

  /** What was found, and what is allowed. */
  List<Long> numbers() {
    return numbers;
  }

  /** What is wrong, and what to do. */
  public String sentence(Language language) {
    return new Words(language).text(code(), numbers.toArray());
  }
}
