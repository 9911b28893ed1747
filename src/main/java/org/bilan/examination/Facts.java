package org.bilan.examination;

import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import java.awt.image.BufferedImage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bilan.dossier.Contradiction;

/** What is told of a file out of its metadata. */
final class Facts {

  /** Characters of a name that are kept. */
  private static final int NAME = 200;

  /** Characters of a caption that are kept: IPTC allows as many. */
  private static final int CAPTION = 2000;

  private static final int MOST_EDITORS = 19;

  private static final int PROCESSING_SOFTWARE = 11;

  /** Digits of degrees: a tenth of a metre. */
  private static final double MICRODEGREES = 1e6;

  private final MetadataBlocks blocks;
  private final Anatomy anatomy;
  private final Times times;

  private Facts(MetadataBlocks blocks, Anatomy anatomy, Times times) {
    this.blocks = blocks;
    this.anatomy = anatomy;
    this.times = times;
  }

  /**
   * Reads the metadata, and marks what is odd about them.
   *
   * @param image the picture as it is stored, not turned, if it was decoded
   */
  static Metadata of(Content content, Anatomy anatomy, Optional<BufferedImage> image, Clock clock) {
    MetadataBlocks blocks = new MetadataBlocks(content, anatomy);
    Times times = new Times(blocks, clock.instant());
    if (blocks.isBroken()) {
      anatomy.mark(Mark.METADATA_BROKEN);
    }
    if (blocks.xmp().flatMap(XmpPacket::credentialsElsewhere).isPresent()) {
      anatomy.credentials();
    }
    if (times.isImpossible()) {
      anatomy.mark(Mark.IMPOSSIBLE_TIME);
    }
    return new Facts(blocks, anatomy, times).metadata(image);
  }

  private Metadata metadata(Optional<BufferedImage> image) {
    return new Metadata(
        times.captured().map(Dated::stamp),
        times.gps().map(Dated::stamp),
        position(),
        device(),
        programs().findFirst(),
        editors(),
        times.edited().map(Dated::stamp),
        blocks.orientation().filter(turn -> turn >= 1 && turn <= 8).orElse(1),
        first(
            NAME,
            blocks.main(ExifDirectoryBase.TAG_ARTIST),
            blocks.xmp().flatMap(XmpPacket::author),
            blocks.iptc(IptcDirectory.TAG_BY_LINE)),
        first(
            NAME,
            blocks.main(ExifDirectoryBase.TAG_COPYRIGHT),
            blocks.xmp().flatMap(XmpPacket::copyright),
            blocks.iptc(IptcDirectory.TAG_COPYRIGHT_NOTICE)),
        first(
            CAPTION,
            blocks.main(ExifDirectoryBase.TAG_IMAGE_DESCRIPTION),
            blocks.xmp().flatMap(XmpPacket::caption),
            blocks.iptc(IptcDirectory.TAG_CAPTION)),
        blocks.xmp().flatMap(XmpPacket::digitalSource).flatMap(word -> clean(word, NAME)),
        contradictions(image));
  }

  /** 0/0, in the sea off Africa, is what receivers write that do not know where they are. */
  private Optional<Position> position() {
    return blocks
        .gps()
        .map(GpsDirectory::getGeoLocation)
        .filter(place -> !place.isZero())
        .filter(place -> Math.abs(place.getLatitude()) <= 90)
        .filter(place -> Math.abs(place.getLongitude()) <= 180)
        .map(place -> new Position(rounded(place.getLatitude()), rounded(place.getLongitude())));
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * MICRODEGREES) / MICRODEGREES;
  }

  private Optional<String> device() {
    Optional<String> make =
        first(NAME, blocks.main(ExifDirectoryBase.TAG_MAKE), blocks.xmp().flatMap(XmpPacket::make));
    Optional<String> model =
        first(
            NAME, blocks.main(ExifDirectoryBase.TAG_MODEL), blocks.xmp().flatMap(XmpPacket::model));
    if (make.isEmpty() || model.isEmpty()) {
      return make.or(() -> model);
    }
    boolean named =
        model.get().toLowerCase(Locale.ROOT).startsWith(make.get().toLowerCase(Locale.ROOT));
    return Optional.of(named ? model.get() : make.get() + " " + model.get());
  }

  /** All programs that the file names, the one that wrote it first. */
  private Stream<String> programs() {
    return Stream.of(
            blocks.main(ExifDirectoryBase.TAG_SOFTWARE).stream(),
            anatomy.program().stream(),
            blocks.xmp().flatMap(XmpPacket::creatorTool).stream(),
            blocks.main(PROCESSING_SOFTWARE).stream(),
            blocks.iptc(IptcDirectory.TAG_ORIGINATING_PROGRAM).stream(),
            blocks.xmp().stream().flatMap(packet -> packet.agents().stream()))
        .flatMap(names -> names)
        .flatMap(name -> clean(name, NAME).stream());
  }

  private List<String> editors() {
    Set<String> editors = new LinkedHashSet<>();
    String camera = device().orElse("");
    programs()
        .filter(name -> EditingPrograms.isKnown(name, camera))
        .limit(MOST_EDITORS)
        .forEach(editors::add);
    boolean named = editors.stream().anyMatch(name -> name.contains("Photoshop"));
    if (!named && (anatomy.isSavedForWeb() || blocks.hasPhotoshopQuality())) {
      editors.add("Adobe Photoshop");
    }
    return List.copyOf(editors);
  }

  private List<Contradiction> contradictions(Optional<BufferedImage> image) {
    List<Contradiction> found = new ArrayList<>(times.contradictions());
    // A directory after the first of a TIFF is another page of it.
    if (anatomy.format() != Format.TIFF
        && image.isPresent()
        && blocks.preview().filter(jpeg -> Preview.differs(jpeg, image.get())).isPresent()) {
      found.add(Contradiction.PREVIEW_DIFFERS);
    }
    int wide = blocks.notedWidth().orElse(0);
    int high = blocks.notedHeight().orElse(0);
    boolean same =
        wide == anatomy.width() && high == anatomy.height()
            || wide == anatomy.height() && high == anatomy.width();
    if (wide > 0 && high > 0 && !same) {
      found.add(Contradiction.DIMENSIONS_DIFFER);
    }
    return found;
  }

  @SafeVarargs
  private static Optional<String> first(int most, Optional<String>... texts) {
    return Stream.of(texts)
        .flatMap(Optional::stream)
        .flatMap(t -> clean(t, most).stream())
        .findFirst();
  }

  /** Without what cannot be shown, and not longer than it should be; empty when nothing is left. */
  private static Optional<String> clean(String text, int most) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isWhitespace(c) ? ' ' : c)
        .filter(
            c ->
                !Character.isISOControl(c)
                    && Character.getType(c) != Character.SURROGATE
                    && Character.getType(c) != Character.FORMAT)
        .limit(most)
        .forEach(plain::appendCodePoint);
    String cut = plain.toString().strip();
    return cut.isEmpty() ? Optional.empty() : Optional.of(cut);
  }
}
