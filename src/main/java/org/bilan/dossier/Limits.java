package org.bilan.dossier;

/**
 * How large a dossier may be. The longest of 899 dossiers recorded by Airwars has 175 reports, 153
 * sources and 251 media: these bounds leave ten times that, and keep the worst case short.
 */
public final class Limits {

  /** Bytes of one dossier: 10 MB. */
  public static final int BYTES = 10 * 1024 * 1024;

  /** Nested objects and lists; the contract needs 6. */
  public static final int DEPTH = 16;

  public static final int PARTIES = 100;
  public static final int ACTIONS = 500;
  public static final int SOURCES = 2_000;
  public static final int CLAIMS = 200;
  public static final int REPORTS = 2_000;
  public static final int MEDIA = 3_000;

  /** Characters of a name, owner or author. */
  public static final int NAME = 10_000;

  /** People in one claim, as in the contract. */
  public static final int PEOPLE = 10_000_000;

  /** Problems that are listed one by one; the rest is counted. */
  public static final int PROBLEMS = 200;

  private Limits() {}
}
