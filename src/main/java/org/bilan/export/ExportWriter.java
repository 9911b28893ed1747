package org.bilan.export;

import java.io.IOException;

/** Writes claims one after the other, and keeps no more of them than a bounded number. */
public interface ExportWriter {

  /** Writes one claim. */
  void write(ExportedClaim claim) throws IOException;

  /**
   * Writes what belongs after the last claim. Without it an export is visibly not whole.
   *
   * @param leftOut dossiers whose claims could not be exported; told where the form has room
   */
  void end(int leftOut) throws IOException;
}
