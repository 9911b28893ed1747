package org.bilan.examination;

/** HEIF files, without the picture. */
final class Heif {

  private Heif() {}

  static byte[] file(String brand, int wide, int high) {
    byte[] size = new Bits().big(0, 4).big(wide, 4).big(high, 4).toByteArray();
    byte[] properties =
        new Bits().box("ipco", new Bits().box("ispe", size).toByteArray()).toByteArray();
    byte[] meta =
        new Bits()
            .big(0, 4)
            .box("hdlr", new Bits().big(0, 8).text("pict").bytes(new byte[13]).toByteArray())
            .box("pitm", new Bits().big(0, 4).big(1, 2).toByteArray())
            .box("iprp", properties)
            .toByteArray();
    return new Bits()
        .box("ftyp", new Bits().text(brand).big(0, 4).text("mif1").text(brand).toByteArray())
        .box("meta", meta)
        .box("mdat", new byte[200])
        .toByteArray();
  }
}
