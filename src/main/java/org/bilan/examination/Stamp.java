package org.bilan.examination;

import org.bilan.dossier.Moment;

/**
 * A time that a file states.
 *
 * @param time as dossiers write it ({@link Moment#parse}): a date and time with offset when the
 *     file tells the zone, else the date alone
 * @param stated what the file has, in ISO 8601 ({@code 2024-05-01T14:03:22}, {@code 2024-05-01}):
 *     without offset it is the time of a zone that nobody told
 * @param field which metadata say so
 */
public record Stamp(String time, String stated, Field field) {

  public Stamp {
    if (Moment.parse(time).isEmpty()) {
      throw new IllegalArgumentException("Not a time of dossiers");
    }
  }

  /** The moment that it is; a date means the whole day in UTC. */
  public Moment moment() {
    return Moment.parse(time).orElseThrow();
  }
}
