package org.bilan.importer;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** How a file is packed: read by what its first bytes are, written by how its name ends. */
public enum Packing {
  NONE(""),
  GZIP(".gz"),
  ZSTANDARD(".zst");

  private static final int BUFFER = 1 << 16;
  private static final int[] GZIP_BEGINS = {0x1F, 0x8B};
  private static final int[] ZSTANDARD_BEGINS = {0x28, 0xB5, 0x2F, 0xFD};

  /** First bytes of other packings, by their names. */
  private record Other(String name, int... start) {}

  private static final List<Other> OTHERS =
      List.of(
          new Other("ZIP", 'P', 'K', 3, 4),
          new Other("xz", 0xFD, '7', 'z', 'X', 'Z', 0),
          new Other("bzip2", 'B', 'Z', 'h'),
          new Other("7-Zip", '7', 'z', 0xBC, 0xAF));

  private final String ending;

  Packing(String ending) {
    this.ending = ending;
  }

  /** How a file of this name is to be packed. */
  public static Packing of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(GZIP.ending) ? GZIP : lower.endsWith(ZSTANDARD.ending) ? ZSTANDARD : NONE;
  }

  /** The name without the ending of its packing. */
  static String bare(String name) {
    return name.substring(0, name.length() - of(name).ending.length());
  }

  /** Packs what is written to it, and what comes out goes on to {@code out}. */
  public OutputStream pack(OutputStream out) throws IOException {
    return switch (this) {
      case NONE -> out;
      case GZIP -> new GZIPOutputStream(out, BUFFER);
      case ZSTANDARD -> new ZstdOutputStream(out);
    };
  }

  /**
   * What is in a stream, unpacked if it is packed.
   *
   * @throws IOException also when it is packed in another way, with what to do
   */
  static InputStream unpack(InputStream packed) throws IOException {
    BufferedInputStream in = new BufferedInputStream(packed, BUFFER);
    in.mark(8);
    byte[] start = in.readNBytes(8);
    in.reset();
    if (begins(start, GZIP_BEGINS)) {
      // The JDK's takes a pause of a pipe for the end of several parts.
      return new BufferedInputStream(
          GzipCompressorInputStream.builder()
              .setInputStream(in)
              .setDecompressConcatenated(true)
              .get(),
          BUFFER);
    }
    if (begins(start, ZSTANDARD_BEGINS)) {
      return new BufferedInputStream(new ZstdInputStream(in), BUFFER);
    }
    for (Other other : OTHERS) {
      if (begins(start, other.start)) {
        throw new IOException(
            "it is packed as %s: unpack it first, or pack it as gzip or zstd"
                .formatted(other.name));
      }
    }
    return in;
  }

  /**
   * Reads a packed file to its end, where the checksum of its content stands. What is not packed
   * has none, and is not read.
   *
   * @throws IOException when it is damaged
   */
  public static void check(Path file) throws IOException {
    try (InputStream packed = Files.newInputStream(file);
        InputStream in = unpack(packed)) {
      if (isPacked(file)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  private static boolean isPacked(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(4);
      return begins(start, GZIP_BEGINS) || begins(start, ZSTANDARD_BEGINS);
    }
  }

  static boolean begins(byte[] bytes, int... start) {
    byte[] expected = new byte[start.length];
    for (int i = 0; i < start.length; i++) {
      expected[i] = (byte) start[i];
    }
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, expected, 0, start.length);
  }
}
