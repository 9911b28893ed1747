package org.bilan.dossier;

/**
 * How large a dossier may be. The longest of 899 dossiers recorded by Airwars has 175 reports with
 * as many stances, 153 sources, 251 media, and one claim: these bounds leave ten times that and
 * more, and keep the worst case short.
 */
public final class Limits {

  /** Bytes of one dossier: 10 MB. */
  public static final int BYTES = 10 * 1024 * 1024;

  /** Nested objects and lists; the contract needs 6. */
  public static final int DEPTH = 16;

  /**
   * Names, values and brackets of the JSON document: five times what the other limits leave room
   * for. Ten megabytes of small objects, which are no dossier, would take a gigabyte of memory.
   */
  public static final int TOKENS = 2_500_000;

  public static final int PARTIES = 100;
  public static final int ACTIONS = 500;
  public static final int SOURCES = 2_000;
  public static final int CLAIMS = 200;
  public static final int REPORTS = 2_000;
  public static final int MEDIA = 3_000;

  /** Reports times claims: each report is asked where it stands on each claim. */
  public static final int REPORTS_TIMES_CLAIMS = 40_000;

  /**
   * Characters of the names of parties and sources and the ids of reports, times claims: each may
   * be named in the reasons for each claim.
   */
  public static final int NAMES_TIMES_CLAIMS = 4_000_000;

  /** Stances of all reports. */
  public static final int STANCES = 20_000;

  /** Citations of all reports: what stands in their {@code cites}. */
  public static final int CITATIONS = 20_000;

  /** Pairs of sources that likely copy: what stands in the {@code copies} of all sources. */
  public static final int COPIES = 20_000;

  /** Incidents in which a source was right, or wrong, or neither; as in the contract. */
  public static final int CASES = 1_000_000;

  /** Claims that all media are offered for: what stands in their {@code supports}. */
  public static final int SUPPORTS = 20_000;

  /** Characters of a name, owner or author. */
  public static final int NAME = 10_000;

  /** Characters of a note found in a picture's file, such as the name of a program. */
  public static final int NOTE = 500;

  /** Notes of one kind found in a picture's file. */
  public static final int NOTES = 20;

  /** People in one claim, as in the contract. */
  public static final int PEOPLE = 10_000_000;

  /** Problems that are listed one by one; the rest is counted. */
  public static final int PROBLEMS = 200;

  private Limits() {}
}
