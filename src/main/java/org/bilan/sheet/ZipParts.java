package org.bilan.sheet;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The parts of an .xlsx, which is a zip: in memory and never on disk, and together not larger than
 * a sheet of ours can be, whatever their headers say.
 */
final class ZipParts implements Closeable {

  private static final int MOST_PARTS = 200;

  /** Bytes, unpacked: a hundred times our own, with room for the styles that programs add. */
  private static final int LARGEST = 16 * 1024 * 1024;

  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> parts = new HashMap<>();
  private int left = LARGEST;

  private ZipParts(ZipFile zip) {
    this.zip = zip;
  }

  static ZipParts open(byte[] file) throws InvalidSheet, IOException {
    ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get();
    ZipParts parts = new ZipParts(zip);
    try {
      parts.check(Collections.list(zip.getEntries()));
      return parts;
    } catch (InvalidSheet | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private void check(List<ZipArchiveEntry> entries) throws InvalidSheet {
    if (entries.size() > MOST_PARTS) {
      throw bomb(entries.size() + " parts", "at most " + MOST_PARTS + " parts");
    }
    long size = 0;
    for (ZipArchiveEntry entry : entries) {
      String name = entry.getName();
      if (name.startsWith("/")
          || name.indexOf('\\') >= 0
          || name.indexOf(':') >= 0
          || name.indexOf('\0') >= 0
          || List.of(name.split("/", -1)).contains("..")) {
        throw InvalidSheet.file(
            "file.unsafe-name",
            "a part named " + name,
            "names within the file",
            "Save the sheet anew from a spreadsheet program.");
      }
      if (entry.getGeneralPurposeBit().usesEncryption()) {
        throw SheetFile.locked();
      }
      if (parts.put(key(name), entry) != null) {
        throw SheetFile.broken("two parts named " + name);
      }
      size += Math.max(0, entry.getSize());
    }
    if (size > LARGEST) {
      throw bomb(size + " bytes, unpacked", "at most " + LARGEST);
    }
  }

  boolean has(String name) {
    return parts.containsKey(key(name));
  }

  /** All parts' names, in small letters. */
  Set<String> names() {
    return parts.keySet();
  }

  /** A part's content. */
  InputStream read(String name) throws InvalidSheet, IOException {
    ZipArchiveEntry entry = parts.get(key(name));
    if (entry == null) {
      throw SheetFile.broken("no part " + name);
    }
    // Other methods are never used by spreadsheet programs, and some unpack more than they should.
    if (entry.getMethod() != ZipEntry.DEFLATED && entry.getMethod() != ZipEntry.STORED) {
      throw SheetFile.broken("the part " + name + " packed by method " + entry.getMethod());
    }
    try (InputStream packed = zip.getInputStream(entry)) {
      byte[] content = packed.readNBytes(left + 1);
      if (content.length > left) {
        throw bomb("more than " + LARGEST + " bytes, unpacked", "at most " + LARGEST);
      }
      CRC32 sum = new CRC32();
      sum.update(content);
      // The library does not compare them: a damaged digit would be read as another number.
      if (sum.getValue() != entry.getCrc()) {
        throw SheetFile.broken("a check sum that does not fit the part " + name);
      }
      left -= content.length;
      return new ByteArrayInputStream(content);
    }
  }

  /** Names of parts are compared without regard to capitals (ECMA-376, part 2). */
  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static InvalidSheet bomb(String found, String expected) {
    return InvalidSheet.file(
        "file.too-much-inside",
        found,
        expected,
        "Remove pictures and sheets that are not Bilan's.");
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
