package org.bilan.examination;

import static org.bilan.examination.HostileFile.marked;
import static org.bilan.examination.HostileFile.of;
import static org.bilan.examination.HostileFile.refused;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that are something else, something more, or not all of it. */
final class HostileShapes {

  private HostileShapes() {}

  /** A good file of each kind. */
  static Map<String, byte[]> good() {
    BufferedImage scene = Drawn.scene(300, 200, 5);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(
        "jpeg",
        Bits.withExif(
            Drawn.written(scene, "jpeg"),
            new ExifBlock()
                .make("Make")
                .original("2024:05:01 14:03:22")
                .position(31_500_000, 34_400_000)
                .preview(Drawn.jpeg(160, 107))
                .toBytes()));
    files.put("progressive", Drawn.progressive(scene));
    files.put("png", Drawn.written(scene, "png"));
    files.put("gif", Drawn.sequence("gif", scene, Drawn.scene(300, 200, 6)));
    files.put("lossless", Webp.lossless(scene));
    files.put("lossy", Webp.lossy());
    files.put("tiff", Drawn.written(scene, "tiff"));
    files.put("heic", Heif.file("heic", 300, 200));
    return files;
  }

  static List<HostileFile> others() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("html", "<!DOCTYPE html><html><body>x</body></html>");
    files.put("svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
    files.put("pdf", "%PDF-1.7\n1 0 obj <<>> endobj");
    files.put("program", "MZ\u0090\0\u0003" + "\0".repeat(200));
    files.put("elf", "\u007fELF\u0002\u0001" + "\0".repeat(200));
    files.put("script", "#!/bin/sh\nexit\n");
    files.put("gzip", "\u001f\u008b\u0008\0" + "\0".repeat(50));
    files.put("bmp", "BM" + "\0".repeat(100));
    files.put("icon", "\0\0\u0001\0" + "\0".repeat(100));
    files.put("photoshop", "8BPS\0\u0001" + "\0".repeat(100));
    files.put("jpeg 2000", "\0\0\0\u000cjP  \r\n\u0087\n" + "\0".repeat(100));
    files.put("mp4", "\0\0\0\u0018ftypisom\0\0\0\0isommp42" + "\0".repeat(100));
    files.put("quicktime", "\0\0\0\u0014ftypqt  \0\0\0\0qt  " + "\0".repeat(100));
    files.put("wave", "RIFF\u0024\0\0\0WAVEfmt " + "\0".repeat(100));
    files.put("text", "not a picture");
    files.put("one byte", "\u00ff");
    files.put("zeros", "\0".repeat(10_000));
    List<HostileFile> all = new ArrayList<>();
    files.forEach(
        (name, text) ->
            all.add(
                refused(name, Refusal.NOT_A_PICTURE, () -> new Bits().text(text).toByteArray())));
    all.add(refused("zip", Refusal.NOT_A_PICTURE, HostileShapes::zip));
    all.add(refused("nothing", Refusal.EMPTY, () -> new byte[0]));
    Map<String, String> begun = new LinkedHashMap<>();
    begun.put("jpeg", "\u00ff\u00d8\u00ff");
    begun.put("jpeg with an end", "\u00ff\u00d8\u00ff\u00d9");
    begun.put("png", PngParts.SIGNATURE);
    begun.put("gif", "GIF89a");
    begun.put("webp", "RIFF\u0004\0\0\0WEBP");
    begun.put("tiff", "II*\0\u0008\0\0\0\0\0");
    begun.put("large tiff", "II+\0\u0008\0\0\0\u0010\0\0\0\0\0\0\0");
    begun.put("heic", "\0\0\0\u0014ftypheic\0\0\0\0mif1");
    begun.forEach(
        (name, text) ->
            all.add(
                refused(
                    "only the begin of " + name,
                    Refusal.BROKEN,
                    () -> new Bits().text(text).toByteArray())));
    return all;
  }

  static List<HostileFile> polyglots() {
    byte[] html = new Bits().text("<HTML><script>alert(1)</script>").toByteArray();
    Map<String, byte[]> tails = new LinkedHashMap<>();
    tails.put("zip", zip());
    tails.put("html", html);
    tails.put("pdf", new Bits().text("\n%PDF-1.4\n").toByteArray());
    tails.put("php", new Bits().text("<?php system('id');").toByteArray());
    tails.put("rar", new Bits().text("Rar!\u001a\u0007\u0001\0").toByteArray());
    tails.put("7z", new Bits().text("7z\u00bc\u00af\u0027\u001c").toByteArray());
    tails.put("program", new Bits().text("MZ\u0090\0").toByteArray());
    List<HostileFile> all = new ArrayList<>();
    good()
        .forEach(
            (name, file) -> {
              boolean open = name.equals("tiff") || name.equals("heic");
              tails.forEach(
                  (tail, bytes) -> {
                    if (!open || tail.equals("zip")) {
                      all.add(
                          refused(
                              name + " and " + tail,
                              Refusal.TWO_FORMATS,
                              () -> Bits.join(file, bytes)));
                    }
                  });
              if (!open) {
                all.add(
                    marked(
                        name + " and data",
                        Mark.TRAILING_DATA,
                        () -> Bits.join(file, "secret secret".getBytes())));
              }
            });
    all.add(
        refused(
            "a document in a comment",
            Refusal.TWO_FORMATS,
            () -> Bits.withSegment(Drawn.jpeg(300, 200), 0xFE, "%PDF-1.4".getBytes())));
    all.add(
        refused(
            "an archive in a comment",
            Refusal.TWO_FORMATS,
            () -> {
              byte[] jpeg = Drawn.jpeg(30, 20);
              byte[] comment = new Bits().segment(0xFE, zip()).toByteArray();
              return Bits.insert(jpeg, jpeg.length - 2, comment);
            }));
    return all;
  }

  /** Each good file, cut at so many places. */
  static List<HostileFile> truncated(int places) {
    List<HostileFile> all = new ArrayList<>();
    good()
        .forEach(
            (name, file) -> {
              for (int i = 1; i <= places; i++) {
                int length = (int) ((long) file.length * i / (places + 1));
                all.add(
                    of(
                        name + " cut to " + length,
                        () -> new Content(file).part(0, length),
                        HostileFile.ODD,
                        Mark.NOT_DECODED.word()));
              }
            });
    return all;
  }

  /** Each good file with bits turned over, seeded; half of them in the first 600 bytes. */
  static List<HostileFile> flipped(int seeds) {
    List<HostileFile> all = new ArrayList<>();
    good()
        .forEach(
            (name, file) -> {
              for (int seed = 0; seed < seeds; seed++) {
                int chosen = seed;
                all.add(of(name + " flipped " + seed, () -> flipped(file, chosen)));
              }
            });
    return all;
  }

  private static byte[] flipped(byte[] file, int seed) {
    Random random = new Random(seed);
    byte[] other = file.clone();
    int range = seed % 2 == 0 ? file.length : Math.min(600, file.length);
    for (int i = 0; i <= seed; i++) {
      int at = 4 + random.nextInt(range - 4);
      other[at] = (byte) (other[at] ^ 1 << random.nextInt(8));
    }
    return other;
  }

  private static byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("a.txt"));
      out.write(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
