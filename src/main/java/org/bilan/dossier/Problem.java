package org.bilan.dossier;

/**
 * One thing wrong with an input. Whatever stands in the input, its problems can be written as
 * UTF-8.
 *
 * @param code stable, for machines ({@code id.dangling})
 * @param pointer where, as a JSON Pointer (RFC 6901)
 * @param found what stands there, shortened
 * @param expected what should stand there
 * @param advice what to do next, or empty
 */
public record Problem(String code, String pointer, String found, String expected, String advice) {

  public Problem {
    pointer = Characters.writable(pointer);
    found = Characters.writable(found);
  }

  @Override
  public String toString() {
    String where = pointer.isEmpty() ? "(whole document)" : pointer;
    String text = where + ": found " + found + ", expected " + expected;
    return code + " at " + text + (advice.isEmpty() ? "" : ". " + advice);
  }
}
