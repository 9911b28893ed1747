package org.bilan.examination;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The programs that are known to change pictures, or to make them. A camera's own software stands
 * in the same fields, so a program is told as an editor by its name only: one that is not here is
 * told as what wrote the file, and no more.
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
          "dall-e",
          "darktable",
          "dxo",
          "faceapp",
          "facetune",
          "firefly",
          "fotor",
          "gimp",
          "imagemagick",
          "inkscape",
          "irfanview",
          "krita",
          "lightroom",
          "luminar",
          "meitu",
          "midjourney",
          "paint shop",
          "paint.net",
          "paintshop",
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
          "topaz",
          "vsco",
          "windows photo",
          "xnview");

  private EditingPrograms() {}

  /** The program's name as the file has it, if it is one of these. */
  static Optional<String> known(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return NAMES.stream().anyMatch(lower::contains) ? Optional.of(name) : Optional.empty();
  }
}
