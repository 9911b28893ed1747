package org.bilan.examination;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.bilan.likeness.Looks;

/**
 * The examination of one file's bytes, from its first byte to what is told of it. Runs in a worker:
 * here untrusted bytes are parsed and decoded.
 */
final class Inspection {

  private Inspection() {}

  static Examined of(byte[] bytes, Limits limits, Clock clock) throws RefusedFile {
    Content content = new Content(bytes);
    Format format =
        Sniffing.format(content).orElseThrow(() -> new RefusedFile(Refusal.NOT_A_PICTURE));
    Anatomy anatomy = Sniffing.anatomy(format, content, limits);
    Trailer.check(content, anatomy);
    Optional<Picture> picture = Optional.empty();
    if (anatomy.isDecodable()) {
      picture = Optional.of(Decoder.decode(anatomy));
    } else {
      anatomy.mark(Mark.NOT_DECODED);
    }
    Metadata metadata = Facts.of(content, anatomy, picture.map(Picture::image), clock);
    boolean turned = picture.isPresent() ? metadata.orientation() >= 5 : anatomy.isTurned();
    Examination examination =
        new Examination(
            sha256(bytes),
            bytes.length,
            format,
            turned ? anatomy.height() : anatomy.width(),
            turned ? anatomy.width() : anatomy.height(),
            anatomy.frames(),
            marks(anatomy, picture),
            metadata,
            credentials(content, anatomy));
    return new Examined(
        examination,
        picture
            .flatMap(Picture::shown)
            .map(image -> Looks.of(Orientation.upright(image, metadata.orientation()))),
        picture.map(p -> Thumbnail.of(Orientation.upright(p.image(), metadata.orientation()))));
  }

  private static ContentCredentials credentials(Content content, Anatomy anatomy) {
    // Of a broken file the walk did not reach every place: then its bytes are searched.
    boolean reached =
        !anatomy.marks().contains(Mark.DAMAGED) && !anatomy.marks().contains(Mark.METADATA_BROKEN);
    boolean found =
        anatomy.hasCredentials()
            || !reached && content.find(JpegParts.MANIFEST_STORE, 0, content.length()) >= 0;
    return found ? ContentCredentials.UNVERIFIED : ContentCredentials.ABSENT;
  }

  private static Set<Mark> marks(Anatomy anatomy, Optional<Picture> picture) {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    marks.addAll(anatomy.marks());
    if (picture.filter(Picture::damaged).isPresent()) {
      marks.add(Mark.DAMAGED);
    }
    return marks;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
