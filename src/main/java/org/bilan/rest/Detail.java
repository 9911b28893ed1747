package org.bilan.rest;

import org.bilan.dossier.Word;
import org.bilan.explain.Explainer;

/** How much an assessment is to explain, beyond its findings: the parameter {@code explain}. */
enum Detail implements Word {
  /** What would change each claim's grade, and each rule's answer. */
  FULL;

  static final String PARAMETER = "explain";

  static final String DESCRIPTION =
      "full adds to each claim, as its field explanation: hypotheticals, judged by the same rules,"
          + " that would change its grade or would not (at most "
          + Explainer.MOST
          + ", for dossiers of at most "
          + Explainer.CLAIMS
          + " claims, "
          + Explainer.ENTRIES_TIMES_CLAIMS
          + " reports and media times claims, and "
          + Explainer.TEXTS_TIMES_CLAIMS
          + " characters of text times claims; never kept), and every rule's answer, condition by condition.";

  /** Whether the explanation is asked for. */
  static boolean full(Query query) {
    return query.words(PARAMETER, Detail.class).contains(FULL);
  }
}
