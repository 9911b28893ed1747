package org.bilan.dossier;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A date, or a date-time with offset (ISO 8601). A date stands for the whole day in UTC, so a
 * moment has an earliest and a latest instant.
 *
 * @param earliest the first instant it can mean
 * @param latest the last instant it can mean; for a date the last microsecond of the day, the
 *     finest that archives keep, so that the day does not reach into the next
 */
public record Moment(Instant earliest, Instant latest) implements Comparable<Moment> {

  private static final Pattern FORM =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2}))?");

  /** The moment that a text spells, or empty when it is none. */
  public static Optional<Moment> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      if (text.indexOf('T') < 0) {
        Instant start = LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        return Optional.of(
            new Moment(start, start.plus(1, ChronoUnit.DAYS).minus(1, ChronoUnit.MICROS)));
      }
      Instant instant = OffsetDateTime.parse(text).toInstant();
      return Optional.of(new Moment(instant, instant));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether this is certainly before the other: not merely perhaps, for want of a time of day. */
  public boolean certainlyBefore(Moment other) {
    return latest.isBefore(other.earliest);
  }

  /** ISO 8601, in UTC: the instant, or the day where only that is known. */
  public String text() {
    return earliest.equals(latest)
        ? earliest.toString()
        : earliest.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  @Override
  public int compareTo(Moment other) {
    int byStart = earliest.compareTo(other.earliest);
    return byStart != 0 ? byStart : latest.compareTo(other.latest);
  }
}
