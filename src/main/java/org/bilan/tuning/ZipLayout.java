package org.bilan.tuning;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * That a ZIP archive holds what its directory tells, and nothing else: files one after another from
 * the first byte, then the directory, then the end. Programs that read the files in order, and such
 * that go by the directory, see the same; nothing stands before, between, behind or in each other.
 */
final class ZipLayout {

  private static final int FILE = 0x04034b50;
  private static final int DIRECTORY = 0x02014b50;
  private static final int DESCRIPTOR = 0x08074b50;
  private static final int END = 0x06054b50;

  /** Bit of a file's flags: check sum and sizes follow it. */
  private static final int FOLLOWED = 8;

  private final ByteBuffer bytes;
  private int at;

  private ZipLayout(byte[] archive) {
    bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Checks an archive of less than two gigabytes.
   *
   * @param entries as the directory lists them, in the order in which they stand in the archive
   * @throws IOException when it is laid out otherwise
   * @throws IndexOutOfBoundsException when it ends too early
   */
  static void check(byte[] archive, List<ZipArchiveEntry> entries) throws IOException {
    ZipLayout layout = new ZipLayout(archive);
    for (ZipArchiveEntry entry : entries) {
      layout.file(entry);
    }
    int directory = layout.at;
    for (int i = 0; i < entries.size(); i++) {
      layout.require(layout.bytes.getInt(layout.at) == DIRECTORY);
      layout.at += 46 + layout.two(28) + layout.two(30) + layout.two(32);
    }
    layout.end(directory, entries.size());
  }

  private void file(ZipArchiveEntry entry) throws IOException {
    byte[] name = entry.getRawName();
    require(bytes.getInt(at) == FILE);
    require(two(8) == entry.getMethod() && two(26) == name.length);
    require(Arrays.equals(bytes.array(), at + 30, at + 30 + name.length, name, 0, name.length));
    int data = at + 30 + name.length + two(28);
    require(data == entry.getDataOffset() && entry.getCompressedSize() <= bytes.limit() - data);
    boolean followed = (two(6) & FOLLOWED) != 0;
    require((two(6) & 1) != 0 == entry.getGeneralPurposeBit().usesEncryption());
    int sums = at + 14;
    at = data + (int) entry.getCompressedSize();
    if (followed) {
      sums = bytes.getInt(at) == DESCRIPTOR ? at + 4 : at;
      at = sums + 12;
    }
    require(bytes.getInt(sums) == (int) entry.getCrc());
    require(bytes.getInt(sums + 4) == (int) entry.getCompressedSize());
    require(bytes.getInt(sums + 8) == (int) entry.getSize());
  }

  /** Only words about the archive may follow, of the length that is said. */
  private void end(int directory, int entries) throws IOException {
    require(bytes.getInt(at) == END && bytes.getInt(at + 4) == 0);
    require(two(8) == entries && two(10) == entries);
    require(bytes.getInt(at + 12) == at - directory && bytes.getInt(at + 16) == directory);
    require(at + 22 + two(20) == bytes.limit());
  }

  /** Two bytes, some way from where we are. */
  private int two(int from) {
    return Short.toUnsignedInt(bytes.getShort(at + from));
  }

  private void require(boolean fits) throws IOException {
    if (!fits) {
      throw new IOException("Not as its directory says, near byte " + at);
    }
  }
}
