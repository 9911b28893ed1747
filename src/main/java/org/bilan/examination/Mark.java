package org.bilan.examination;

import org.bilan.dossier.Word;

/** What is odd about a file that was examined all the same. */
public enum Mark implements Word {
  /** It ends early or is damaged: a part of the picture was decoded. */
  DAMAGED,
  /** Data stand after the picture's end that belong to no format known here. */
  TRAILING_DATA,
  /** Its metadata are broken, in a circle or more than is read: some were passed over. */
  METADATA_BROKEN,
  /** It states a time that no picture has: before photography, a clock's zero, or after today. */
  IMPOSSIBLE_TIME,
  /** Its pixels were not decoded: no library here reads them. There are no looks, no thumbnail. */
  NOT_DECODED
}
