package org.bilan.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import org.bilan.archive.Listing;

/**
 * Which page of a list is asked for.
 *
 * @param number from 0
 */
record Pages(UriInfo uri, int number, int size) {

  /** Beyond this, filters find things better than leafing does. */
  private static final int LAST = 1_000_000;

  /** Reads the parameters {@code page} and {@code size}. */
  static Pages of(UriInfo uri, Query query, int size, int mostSize) {
    return new Pages(
        uri,
        query.integer("page", 0, LAST).orElse(0),
        query.integer("size", 1, mostSize).orElse(size));
  }

  /** The page as it is sent, with the way to its neighbours. */
  <S, T> Page<T> of(Listing<S> listing, Function<S, T> shown) {
    boolean more = (number + 1L) * size < listing.total();
    return new Page<>(
        listing.items().stream().map(shown).toList(),
        number,
        size,
        listing.total(),
        number > 0 ? Optional.of(address(number - 1)) : Optional.empty(),
        more && number < LAST ? Optional.of(address(number + 1)) : Optional.empty());
  }

  /**
   * One page of a list.
   *
   * @param total how many there are on all pages
   * @param next where the next page is; absent on the last one
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Page<T>(
      List<T> items,
      int page,
      int size,
      long total,
      Optional<String> previous,
      Optional<String> next) {}

  private String address(int page) {
    StringJoiner query = new StringJoiner("&");
    uri.getQueryParameters()
        .forEach(
            (name, values) -> {
              if (!name.equals("page") && !name.equals("size")) {
                values.forEach(value -> query.add(name + "=" + encoded(value)));
              }
            });
    query.add("page=" + page).add("size=" + size);
    return uri.getRequestUri().getRawPath() + "?" + query;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
