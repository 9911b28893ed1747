package org.bilan.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Incident;
import org.bilan.dossier.Period;
import org.bilan.dossier.Place;
import org.bilan.dossier.Source;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Where the dossier of one incident stands now, and what lists are filtered by. */
@Entity(name = "DossierRow")
@Table(name = "dossier")
class DossierRow {

  @Id String incident;
  long lineage;
  @Version long version;
  String sha256;
  String country;

  // As plain statements send what it is compared with: by default Hibernate goes by way of the
  // calendar that changed in 1582, and is days off before.
  @JdbcTypeCode(SqlTypes.TIMESTAMP_WITH_TIMEZONE)
  @Column(name = "date_from")
  Instant from;

  @JdbcTypeCode(SqlTypes.TIMESTAMP_WITH_TIMEZONE)
  @Column(name = "date_to")
  Instant to;

  String title;

  String place;

  /** Degrees north; null like {@link #lon} where only one of them is known. */
  Double lat;

  Double lon;

  /** What it is found by. Written by a statement of its own, and never read. */
  @Transient SearchWords words;

  /** Of its current assessment, and written together with it; null where that is not known. */
  @Column(updatable = false)
  Boolean disputed;

  @Column(updatable = false)
  Boolean picture;

  /** What claims and people say of it, as PostgreSQL sums it up: see {@link Stands}. */
  @Column(insertable = false, updatable = false)
  boolean contested;

  @Column(insertable = false, updatable = false)
  String[] look;

  /** Whether any version of it holds confidential sources: what was marked once stays so. */
  boolean confidential;

  @Column(name = "updated_at")
  Instant updatedAt;

  /** The current assessment's id. Written by a statement of its own: it changes no version. */
  @Column(updatable = false)
  Long assessment;

  void describe(Dossier dossier, String sha256, Instant now) {
    this.sha256 = sha256;
    this.country = dossier.incident().place().flatMap(Place::country).orElse(null);
    this.title = dossier.incident().title().map(DossierRow::storable).orElse(null);
    describe(dossier.incident());
    this.confidential |= dossier.sources().stream().anyMatch(Source::marked);
    this.updatedAt = now;
  }

  /** What its current assessment tells of. */
  void signs(Signs signs) {
    this.disputed = signs.disputed();
    this.picture = signs.picture();
  }

  /** What it is searched by, when it was, and where it is on a map. */
  void describe(Incident incident) {
    Period date = incident.date();
    this.from = micros(date.from().earliest());
    this.to = micros(date.end().latest());
    Optional<Place> where = incident.place();
    boolean known = where.map(p -> p.lat().isPresent() && p.lon().isPresent()).orElse(false);
    this.place = where.flatMap(Place::name).map(DossierRow::storable).orElse(null);
    this.lat = known ? (Double) where.get().lat().getAsDouble() : null;
    this.lon = known ? (Double) where.get().lon().getAsDouble() : null;
    this.words = SearchWords.of(incident);
  }

  /**
   * Names this state of this dossier and no other, also when the dossier is deleted and sent again,
   * or when a backup is restored.
   */
  String tag() {
    return tag(lineage, version, sha256);
  }

  static String tag(long lineage, long version, String sha256) {
    return lineage + "." + version + "-" + sha256.substring(0, 16);
  }

  /**
   * Whether a tag names a state of the dossier of this lineage, which was then not deleted since.
   */
  static boolean names(String tag, long lineage) {
    return tag.startsWith(lineage + ".");
  }

  DossierState state() {
    return new DossierState(tag(), lineage, updatedAt, confidential);
  }

  /** PostgreSQL keeps microseconds. */
  static Instant micros(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  /** Without what JSON can spell and PostgreSQL's text cannot hold: U+0000 and half characters. */
  static String storable(String text) {
    byte[] whole = text.replace("\0", "").getBytes(StandardCharsets.UTF_8);
    return new String(whole, StandardCharsets.UTF_8);
  }
}
