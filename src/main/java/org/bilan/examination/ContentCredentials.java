package org.bilan.examination;

import org.bilan.dossier.Word;

/** What is known of C2PA content credentials in a file. */
public enum ContentCredentials implements Word {
  /** The file holds none where C2PA 2.1 (appendix A) puts them for its format. */
  ABSENT,
  /** The file holds a manifest. Whether it is valid has not been checked. */
  UNVERIFIED
}
