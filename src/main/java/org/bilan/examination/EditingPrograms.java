package org.bilan.examination;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The programs that are known to change pictures, or to make them. A camera's own software stands
 * in the same fields, so a program is told as an editor by its name only: one that is not here is
 * told as what wrote the file, and no more.
 *
 * <p>Names that cameras and telephones have too stand here with the product's: DxO made a camera,
 * and one telephone's firmware is called topaz.
 */
final class EditingPrograms {

  private static final List<String> NAMES =
      List.of(
          "acdsee",
          "adobe",
          "affinity",
          "befunky",
          "camera raw",
          "canva",
          "capture one",
          "corel",
          "coreldraw",
          "dall-e",
          "darktable",
          "dxo filmpack",
          "dxo nik",
          "dxo optics pro",
          "dxo opticspro",
          "dxo photolab",
          "dxo pureraw",
          "dxo viewpoint",
          "faceapp",
          "facetune",
          "fotor",
          "gigapixel ai",
          "gimp",
          "imagemagick",
          "inkscape",
          "irfanview",
          "krita",
          "lightroom",
          "luminar",
          "luminarai",
          "meitu",
          "midjourney",
          "paint shop",
          "paint.net",
          "paintshop",
          "paintshoppro",
          "photofiltre",
          "photopea",
          "photos editor",
          "photoscape",
          "photoshop",
          "picasa",
          "picsart",
          "pixelmator",
          "pixlr",
          "polarr",
          "rawtherapee",
          "remini",
          "snapseed",
          "stable diffusion",
          "topaz denoise",
          "topaz gigapixel",
          "topaz labs",
          "topaz photo",
          "topaz sharpen",
          "topaz studio",
          "topaz video",
          "vsco",
          "windows photo",
          "xnview",
          "xnviewmp");

  /** Whole words; a version may follow at once, as in "Picasa3". */
  private static final Pattern KNOWN =
      Pattern.compile(
          NAMES.stream()
              .map(Pattern::quote)
              .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?!\\p{L})")),
          Pattern.CASE_INSENSITIVE);

  private EditingPrograms() {}

  /**
   * Whether a program is one of these, by its name as the file has it.
   *
   * @param camera maker and model of the device, or nothing: what is called like it is its own
   *     firmware
   */
  static boolean isKnown(String name, String camera) {
    return words(name).anyMatch(word -> words(camera).noneMatch(word::equals));
  }

  private static Stream<String> words(String name) {
    return KNOWN.matcher(name).results().map(found -> found.group().toLowerCase(Locale.ROOT));
  }
}
