package org.bilan.archive;

import java.sql.SQLException;

/** The database did not do what it was told. {@link Outage} tells whether it is just away. */
public final class ArchiveFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ArchiveFailure(SQLException cause) {
    super(cause.getMessage(), cause);
  }
}
