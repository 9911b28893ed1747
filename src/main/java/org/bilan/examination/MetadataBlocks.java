package org.bilan.examination;

import com.drew.imaging.heif.HeifMetadataReader;
import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.RandomAccessReader;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.ErrorDirectory;
import com.drew.metadata.StringValue;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.ExifTiffHandler;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.iptc.IptcReader;
import com.drew.metadata.photoshop.PhotoshopDirectory;
import com.drew.metadata.photoshop.PhotoshopReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The blocks of metadata in a file, read as far as they can be. */
final class MetadataBlocks {

  private final com.drew.metadata.Metadata read = new com.drew.metadata.Metadata();
  private final List<XmpPacket> packets = new ArrayList<>();
  private final Optional<byte[]> exif;
  private boolean broken;

  /** EXIF without the notes of makers: they tell serial numbers, and are made to be misread. */
  private static final class WithoutNotes extends ExifTiffHandler {

    WithoutNotes(com.drew.metadata.Metadata into) {
      super(into, null, 0);
    }

    @Override
    public boolean customProcessTag(
        int at, Set<Integer> seen, int header, RandomAccessReader reader, int tag, int bytes)
        throws IOException {
      return tag == ExifDirectoryBase.TAG_MAKERNOTE
          || super.customProcessTag(at, seen, header, reader, tag, bytes);
    }
  }

  MetadataBlocks(Content content, Anatomy anatomy) {
    exif = anatomy.exif();
    exif.ifPresent(
        tiff ->
            attempt(
                () ->
                    new TiffReader()
                        .processTiff(new ByteArrayReader(tiff), new WithoutNotes(read), 0)));
    if (anatomy.format() == Format.HEIC || anatomy.format() == Format.AVIF) {
      attempt(
          () ->
              HeifMetadataReader.readMetadata(new ByteArrayInputStream(content.bytes()))
                  .getDirectories()
                  .forEach(read::addDirectory));
    }
    anatomy
        .photoshop()
        .ifPresent(
            block ->
                attempt(
                    () ->
                        new PhotoshopReader()
                            .extract(new SequentialByteArrayReader(block), block.length, read)));
    anatomy
        .iptc()
        .ifPresent(
            block ->
                attempt(
                    () ->
                        new IptcReader()
                            .extract(new SequentialByteArrayReader(block), read, block.length)));
    for (byte[] packet : anatomy.xmp()) {
      XmpPacket.parse(packet).ifPresentOrElse(packets::add, () -> broken = true);
    }
  }

  /** What may fail, by the file's fault: then what was read before is kept. */
  private interface Attempt {
    void run() throws IOException, TiffProcessingException;
  }

  private void attempt(Attempt attempt) {
    try {
      attempt.run();
    } catch (IOException | TiffProcessingException | RuntimeException | StackOverflowError e) {
      broken = true;
    }
  }

  /** Whether a part could not be read. */
  boolean isBroken() {
    return broken
        || Stream.of(
                ErrorDirectory.class,
                ExifIFD0Directory.class,
                ExifSubIFDDirectory.class,
                GpsDirectory.class)
            .flatMap(type -> read.getDirectoriesOfType(type).stream())
            .anyMatch(Directory::hasErrors);
  }

  Optional<XmpPacket> xmp() {
    return packets.stream().findFirst();
  }

  Optional<GpsDirectory> gps() {
    return Optional.ofNullable(read.getFirstDirectoryOfType(GpsDirectory.class));
  }

  /** A text of the picture's own directory. */
  Optional<String> main(int tag) {
    return text(ExifIFD0Directory.class, tag);
  }

  /** A text of the directory about the capture. */
  Optional<String> capture(int tag) {
    return text(ExifSubIFDDirectory.class, tag);
  }

  Optional<String> iptc(int tag) {
    return text(IptcDirectory.class, tag);
  }

  Optional<Integer> orientation() {
    return number(ExifIFD0Directory.class, ExifDirectoryBase.TAG_ORIENTATION);
  }

  Optional<Integer> notedWidth() {
    return number(ExifSubIFDDirectory.class, ExifDirectoryBase.TAG_EXIF_IMAGE_WIDTH);
  }

  Optional<Integer> notedHeight() {
    return number(ExifSubIFDDirectory.class, ExifDirectoryBase.TAG_EXIF_IMAGE_HEIGHT);
  }

  /** Whether it has what Photoshop alone writes into a JPEG: with which quality. */
  boolean hasPhotoshopQuality() {
    return read.getDirectoriesOfType(PhotoshopDirectory.class).stream()
        .anyMatch(directory -> directory.containsTag(PhotoshopDirectory.TAG_JPEG_QUALITY));
  }

  /** The small JPEG that cameras put into EXIF. */
  Optional<byte[]> preview() {
    ExifThumbnailDirectory directory = read.getFirstDirectoryOfType(ExifThumbnailDirectory.class);
    if (directory == null || exif.isEmpty()) {
      return Optional.empty();
    }
    Integer at = directory.getInteger(ExifThumbnailDirectory.TAG_THUMBNAIL_OFFSET);
    Integer length = directory.getInteger(ExifThumbnailDirectory.TAG_THUMBNAIL_LENGTH);
    Content tiff = new Content(exif.get());
    return at != null && length != null && length > 0 && tiff.has(at, length)
        ? Optional.of(tiff.part(at, length))
        : Optional.empty();
  }

  private <T extends Directory> Optional<Integer> number(Class<T> type, int tag) {
    return read.getDirectoriesOfType(type).stream()
        .map(directory -> directory.getInteger(tag))
        .filter(number -> number != null)
        .findFirst();
  }

  /** Texts of EXIF have no charset: most are ASCII, and those of today UTF-8. */
  private <T extends Directory> Optional<String> text(Class<T> type, int tag) {
    return read.getDirectoriesOfType(type).stream()
        .map(directory -> text(directory, tag))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> text(Directory directory, int tag) {
    StringValue value = directory.getStringValue(tag);
    return Optional.ofNullable(value == null ? directory.getString(tag) : value.toString());
  }
}
