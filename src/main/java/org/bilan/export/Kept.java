package org.bilan.export;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A stream that Parquet is written to as it comes; it is its opener's to close. */
final class Kept extends PositionOutputStream implements OutputFile {

  private final OutputStream out;
  private long written;

  Kept(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int one) throws IOException {
    out.write(one);
    written++;
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
    written += length;
  }

  @Override
  public long getPos() {
    return written;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    flush();
  }

  @Override
  public PositionOutputStream create(long blockSize) {
    return this;
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSize) {
    return this;
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }
}
