package org.bilan.examination;

import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bilan.dossier.Contradiction;

/** The times that a file states, and what does not fit among them. */
final class Times {

  /** Phones finish a picture for some seconds after it was taken. */
  private static final Duration FINISHING = Duration.ofMinutes(1);

  /** A receiver may tell its last position, of some while ago. */
  private static final Duration OLD_POSITION = Duration.ofHours(3);

  private static final Duration DAY = Duration.ofDays(1);

  /** What a camera without a clock writes: no time, so nothing is odd about it. */
  private static final Pattern BLANK = Pattern.compile("[\\s:\\-?\\x00]*");

  private static final int OFFSET = ExifDirectoryBase.TAG_TIME_ZONE;
  private static final int OFFSET_ORIGINAL = ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL;
  private static final int OFFSET_DIGITIZED = ExifDirectoryBase.TAG_TIME_ZONE_DIGITIZED;

  private final Instant now;
  private final List<Dated> captures = new ArrayList<>();
  private final List<Dated> changes = new ArrayList<>();
  private Optional<Dated> gps = Optional.empty();
  private boolean impossible;

  Times(MetadataBlocks blocks, Instant now) {
    this.now = now;
    exif(blocks, ExifDirectoryBase.TAG_DATETIME_ORIGINAL, OFFSET_ORIGINAL, Field.EXIF_ORIGINAL);
    blocks.xmp().flatMap(XmpPacket::created).ifPresent(text -> capture(text, Field.XMP_CREATED));
    blocks
        .iptc(IptcDirectory.TAG_DATE_CREATED)
        .ifPresent(
            date ->
                capture(
                    blocks
                        .iptc(IptcDirectory.TAG_TIME_CREATED)
                        .map(time -> date + "T" + time)
                        .orElse(date),
                    Field.IPTC_CREATED));
    if (captures.isEmpty()) {
      exif(
          blocks, ExifDirectoryBase.TAG_DATETIME_DIGITIZED, OFFSET_DIGITIZED, Field.EXIF_DIGITIZED);
    }
    blocks
        .main(ExifDirectoryBase.TAG_DATETIME)
        .map(text -> zoned(text, blocks.capture(OFFSET)))
        .flatMap(text -> possible(text, Field.EXIF_CHANGED))
        .ifPresent(changes::add);
    blocks
        .xmp()
        .flatMap(XmpPacket::changed)
        .flatMap(text -> possible(text, Field.XMP_CHANGED))
        .ifPresent(changes::add);
    gps = blocks.gps().flatMap(Times::satellites).flatMap(text -> possible(text, Field.GPS));
  }

  private void exif(MetadataBlocks blocks, int tag, int offset, Field field) {
    Optional<String> fraction =
        blocks
            .capture(
                field == Field.EXIF_ORIGINAL
                    ? ExifDirectoryBase.TAG_SUBSECOND_TIME_ORIGINAL
                    : ExifDirectoryBase.TAG_SUBSECOND_TIME_DIGITIZED)
            .map(String::strip)
            .filter(digits -> digits.matches("\\d{1,9}"));
    blocks
        .capture(tag)
        .map(String::strip)
        .map(text -> fraction.map(digits -> text + "." + digits).orElse(text))
        .map(text -> zoned(text, blocks.capture(offset).or(() -> blocks.capture(OFFSET))))
        .ifPresent(text -> capture(text, field));
  }

  private static String zoned(String text, Optional<String> offset) {
    return text.strip()
        + offset.map(String::strip).filter(o -> o.matches("Z|[+-]\\d{2}:\\d{2}")).orElse("");
  }

  /** In UTC; without its date it is none. */
  private static Optional<String> satellites(GpsDirectory gps) {
    String date = gps.getString(GpsDirectory.TAG_DATE_STAMP);
    com.drew.lang.Rational[] clock = gps.getRationalArray(GpsDirectory.TAG_TIME_STAMP);
    if (date == null || clock == null || clock.length != 3) {
      return Optional.empty();
    }
    return Optional.of(
        "%sT%02d:%02d:%02dZ"
            .formatted(
                date.strip(), clock[0].intValue(), clock[1].intValue(), clock[2].intValue()));
  }

  private void capture(String text, Field field) {
    possible(text, field).ifPresent(captures::add);
  }

  private Optional<Dated> possible(String text, Field field) {
    Optional<Dated> dated = Dated.parse(text, field);
    if (dated.isPresent() ? !dated.get().isPossible(now) : isNoTime(text)) {
      impossible = true;
      return Optional.empty();
    }
    return dated;
  }

  /** Whether a text would tell a full date, but of no day that exists. Years alone are no dates. */
  private static boolean isNoTime(String text) {
    return !BLANK.matcher(text).matches() && text.strip().matches("\\d{4}\\D?\\d{2}\\D?\\d{2}.*");
  }

  boolean isImpossible() {
    return impossible;
  }

  Optional<Dated> gps() {
    return gps;
  }

  /** The camera's own time first; of those that show the same, the one that tells its zone. */
  Optional<Dated> captured() {
    return captures.stream()
        .findFirst()
        .map(
            first ->
                captures.stream()
                    .filter(other -> other.zone().isPresent() && other.readsAs(first))
                    .findFirst()
                    .orElse(first));
  }

  /** The last change, if that is later than the capture. */
  Optional<Dated> edited() {
    return changes.stream()
        .filter(change -> captured().filter(capture -> isLater(change, capture)).isPresent())
        .max(Comparator.comparing(Dated::earliest));
  }

  private static boolean isLater(Dated change, Dated capture) {
    boolean sameClock = change.zone().equals(capture.zone());
    return change.isAfter(capture, FINISHING)
        || sameClock
            && change
                .afterOnClock(capture)
                .filter(span -> span.compareTo(FINISHING) > 0)
                .isPresent();
  }

  /** What does not fit. */
  List<Contradiction> contradictions() {
    List<Contradiction> found = new ArrayList<>();
    for (Dated one : captures) {
      if (captures.stream().anyMatch(other -> one.isAfter(other, DAY))
          && !found.contains(Contradiction.CAPTURE_TIMES_DIFFER)) {
        found.add(Contradiction.CAPTURE_TIMES_DIFFER);
      }
    }
    captured()
        .ifPresent(
            capture -> {
              if (gps.filter(g -> isApart(g, capture)).isPresent()) {
                found.add(Contradiction.GPS_TIME_DIFFERS);
              }
              if (!changes.isEmpty()
                  && changes.stream().allMatch(change -> capture.isAfter(change, FINISHING))) {
                found.add(Contradiction.EDITED_BEFORE_CAPTURE);
              }
            });
    return found;
  }

  private static boolean isApart(Dated one, Dated other) {
    return one.isAfter(other, OLD_POSITION) || other.isAfter(one, OLD_POSITION);
  }
}
