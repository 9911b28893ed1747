package org.bilan.people;

import java.util.Arrays;
import java.util.List;
import org.bilan.dossier.Word;

/**
 * What somebody may do. A person has one or more; none includes another, but all may read. So a
 * person who tunes rules does not approve them by the way, and whoever manages logins does not
 * thereby see sources.
 */
public enum Role implements Word {
  /** Reads what is kept, and judges without keeping. */
  READER,
  /** Writes dossiers. */
  REPORTER,
  /** Drafts rules, overrides grades. */
  EDITOR,
  /** Approves what others have drafted. */
  APPROVER,
  /** Runs and imports; sees how the service fares. */
  OPERATOR,
  /** Manages logins, and reads the ledger. */
  ADMIN,
  /** Sees the names and links of confidential sources. */
  CONFIDANT;

  /** The words, for annotations, which take no less than constants. */
  public static final class Named {
    public static final String READER = "reader";
    public static final String REPORTER = "reporter";
    public static final String EDITOR = "editor";
    public static final String OPERATOR = "operator";
    public static final String ADMIN = "admin";

    private Named() {}
  }

  /** All words, in the order of the constants. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Role::word).toList();
  }
}
