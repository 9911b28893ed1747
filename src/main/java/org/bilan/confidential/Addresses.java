package org.bilan.confidential;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses that must not be read, wherever and in whatever form they stand. */
final class Addresses {

  // Bounded, so that no text makes a search long.
  private static final Pattern IN_TEXT =
      Pattern.compile(
          "(?i)(?:urn:bilan:confidential:|[a-z][a-z0-9+.-]{0,20}://|www\\.)[^\\s<>\"«»“”]*"
              + "[^\\s<>\"«»“”.,;:!?')\\]’]");

  /** Stands for an address that is nobody's, but holds a name. */
  private static final String NAMING = Pseudonym.ADDRESS + "withheld";

  private static final Pattern SCHEME = Pattern.compile("^[a-z][a-z0-9+.-]{0,20}:(?://)?");
  private static final Pattern FORM = Pattern.compile("^(?:(?:www|m|mobile|amp)\\.)+");

  private final Map<String, Pseudonym> known = new HashMap<>();
  private final Words words;

  /**
   * @param words that no address may hold either
   */
  Addresses(Words words) {
    this.words = words;
  }

  void hide(String address, Pseudonym instead) {
    String bare = address.startsWith(Pseudonym.ADDRESS) ? "" : bare(decoded(address));
    if (!bare.isEmpty() && known.putIfAbsent(bare, instead) == null && bare.length() > 7) {
      // Also where it stands without its scheme.
      words.hideSpelt(bare, language -> instead.address());
    }
  }

  /** What stands instead of an address; empty: it may be told. */
  Optional<Pseudonym> instead(String address) {
    String plain = decoded(address);
    int inner = plain.lastIndexOf("://");
    Pseudonym found = known(plain);
    // Archives keep the address in their own.
    if (found == null && inner > 0) {
      found = known(plain.substring(inner + 3));
    }
    return Optional.ofNullable(found);
  }

  /** Whether an address is hidden or holds a name that is. */
  boolean tells(String address) {
    return !address.startsWith(Pseudonym.ADDRESS)
        && (instead(address).isPresent() || words.in(decoded(address)));
  }

  private Pseudonym known(String address) {
    String bare = bare(address);
    Pseudonym found = known.get(bare);
    int query = bare.indexOf('?');
    boolean parts = found == null && query > 0 && bare.indexOf('/') > 0;
    return parts ? known.get(withoutSlashes(bare.substring(0, query))) : found;
  }

  /**
   * A text with its addresses redacted, and what stands between them by other means.
   *
   * @param between redacts what is no address
   */
  String redacted(String text, UnaryOperator<String> between) {
    StringBuilder redacted = new StringBuilder();
    int end = 0;
    for (Matcher found = IN_TEXT.matcher(text); found.find(); end = found.end()) {
      redacted.append(between.apply(text.substring(end, found.start())));
      String address = found.group();
      redacted.append(
          tells(address) ? instead(address).map(Pseudonym::address).orElse(NAMING) : address);
    }
    return end == 0
        ? between.apply(text)
        : redacted.append(between.apply(text.substring(end))).toString();
  }

  /** An address as it is compared: without scheme, fragment, and the forms of one site. */
  private static String bare(String address) {
    String rest = SCHEME.matcher(address.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    rest = FORM.matcher(rest).replaceFirst("");
    int fragment = rest.indexOf('#');
    return withoutSlashes(fragment < 0 ? rest : rest.substring(0, fragment));
  }

  private static String withoutSlashes(String address) {
    int end = address.length();
    while (end > 0 && address.charAt(end - 1) == '/') {
      end--;
    }
    return address.substring(0, end);
  }

  private static String decoded(String address) {
    try {
      return address.contains("%") ? URLDecoder.decode(address, StandardCharsets.UTF_8) : address;
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
