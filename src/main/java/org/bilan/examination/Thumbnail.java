package org.bilan.examination;

/** The small picture that people see of one. */
public final class Thumbnail {

  /** Pixels of the longer side. A smaller picture is not enlarged. */
  public static final int SIDE = 320;

  /** Bytes at most. */
  public static final int BYTES = 40_000;

  private Thumbnail() {}
}
