package org.bilan.examination;

import static org.bilan.examination.HostileFile.marked;
import static org.bilan.examination.HostileFile.of;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Metadata that go in circles, lie about their length, or want to be more than they are. */
final class HostileMetadata {

  private HostileMetadata() {}

  static List<HostileFile> all() {
    return List.of(
        of("exif: a directory follows itself", () -> exif(directory(0).little(8, 4))),
        of("exif: a directory in itself", () -> exif(directory(1, 34665, 4, 1, 8).little(0, 4))),
        of("exif: positions in themselves", () -> exif(directory(1, 34853, 4, 1, 8).little(8, 4))),
        of("exif: two that follow each other", HostileMetadata::circle),
        of("exif: notes of a maker in themselves", () -> exif(directory(1, 37500, 7, 5000, 8))),
        of("exif: 65535 entries", () -> exif(new Bits().little(65_535, 2).bytes(new byte[5000]))),
        of("exif: a text of 2^32 - 1 bytes", () -> exif(directory(1, 305, 2, -1, 8))),
        of("exif: 2^31 fractions", () -> exif(directory(1, 33434, 5, 0x7FFFFFFF, 8))),
        of("exif: a value beyond the end", () -> exif(directory(1, 305, 2, 100, 0x7FFFFFF0))),
        of("exif: unknown type", () -> exif(directory(1, 305, 99, 100, 8))),
        of("exif: no byte order", () -> Bits.withExif(Drawn.jpeg(300, 200), new byte[100])),
        of("exif: empty", () -> Bits.withExif(Drawn.jpeg(300, 200), new byte[0])),
        of("exif: deep directories", HostileMetadata::deep),
        of("exif: 700 blocks", () -> many(0xE1, new Bits().text("Exif\0\0").toByteArray())),
        of("exif: a preview that is another bomb", HostileMetadata::bombAsPreview),
        of("icc: 700 blocks", () -> many(0xE2, new Bits().text("ICC_PROFILE\0").toByteArray())),
        marked("xmp: a billion laughs", Mark.METADATA_BROKEN, () -> xmp(laughs())),
        marked(
            "xmp: an entity of the machine",
            Mark.METADATA_BROKEN,
            () ->
                xmp("<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/hostname\">]>" + packet("&f;"))),
        marked(
            "xmp: types from elsewhere",
            Mark.METADATA_BROKEN,
            () -> xmp("<!DOCTYPE x SYSTEM \"http://localhost:9/x.dtd\">" + packet("x"))),
        marked(
            "xmp: types in UTF-16",
            Mark.METADATA_BROKEN,
            () ->
                Bits.withSegment(
                    Drawn.jpeg(300, 200),
                    0xE1,
                    new Bits()
                        .text("http://ns.adobe.com/xap/1.0/\0")
                        .bytes(laughs().getBytes(StandardCharsets.UTF_16))
                        .toByteArray())),
        marked("xmp: not closed", Mark.METADATA_BROKEN, () -> xmp("<x:xmpmeta><rdf:RDF>")),
        of("xmp: 10000 deep", () -> xmp("<a>".repeat(10_000) + "</a>".repeat(10_000))),
        of("xmp: long history", () -> xmp(packet("<xmpMM:History/>".repeat(2000)))),
        marked("xmp: too large, in a png", Mark.METADATA_BROKEN, HostileMetadata::largeXmp),
        marked(
            "xmp: without its ends, in a png",
            Mark.METADATA_BROKEN,
            () ->
                Bits.withChunk(
                    Drawn.png(300, 200),
                    "iTXt",
                    new Bits().text("XML:com.adobe.xmp\0\0\0en").toByteArray())),
        of(
            "xmp: an extension that lies",
            () ->
                Bits.withSegment(
                    Drawn.jpeg(300, 200),
                    0xE1,
                    new Bits()
                        .text("http://ns.adobe.com/xmp/extension/\0")
                        .text("0".repeat(32))
                        .big(0xFFFFFFFFL, 4)
                        .big(0xFFFFFFF0L, 4)
                        .toByteArray())),
        of(
            "photoshop: a resource that lies",
            () ->
                Bits.withSegment(
                    Drawn.jpeg(300, 200),
                    0xED,
                    new Bits()
                        .text("Photoshop 3.0\0008BIM\u0004\u0004\0\0")
                        .big(0x7FFFFFFF, 4)
                        .toByteArray())),
        of(
            "iptc: a record that lies",
            () ->
                Bits.withSegment(
                    Drawn.jpeg(300, 200),
                    0xED,
                    new Bits()
                        .text("Photoshop 3.0\0008BIM\u0004\u0004\0\0")
                        .big(8, 4)
                        .bytes(0x1C, 2, 55, 0x7F, 0xFF, 1, 2, 3)
                        .toByteArray())),
        marked("tiff: a page follows itself", Mark.METADATA_BROKEN, HostileMetadata::tiffCircle),
        of("heif: a box of no end", () -> heif(0)),
        of("heif: a box larger than the file", () -> heif(0x7FFFFFF0)),
        of("heif: a box within its own head", () -> heif(4)));
  }

  private static Bits directory(int count, int... entry) {
    Bits out = new Bits().little(count, 2);
    if (count > 0) {
      out.little(entry[0], 2).little(entry[1], 2).little(entry[2], 4).little(entry[3], 4);
    }
    return out;
  }

  private static byte[] exif(Bits directory) {
    byte[] tiff =
        new Bits().text("II*\0").little(8, 4).bytes(directory.toByteArray()).toByteArray();
    return Bits.withExif(Drawn.jpeg(300, 200), tiff);
  }

  private static byte[] circle() {
    return exif(directory(0).little(14, 4).bytes(directory(0).little(8, 4).toByteArray()));
  }

  /** Each directory holds the next. */
  private static byte[] deep() {
    Bits out = new Bits();
    for (int i = 1; i <= 3000; i++) {
      out.bytes(directory(1, 34665, 4, 1, 8 + 18 * i).little(0, 4).toByteArray());
    }
    return exif(out);
  }

  private static byte[] bombAsPreview() {
    byte[] jpeg = Drawn.jpeg(160, 120);
    return Bits.withExif(
        Drawn.jpeg(300, 200), new ExifBlock().preview(Bits.join(jpeg, jpeg)).toBytes());
  }

  private static byte[] many(int code, byte[] data) {
    Bits out = new Bits();
    for (int i = 0; i < 700; i++) {
      out.segment(code, data);
    }
    return Bits.insert(Drawn.jpeg(300, 200), 2, out.toByteArray());
  }

  private static byte[] xmp(String packet) {
    return Bits.withXmp(Drawn.jpeg(300, 200), packet);
  }

  static String packet(String description) {
    return "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
        + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
        + " xmlns:xmp='http://ns.adobe.com/xap/1.0/'"
        + " xmlns:xmpMM='http://ns.adobe.com/xap/1.0/mm/'"
        + " xmlns:stEvt='http://ns.adobe.com/xap/1.0/sType/ResourceEvent#'"
        + " xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/'"
        + " xmlns:Iptc4xmpExt='http://iptc.org/std/Iptc4xmpExt/2008-02-29/'"
        + " xmlns:dc='http://purl.org/dc/elements/1.1/'>"
        + "<rdf:Description rdf:about=''>"
        + description
        + "</rdf:Description></rdf:RDF></x:xmpmeta>";
  }

  private static String laughs() {
    StringBuilder types = new StringBuilder("<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 12; i++) {
      types.append("<!ENTITY a").append(i).append(" '");
      types.append(("&a" + (i - 1) + ";").repeat(10)).append("'>");
    }
    return types + "]>" + packet("<xmp:CreatorTool>&a11;</xmp:CreatorTool>");
  }

  private static byte[] largeXmp() {
    Bits text = new Bits().text("XML:com.adobe.xmp\0\0\0\0\0");
    return Bits.withChunk(
        Drawn.png(300, 200), "iTXt", text.text(packet(" ".repeat(2_000_000))).toByteArray());
  }

  private static byte[] tiffCircle() {
    byte[] tiff = Drawn.written(Drawn.scene(300, 200, 1), "tiff");
    boolean little = tiff[0] == 'I';
    Content content = new Content(tiff);
    int first = (int) (little ? content.u32Little(4) : content.u32(4));
    int count = little ? content.u16Little(first) : content.u16(first);
    Bits next = little ? new Bits().little(first, 4) : new Bits().big(first, 4);
    System.arraycopy(next.toByteArray(), 0, tiff, first + 2 + 12 * count, 4);
    return tiff;
  }

  private static byte[] heif(long size) {
    return new Bits().bytes(Heif.file("heic", 300, 200)).big(size, 4).text("free").toByteArray();
  }
}
