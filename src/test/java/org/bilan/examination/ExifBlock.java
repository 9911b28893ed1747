package org.bilan.examination;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** EXIF data written by hand: directories of little-endian TIFF. */
final class ExifBlock {

  /** Directories of the block. */
  enum Directory {
    MAIN,
    CAPTURE,
    GPS,
    PREVIEW
  }

  private record Entry(Directory directory, int tag, int type, int count, byte[] value) {}

  private final List<Entry> entries = new ArrayList<>();

  ExifBlock text(Directory directory, int tag, String text) {
    byte[] value = (text + "\0").getBytes(StandardCharsets.UTF_8);
    entries.add(new Entry(directory, tag, 2, value.length, value));
    return this;
  }

  ExifBlock number(Directory directory, int tag, int number) {
    entries.add(new Entry(directory, tag, 4, 1, new Bits().little(number, 4).toByteArray()));
    return this;
  }

  /** Each a fraction of a denominator. */
  ExifBlock rationals(int tag, int denominator, int... numerators) {
    Bits value = new Bits();
    for (int numerator : numerators) {
      value.little(numerator, 4).little(denominator, 4);
    }
    entries.add(new Entry(Directory.GPS, tag, 5, numerators.length, value.toByteArray()));
    return this;
  }

  ExifBlock make(String text) {
    return text(Directory.MAIN, 271, text);
  }

  ExifBlock model(String text) {
    return text(Directory.MAIN, 272, text);
  }

  ExifBlock software(String text) {
    return text(Directory.MAIN, 305, text);
  }

  ExifBlock changed(String text) {
    return text(Directory.MAIN, 306, text);
  }

  ExifBlock orientation(int number) {
    return number(Directory.MAIN, 274, number);
  }

  ExifBlock original(String text) {
    return text(Directory.CAPTURE, 36867, text);
  }

  ExifBlock offsetOriginal(String text) {
    return text(Directory.CAPTURE, 36881, text);
  }

  ExifBlock noted(int wide, int high) {
    return number(Directory.CAPTURE, 40962, wide).number(Directory.CAPTURE, 40963, high);
  }

  /** In millionths of degrees; negative is south and west. */
  ExifBlock position(int lat, int lon) {
    return text(Directory.GPS, 1, lat < 0 ? "S" : "N")
        .rationals(2, 1_000_000, Math.abs(lat), 0, 0)
        .text(Directory.GPS, 3, lon < 0 ? "W" : "E")
        .rationals(4, 1_000_000, Math.abs(lon), 0, 0);
  }

  ExifBlock satellites(String date, int hour, int minute, int second) {
    return text(Directory.GPS, 29, date).rationals(7, 1, hour, minute, second);
  }

  ExifBlock preview(byte[] jpeg) {
    entries.add(new Entry(Directory.PREVIEW, 513, 4, -1, jpeg));
    return number(Directory.PREVIEW, 514, jpeg.length);
  }

  /** The block, as of a TIFF file. */
  byte[] toBytes() {
    int main = 8;
    int capture = main + size(Directory.MAIN, 2);
    int gps = capture + size(Directory.CAPTURE, 0);
    int preview = gps + size(Directory.GPS, 0);
    int data = preview + size(Directory.PREVIEW, 0);
    number(Directory.MAIN, 34665, capture);
    number(Directory.MAIN, 34853, gps);
    Bits out = new Bits().text("II*\0").little(main, 4);
    Bits values = new Bits();
    for (Directory directory : Directory.values()) {
      List<Entry> own =
          entries.stream()
              .filter(e -> e.directory == directory)
              .sorted(Comparator.comparing(Entry::tag))
              .toList();
      out.little(own.size(), 2);
      for (Entry entry : own) {
        out.little(entry.tag, 2).little(entry.type, 2).little(Math.max(1, entry.count), 4);
        if (entry.count > 0 && entry.value.length <= 4) {
          out.bytes(entry.value).bytes(new byte[4 - entry.value.length]);
        } else {
          out.little(data + values.size(), 4);
          values.bytes(entry.value);
        }
      }
      out.little(directory == Directory.MAIN ? preview : 0, 4);
    }
    return out.bytes(values.toByteArray()).toByteArray();
  }

  private int size(Directory directory, int more) {
    return 6 + 12 * (more + (int) entries.stream().filter(e -> e.directory == directory).count());
  }
}
