package org.bilan.examination;

import org.bilan.dossier.Word;

/**
 * What is known of C2PA content credentials in a file. To verify them takes the certificates that
 * are trusted, COSE signatures and the hashes of the file's parts; no kept library for Java does
 * that (those of the C2PA project are for Rust, C, Python and Node, with native code), so it is
 * never said that they are valid, nor that they are not.
 */
public enum ContentCredentials implements Word {
  /**
   * None were found: neither where C2PA 2.1 (appendix A) puts them for the file's format, nor, in a
   * broken file, anywhere in it; and its XMP names no place on the web.
   */
  ABSENT,
  /**
   * The file holds a manifest, or names where one is. Whether it is valid, or is there at all, has
   * not been checked.
   */
  UNVERIFIED
}
