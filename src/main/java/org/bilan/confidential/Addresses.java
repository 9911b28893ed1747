package org.bilan.confidential;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses that must not be read, wherever and in whatever form they stand. */
final class Addresses {

  // Bounded, so that no text makes a search long.
  private static final Pattern IN_TEXT =
      Pattern.compile(
          "(?i)(?:urn:bilan:confidential:|[a-z][a-z0-9+.-]{0,20}:(?://|\\\\\\\\)|https?:/|www\\.)"
              + "[^\\s<>\"«»“”]*[^\\s<>\"«»“”.,;:!?')\\]’]");

  /** The same without its scheme: a host, and something on it. */
  private static final Pattern WITHOUT_SCHEME =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.-])[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,9}\\.?(?::[0-9]{1,5})?"
              + "[/\\\\?][^\\s<>\"«»“”]*[^\\s<>\"«»“”.,;:!?')\\]’]");

  /** Stands for an address that is nobody's, but holds a name. */
  private static final String NAMING = Pseudonym.ADDRESS + "withheld";

  private static final Pattern SCHEME =
      Pattern.compile("^(?:[a-z][a-z0-9+.-]{0,20}:(?=/|[^0-9])/{0,3}|/+)");

  private static final Pattern USER = Pattern.compile("^[^/?@]{0,200}@(?=[^/?]+[/?])");
  private static final Pattern PORT =
      Pattern.compile("^([^/?:]{1,255}?)\\.?(?::[0-9]{0,5})?(?=[/?]|$)");
  private static final Pattern SLASHES = Pattern.compile("/{2,}");
  private static final Pattern ENCODED = Pattern.compile("(?:%[0-9a-fA-F]{2})+");
  private static final int MOST_ENCODED = 3;
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
    Pseudonym found = known(plain);
    // Archives keep the address in their own.
    int inner = Math.max(plain.lastIndexOf(":/"), plain.lastIndexOf(":\\"));
    if (found == null && inner > 0) {
      found = known(plain.substring(inner + 1));
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

  /** A text without addresses that are hidden, and without hidden words. */
  String redacted(String text, Locale language) {
    BitSet inside = new BitSet();
    for (Matcher found = IN_TEXT.matcher(text); found.find(); ) {
      inside.set(found.start(), found.end());
    }
    if (inside.isEmpty()) {
      return between(text, language);
    }
    // A name may begin in an address and end after it, or have one in it: <a href="…">.
    String whole =
        words.redacted(
            text,
            language,
            (from, to) -> {
              int first = inside.nextSetBit(from);
              return first >= 0 && first < to && inside.nextClearBit(from) < to;
            });
    StringBuilder redacted = new StringBuilder();
    int end = 0;
    for (Matcher found = IN_TEXT.matcher(whole); found.find(); end = found.end()) {
      redacted.append(between(whole.substring(end, found.start()), language));
      String address = found.group();
      redacted.append(
          tells(address) ? instead(address).map(Pseudonym::address).orElse(NAMING) : address);
    }
    return redacted.append(between(whole.substring(end), language)).toString();
  }

  private String between(String text, Locale language) {
    String redacted =
        known.isEmpty()
            ? text
            : WITHOUT_SCHEME
                .matcher(text)
                .replaceAll(
                    found ->
                        Matcher.quoteReplacement(
                            instead(found.group()).map(Pseudonym::address).orElse(found.group())));
    return words.redacted(redacted, language, (from, to) -> true);
  }

  /**
   * An address as it is compared: without scheme, user, port, fragment, and the forms of one site;
   * the path without detours.
   */
  private static String bare(String address) {
    String rest = address.strip().toLowerCase(Locale.ROOT).replace('\\', '/');
    rest = SCHEME.matcher(rest).replaceFirst("");
    int fragment = rest.indexOf('#');
    rest = USER.matcher(fragment < 0 ? rest : rest.substring(0, fragment)).replaceFirst("");
    rest = FORM.matcher(PORT.matcher(rest).replaceFirst("$1")).replaceFirst("");
    int query = rest.indexOf('?');
    String path = straight(query < 0 ? rest : rest.substring(0, query));
    return query < 0 ? path : withoutSlashes(path + rest.substring(query));
  }

  private static String straight(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : SLASHES.matcher(path).replaceAll("/").split("/")) {
      if (part.equals("..")) {
        // Not the host.
        if (parts.size() > 1) {
          parts.removeLast();
        }
      } else if (!part.equals(".")) {
        parts.addLast(part);
      }
    }
    return withoutSlashes(String.join("/", parts));
  }

  private static String withoutSlashes(String address) {
    int end = address.length();
    while (end > 0 && address.charAt(end - 1) == '/') {
      end--;
    }
    return address.substring(0, end);
  }

  /** With each %-sign decoded that means something, also where that was done twice. */
  private static String decoded(String address) {
    String decoded = address;
    for (int i = 0; i < MOST_ENCODED && decoded.contains("%"); i++) {
      decoded =
          ENCODED
              .matcher(decoded)
              .replaceAll(
                  found ->
                      Matcher.quoteReplacement(
                          URLDecoder.decode(found.group(), StandardCharsets.UTF_8)));
    }
    return decoded;
  }
}
