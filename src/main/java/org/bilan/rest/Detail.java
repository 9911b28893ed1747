package org.bilan.rest;

import org.bilan.dossier.Word;

/** How much an assessment is to explain, beyond its findings: the parameter {@code explain}. */
enum Detail implements Word {
  /** What would change each claim's grade, and each rule's answer. */
  FULL;

  static final String PARAMETER = "explain";

  static final String DESCRIPTION =
      "full adds to each claim, as its field explanation: hypotheticals, judged by the same rules,"
          + " that would change its grade or would not (at most 20, for dossiers of at most 20"
          + " claims, 100 reports, 100 media and 200000 characters of text; never kept), and every"
          + " rule's answer, condition by condition. Takes up to twenty judgements more for each"
          + " claim.";

  /** Whether the explanation is asked for. */
  static boolean full(Query query) {
    return query.words(PARAMETER, Detail.class).contains(FULL);
  }
}
