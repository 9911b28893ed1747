package org.bilan.export;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/** A reader of Parquet that is not ours. */
public final class DuckDb {

  private DuckDb() {}

  /** By its driver: the list of all drivers is of whichever class loader asked for it first. */
  public static Connection open() throws SQLException {
    return new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
  }
}
