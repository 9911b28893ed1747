package org.bilan.examination;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * What stands in a file beside its picture.
 *
 * <p>A file that is also an archive, a document, a program or a page is refused: there is no honest
 * reason for it, and whoever downloads the original from here may open it as the other thing. Other
 * data after the picture's end are marked only; those that phones and cameras put there (further
 * pictures, a short video, Samsung's trailer, padding) are not even that.
 */
final class Trailer {

  /** Readers of zip look for the end record so far from the end of the file. */
  private static final int ZIP_END = 65_557;

  private static final List<String> OTHER_FORMATS =
      List.of(
          "PK\u0003\u0004", "Rar!\u001a\u0007", "7z\u00bc\u00af'\u001c", "\u007fELF", "MZ", "#!");

  private static final List<String> PAGES =
      List.of("<html", "<script", "<!doctype", "<svg", "<body", "<iframe", "<?php", "<?xml");

  /** As far as browsers look into a file whose type they are not told, and some more. */
  private static final int PAGE_BEGINS = 4096;

  private final Content content;

  private Trailer(Content content) {
    this.content = content;
  }

  static void check(Content content, Anatomy anatomy) throws RefusedFile {
    Trailer trailer = new Trailer(content);
    long end = anatomy.end();
    boolean more = end > 0 && end < content.length();
    // A document may begin within the first kilobyte, so also within a comment.
    if (content.find("%PDF-", 0, 1024) >= 0 || trailer.isZip() || more && trailer.isOther(end)) {
      throw new RefusedFile(Refusal.TWO_FORMATS);
    }
    if (more && !trailer.isUsual(end)) {
      anatomy.mark(Mark.TRAILING_DATA);
    }
  }

  private boolean isZip() {
    for (long at = content.length() - 22L; at >= Math.max(0, content.length() - ZIP_END); at--) {
      if (content.is(at, "PK\u0005\u0006")) {
        long size = content.u32Little(at + 12);
        boolean empty = content.u16Little(at + 10) == 0;
        if (empty || content.is(at - size, "PK\u0001\u0002")) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isOther(long end) {
    String begin =
        new String(
                content.part(end, Math.min(PAGE_BEGINS, content.length() - end)),
                StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    return OTHER_FORMATS.stream().anyMatch(magic -> content.is(end, magic))
        || begin.contains("%pdf-")
        || PAGES.stream().anyMatch(begin::contains);
  }

  private boolean isUsual(long end) {
    boolean picture = content.is(end, "\u00ff\u00d8\u00ff");
    boolean video = content.is(end + 4, "ftyp");
    boolean samsung = content.is(content.length() - 4L, "SEFT");
    return picture || video || samsung || isPadding(end);
  }

  private boolean isPadding(long end) {
    for (long at = end; at < content.length(); at++) {
      int b = content.u8(at);
      if (b != 0 && b != 0xFF && b != '\r' && b != '\n') {
        return false;
      }
    }
    return true;
  }
}
