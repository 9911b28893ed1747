package org.bilan.importer;

import java.io.IOException;

/** The rows of one archive, one after the other. */
interface Rows extends AutoCloseable {

  /** The next one, or null at the end. */
  Row next() throws IOException;

  @Override
  void close() throws IOException;
}
