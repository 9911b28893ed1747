package org.bilan.examination;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.ByteArrayOutputStream;
import javax.imageio.stream.ImageInputStream;

/** The parts of a file that are decoded, as one file, which is held only once. */
final class Kept extends ByteArrayOutputStream {

  /** With room for so many bytes. */
  Kept(int bytes) {
    super(bytes);
  }

  /** All of it, for a decoder. */
  ImageInputStream read() {
    return new ByteArrayImageInputStream(buf, 0, count);
  }
}
