package org.bilan.examination;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the parts of a file are, found by walking through it without decoding. Sizes are checked as
 * they are met, so that nothing is decoded of a file that is too large.
 *
 * <p>What is decoded later is not the file, but a new one of the parts that pixels are made of:
 * neither profiles nor comments nor previews reach a decoder. Colours of wide gamuts look a little
 * duller so, and the same pixels come out on every machine.
 */
final class Anatomy {

  private final Format format;
  private final Limits limits;
  private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
  private final List<byte[]> xmp = new ArrayList<>();
  private final Kept pixels;
  private byte[] exif;
  private byte[] photoshop;
  private byte[] iptc;
  private String program;
  private boolean savedForWeb;
  private boolean credentials;
  private boolean decodable = true;
  private boolean turned;
  private int components;
  private int width;
  private int height;
  private int frames;
  private long end;

  Anatomy(Format format, Limits limits, int bytes) {
    this.pixels = new Kept(bytes);
    this.format = format;
    this.limits = limits;
  }

  /** A size that a header states, of the picture or a part of it. */
  void check(long wide, long high) throws RefusedFile {
    if (wide < 1 || high < 1) {
      throw new RefusedFile(Refusal.BROKEN);
    }
    if (Math.max(wide, high) > limits.side()) {
      throw new RefusedFile(Refusal.TOO_LONG_A_SIDE, Math.max(wide, high), (long) limits.side());
    }
    if (wide * high > limits.pixels()) {
      throw new RefusedFile(Refusal.TOO_MANY_PIXELS, wide * high, limits.pixels());
    }
  }

  /** The size of the picture. */
  void size(long wide, long high) throws RefusedFile {
    check(wide, high);
    width = (int) wide;
    height = (int) high;
  }

  /** One more frame or page. */
  void frame() throws RefusedFile {
    frames(frames + 1L);
  }

  /** So many frames or pages in all. */
  void frames(long count) throws RefusedFile {
    if (count > limits.frames()) {
      throw new RefusedFile(Refusal.TOO_MANY_FRAMES, count, (long) limits.frames());
    }
    frames = (int) Math.max(1, count);
  }

  void mark(Mark mark) {
    marks.add(mark);
  }

  /** The first one counts. */
  void exif(byte[] tiff) {
    exif = exif == null ? tiff : exif;
  }

  void xmp(byte[] packet) {
    if (xmp.size() < 4) {
      xmp.add(packet);
    }
  }

  void photoshop(byte[] resources) {
    photoshop = photoshop == null ? resources : photoshop;
  }

  void iptc(byte[] records) {
    iptc = iptc == null ? records : iptc;
  }

  void program(String name) {
    program = program == null ? name : program;
  }

  void savedForWeb() {
    savedForWeb = true;
  }

  void credentials() {
    credentials = true;
  }

  /** No library here reads its pixels. */
  void undecodable() {
    decodable = false;
  }

  /** Width and height are exchanged when it is shown. */
  void turned() {
    turned = true;
  }

  /** How many values a pixel has. */
  void components(int count) {
    components = count;
  }

  /** Where the picture ends in the file. */
  void end(long at) {
    end = at;
  }

  Format format() {
    return format;
  }

  Set<Mark> marks() {
    return marks;
  }

  List<byte[]> xmp() {
    return xmp;
  }

  /** What is decoded. */
  Kept pixels() {
    return pixels;
  }

  Optional<byte[]> exif() {
    return Optional.ofNullable(exif);
  }

  Optional<byte[]> photoshop() {
    return Optional.ofNullable(photoshop);
  }

  Optional<byte[]> iptc() {
    return Optional.ofNullable(iptc);
  }

  /** What the format itself has as the writing program. */
  Optional<String> program() {
    return Optional.ofNullable(program);
  }

  /** Whether it holds what only Photoshop's "Save for Web" writes. */
  boolean isSavedForWeb() {
    return savedForWeb;
  }

  boolean hasCredentials() {
    return credentials;
  }

  boolean isDecodable() {
    return decodable;
  }

  boolean isTurned() {
    return turned;
  }

  /** 0 when the format does not need them. */
  int components() {
    return components;
  }

  /** 0 as long as none was found. */
  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int frames() {
    return Math.max(1, frames);
  }

  /** 0 when it is not known. */
  long end() {
    return end;
  }
}
