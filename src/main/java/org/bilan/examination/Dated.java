package org.bilan.examination;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time as a file's metadata have it.
 *
 * @param zone empty when the file does not tell it, as most cameras do not
 */
record Dated(LocalDate date, Optional<LocalTime> time, Optional<ZoneOffset> zone, Field field) {

  /** The forms of EXIF, XMP and IPTC: they differ in their signs only. */
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})[:-]?(\\d{2})[:-]?(\\d{2})"
              + "(?:[T ](\\d{2}):?(\\d{2})(?::?(\\d{2})(\\.\\d{1,9})?)?\\s?(Z|[+-]\\d{2}:?\\d{2})?)?");

  /** The year of the oldest photograph that is left, by Niépce. */
  private static final int FIRST_YEAR = 1826;

  /** Zones are 14 hours east to 12 hours west of UTC. */
  private static final Duration EAST = Duration.ofHours(14);

  private static final Duration WEST = Duration.ofHours(12);

  /** What a text spells, or empty when it is no date and time that exists. */
  static Optional<Dated> parse(String text, Field field) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate date =
          LocalDate.of(number(form.group(1)), number(form.group(2)), number(form.group(3)));
      Optional<LocalTime> time = Optional.empty();
      if (form.group(4) != null) {
        String fraction = form.group(7) == null ? "" : form.group(7).substring(1);
        int nanos = number((fraction + "000000000").substring(0, 9));
        int seconds = form.group(6) == null ? 0 : number(form.group(6));
        time =
            Optional.of(LocalTime.of(number(form.group(4)), number(form.group(5)), seconds, nanos));
      }
      Optional<ZoneOffset> zone = Optional.ofNullable(form.group(8)).map(ZoneOffset::of);
      return Optional.of(new Dated(date, time, zone, field));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  /**
   * Whether a picture can be of that time: not before photography, not a clock's zero, not later.
   */
  boolean isPossible(Instant now) {
    return date.getYear() >= FIRST_YEAR
        && !date.equals(LocalDate.EPOCH)
        && !earliest().isAfter(now.plus(Duration.ofHours(1)));
  }

  /** The first instant that it can mean. */
  Instant earliest() {
    LocalDateTime start = date.atTime(time.orElse(LocalTime.MIN));
    return zone.map(start::toInstant).orElseGet(() -> start.toInstant(ZoneOffset.UTC).minus(EAST));
  }

  /** The last instant that it can mean. */
  Instant latest() {
    LocalDateTime end = date.atTime(time.orElse(LocalTime.MAX));
    return zone.map(end::toInstant).orElseGet(() -> end.toInstant(ZoneOffset.UTC).plus(WEST));
  }

  /** Whether it is certainly later, whatever the zones are, and by more than a span. */
  boolean isAfter(Dated other, Duration span) {
    return earliest().isAfter(other.latest().plus(span));
  }

  /** Whether both show the same on a clock. */
  boolean readsAs(Dated other) {
    return date.equals(other.date)
        && time.map(LocalTime::toSecondOfDay).equals(other.time.map(LocalTime::toSecondOfDay));
  }

  /** How much later it is by the clock on the wall, if both tell a time of day. */
  Optional<Duration> afterOnClock(Dated other) {
    return time.flatMap(
        here ->
            other.time.map(there -> Duration.between(other.date.atTime(there), date.atTime(here))));
  }

  Stamp stamp() {
    String day = date.toString();
    String stated = time.map(clock -> day + "T" + clock(clock)).orElse(day);
    if (time.isPresent() && zone.isPresent()) {
      String whole = stated + zone.get();
      return new Stamp(whole, whole, field);
    }
    return new Stamp(day, stated, field);
  }

  /** With seconds, as dossiers and EXIF have it. */
  private static String clock(LocalTime clock) {
    String text = clock.toString();
    return text.length() == 5 ? text + ":00" : text;
  }
}
