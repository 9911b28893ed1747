package org.bilan.examination;

import org.bilan.dossier.Word;

/** Why a file is not examined. */
public enum Refusal implements Word {
  /** It has no content. */
  EMPTY,
  /** It is no picture of a format that is examined. */
  NOT_A_PICTURE,
  /** It is a picture and something else at once: an archive, a document or a page. */
  TWO_FORMATS,
  /** It begins as a picture, but no picture can be made of it. */
  BROKEN,
  TOO_MANY_BYTES,
  TOO_MANY_PIXELS,
  TOO_LONG_A_SIDE,
  TOO_MANY_FRAMES,
  /** To decode it took more time or memory than a picture of its size does. */
  TOO_COSTLY
}
