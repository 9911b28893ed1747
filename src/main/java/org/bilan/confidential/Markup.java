package org.bilan.confidential;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tags and entities of HTML, which whoever copies a page takes along. */
final class Markup {

  /** Bounded, so that no text makes a search long. */
  private static final int LONGEST_TAG = 500;

  private static final int LONGEST_ENTITY = 12;

  private static final Pattern ENTITY =
      Pattern.compile("&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,8}));");

  /** Letters with a sign are named by both: eacute. */
  private static final Pattern SIGNED =
      Pattern.compile("([a-zA-Z])(acute|grave|circ|tilde|cedil|caron|slash|uml|ring)");

  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("szlig", "ß"),
          Map.entry("aelig", "æ"),
          Map.entry("AElig", "Æ"),
          Map.entry("oelig", "œ"),
          Map.entry("OElig", "Œ"),
          Map.entry("thorn", "þ"),
          Map.entry("THORN", "Þ"),
          Map.entry("eth", "ð"),
          Map.entry("ETH", "Ð"),
          Map.entry("apos", "'"),
          Map.entry("lsquo", "‘"),
          Map.entry("rsquo", "’"),
          Map.entry("hyphen", "-"),
          Map.entry("dash", "-"),
          Map.entry("shy", "\u00AD"),
          Map.entry("zwj", "\u200D"),
          Map.entry("zwnj", "\u200C"));

  private Markup() {}

  /**
   * An entity.
   *
   * @param says the characters that it stands for; empty: none that words are made of
   */
  record Entity(String says, int to) {}

  /** Where the tag ends that begins here; -1: none does. */
  static int tag(String text, int from) {
    int second = from + 1 < text.length() ? text.charAt(from + 1) : ' ';
    if (text.charAt(from) != '<' || !Character.isLetter(second) && second != '/' && second != '!') {
      return -1;
    }
    int most = Math.min(text.length(), from + LONGEST_TAG);
    for (int i = from + 1; i < most; i++) {
      if (text.charAt(i) == '>') {
        return i + 1;
      } else if (text.charAt(i) == '<') {
        return -1;
      }
    }
    return -1;
  }

  /** The entity that begins here. */
  static Optional<Entity> entity(String text, int from) {
    if (text.charAt(from) != '&') {
      return Optional.empty();
    }
    int most = Math.min(text.length(), from + LONGEST_ENTITY);
    Matcher found = ENTITY.matcher(text).region(from, most);
    return found.lookingAt() ? Optional.of(new Entity(says(found), found.end())) : Optional.empty();
  }

  private static String says(Matcher entity) {
    if (entity.group(3) != null) {
      Matcher signed = SIGNED.matcher(entity.group(3));
      return signed.matches()
          ? signed.group(1) + sign(signed.group(2))
          : NAMED.getOrDefault(entity.group(3), "");
    }
    int character =
        entity.group(1) != null
            ? Integer.parseInt(entity.group(1))
            : Integer.parseInt(entity.group(2), 16);
    return Character.isValidCodePoint(character) ? Character.toString(character) : "";
  }

  private static String sign(String name) {
    return switch (name) {
      case "uml" -> "\u0308";
      case "ring" -> "\u030A";
      default -> "";
    };
  }
}
