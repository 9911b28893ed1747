package org.bilan.examination;

import com.adobe.internal.xmp.XMPMeta;
import com.drew.metadata.Directory;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.twelvemonkeys.image.ResampleOp;
import com.twelvemonkeys.imageio.ImageReaderBase;
import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReader;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReader;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.io.enc.Decoder;
import com.twelvemonkeys.lang.Validate;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where the classes of a worker are: where those of this process come from, however it was packed.
 * There are no others on its path, neither frameworks nor drivers.
 */
final class WorkerClassPath {

  /** One class of each jar. */
  private static final List<Class<?>> ONE_OF_EACH =
      List.of(
          WorkerMain.class,
          Directory.class,
          XMPMeta.class,
          JPEGImageReader.class,
          TIFFImageReader.class,
          WebPImageReaderSpi.class,
          ImageReaderBase.class,
          CompoundDirectory.class,
          Validate.class,
          Decoder.class,
          ResampleOp.class,
          JsonMapper.class,
          JsonFactory.class,
          JsonValue.class,
          Jdk8Module.class);

  private WorkerClassPath() {}

  static String text() {
    return ONE_OF_EACH.stream()
        .map(WorkerClassPath::place)
        .distinct()
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      return source == null || source.getLocation() == null
          ? ofResource(type)
          : Path.of(source.getLocation().toURI());
    } catch (URISyntaxException | RuntimeException e) {
      throw new IllegalStateException("It is not known where " + type + " comes from", e);
    }
  }

  /**
   * Quarkus' class loader for tests holds classes that it has changed in memory, and knows not
   * where they come from; what stands beside them it takes from where it is.
   */
  private static Path ofResource(Class<?> type) throws URISyntaxException {
    boolean ours = type == WorkerMain.class;
    URL beside = type.getResource(ours ? "words.properties" : type.getSimpleName() + ".class");
    String place = beside.toString().replaceFirst("^jar:", "").replaceFirst("!/.*$", "");
    int folders = type.getPackageName().split("\\.").length + 1;
    Path path = Path.of(new URI(place));
    if (beside.getProtocol().equals("file")) {
      for (int i = 0; i < folders; i++) {
        path = path.getParent();
      }
    }
    return path;
  }
}
