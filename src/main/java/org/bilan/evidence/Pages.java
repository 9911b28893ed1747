package org.bilan.evidence;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells whether two addresses are those of one page: as it is, its mobile or AMP form, with the
 * parameters that trackers add, or kept by an archive. What cannot be told, such as a shortened
 * address, stays as it is: two addresses are one page only when that is certain.
 */
final class Pages {

  /** Wrapped pages: the address inside is the second part of what matches. */
  private static final List<Pattern> WRAPPED =
      patterns(
          // Archives that keep the address in their own: Wayback Machine, archive.today, caches.
          "^(?:web\\.|wayback\\.)?archive\\.org/(?:web|wayback)/[0-9*]+[a-z_]*/(.+)$",
          "^archive\\.(?:today|ph|is|li|vn|md|fo)/(?:o/\\w+|[0-9.\\-]{4,})/(.+)$",
          "^webcache\\.googleusercontent\\.com/search\\?(?:.*&)?q=cache:(?:[\\w-]*:)?([^&+]+).*$",
          // AMP caches (AMP Project, "AMP Cache URL Format").
          "^(?:[^/]+\\.)?google\\.[a-z.]+/amp/(?:s/)?(.+)$",
          "^[^/]+\\.cdn\\.ampproject\\.org/[a-z]/(?:s/)?(.+)$",
          // Redirections that name where they lead.
          "^(?:[^/]+\\.)?google\\.[a-z.]+/url\\?(?:.*&)?(?:q|url)=([^&]+).*$",
          "^lm?\\.facebook\\.com/l\\.php\\?(?:.*&)?u=([^&]+).*$");

  private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://");

  /** Forms of one site for telephones and quick display. */
  private static final Pattern FORM =
      Pattern.compile("^(?:(?:www\\d?|m|mobile|amp|touch)\\.)+(?=[^.]+\\.)");

  private static final Pattern AMP_PATH =
      Pattern.compile("^(?:/amp(?=/))|(?:/amp|\\.amp|/amp\\.html|/index\\.(?:html?|php))$");

  /** Parameters that tell from where a reader came, or the form of display; never which page. */
  private static final Pattern TRACKING =
      Pattern.compile(
          "^(?:utm_.*|.*clid|mc_[ce]id|igshid?|_ga|_gl|ref|ref_src|ref_url|referrer|cmpid|ocid"
              + "|smid|sh|feature|amp|amp_.*|output|outputtype|ns_.*|at_.*|xtor|share|shared)$");

  /** Sites that are reached by several names. */
  private static final Map<String, String> SITES =
      Map.of(
          "twitter.com", "x.com",
          "nitter.net", "x.com",
          "youtu.be", "youtube.com",
          "telegram.me", "t.me",
          "fb.com", "facebook.com");

  private static final Set<String> POSTS = Set.of("x.com", "t.me");

  /** How many wrappings are taken off: an archive of an AMP page, and one to spare. */
  private static final int WRAPPINGS = 3;

  private Pages() {}

  private static List<Pattern> patterns(String... patterns) {
    return Arrays.stream(patterns).map(Pattern::compile).toList();
  }

  /**
   * The one form of a page's address, without its scheme; empty for what names no page: no host, or
   * a site's front page, which says something else every day.
   */
  static Optional<String> canonical(String address) {
    String rest = unwrapped(address.strip());
    try {
      URI uri = new URI("http://" + rest).normalize();
      return uri.getHost() == null ? Optional.empty() : page(uri);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String unwrapped(String address) {
    String rest = bare(address);
    for (int i = 0; i < WRAPPINGS; i++) {
      String outer = rest;
      for (Pattern wrapped : WRAPPED) {
        Matcher matcher = wrapped.matcher(outer);
        if (matcher.matches()) {
          rest = bare(decoded(matcher.group(1)));
        }
      }
      if (rest.equals(outer)) {
        return rest;
      }
    }
    return rest;
  }

  private static String bare(String address) {
    String rest = SCHEME.matcher(address).replaceFirst("");
    int fragment = rest.indexOf('#');
    return fragment < 0 || route(rest, fragment) ? rest : rest.substring(0, fragment);
  }

  /** Behind {@code #/} and {@code #!} some sites keep their pages apart. */
  private static boolean route(String address, int fragment) {
    return address.startsWith("#/", fragment) || address.startsWith("#!", fragment);
  }

  private static String decoded(String text) {
    try {
      return text.contains("%3A") || text.contains("%2F") || text.contains("%3a")
          ? URLDecoder.decode(text, StandardCharsets.UTF_8)
          : text;
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static Optional<String> page(URI uri) {
    String host = FORM.matcher(uri.getHost().toLowerCase(Locale.ROOT)).replaceFirst("");
    host = SITES.getOrDefault(host, host);
    String path = path(host, uri.getPath() == null ? "" : uri.getPath());
    // A post is known by its number alone.
    String query = POSTS.contains(host) ? "" : query(uri.getRawQuery());
    if (host.equals("youtube.com") && query.isEmpty() && path.matches("/(?:shorts/)?[\\w-]{11}")) {
      query = "?v=" + path.substring(path.lastIndexOf('/') + 1);
      path = "/watch";
    }
    String page = path + query + (uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment());
    return page.isEmpty() ? Optional.empty() : Optional.of(host + page);
  }

  private static String path(String host, String path) {
    String plain = path.replaceAll("/{2,}", "/").replaceFirst("/$", "");
    plain = AMP_PATH.matcher(plain).replaceAll("").replaceFirst("/$", "");
    if (POSTS.contains(host)) {
      // A post has a number; names differ in case, and a channel has a form for previews.
      plain = plain.toLowerCase(Locale.ROOT).replaceFirst("^/s/", "/");
      plain = plain.replaceFirst("^/(?:i/web|i|[^/]+)/status(?:es)?/(\\d+).*$", "/status/$1");
    }
    return plain;
  }

  private static String query(String raw) {
    if (raw == null || raw.isEmpty()) {
      return "";
    }
    String kept =
        Arrays.stream(raw.split("[&;]"))
            .filter(parameter -> !parameter.isEmpty())
            .filter(parameter -> !tracking(parameter))
            .sorted()
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }

  private static boolean tracking(String parameter) {
    String[] parts = parameter.toLowerCase(Locale.ROOT).split("=", 2);
    // A number refers to what is shown: an article, not where its reader came from.
    boolean number = parts[0].equals("ref") && parts.length > 1 && parts[1].matches("\\d+");
    return !number && TRACKING.matcher(parts[0]).matches();
  }
}
