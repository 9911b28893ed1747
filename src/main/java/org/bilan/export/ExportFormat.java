package org.bilan.export;

import java.io.IOException;
import java.io.OutputStream;
import org.bilan.dossier.Word;

/** The forms in which claims are exported. */
public enum ExportFormat implements Word {
  /** RFC 4180, UTF-8 with a byte order mark, texts armoured against formulas. */
  CSV("csv", "text/csv;charset=UTF-8", CsvWriter::new),
  /** Apache Parquet, for analysts: the columns of the CSV, typed. */
  PARQUET("parquet", "application/vnd.apache.parquet", ParquetWriter::new),
  /** RFC 7946: a feature for each claim. */
  GEOJSON("geojson", "application/geo+json", GeoJsonWriter::new),
  /** schema.org ClaimReview, as JSON-LD. */
  CLAIMREVIEW("jsonld", "application/ld+json", ClaimReviewWriter::new);

  private final String ending;
  private final String mediaType;
  private final Start start;

  ExportFormat(String ending, String mediaType, Start start) {
    this.ending = ending;
    this.mediaType = mediaType;
    this.start = start;
  }

  private interface Start {
    ExportWriter writer(OutputStream out, About about) throws IOException;
  }

  /** How names of files end, without the dot. */
  public String ending() {
    return ending;
  }

  /** For the header Content-Type. */
  public String mediaType() {
    return mediaType;
  }

  /**
   * Begins an export: its head is written at once, since who waits for it waits only so long.
   *
   * @param out is flushed at the end, and not closed
   */
  public ExportWriter writer(OutputStream out, About about) throws IOException {
    return start.writer(out, about);
  }
}
