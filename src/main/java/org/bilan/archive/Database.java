package org.bilan.archive;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the archive is: a JDBC address and who logs in.
 *
 * @param url the JDBC address
 * @param username who logs in, or empty if the address says so itself
 * @param password the password, or empty
 * @param place the database in words, for people and logs; never with a password
 */
record Database(String url, String username, String password, String place) {

  private static final String EXAMPLE = "postgres://user:password@host:5432/database";

  // What libpq and most hosters call a connection URI. Read by hand: java.net.URI stumbles over the
  // characters that people put into passwords.
  private static final Pattern LIBPQ =
      Pattern.compile(
          "postgres(?:ql)?://(?:(?<user>[^:@/?]*)(?::(?<password>[^/]*))?@)?(?<hosts>[^/?@]*)"
              + "(?:/(?<name>[^?]*))?(?:\\?(?<options>.*))?");

  /**
   * Reads a {@code DATABASE_URL}.
   *
   * @param address a JDBC address of PostgreSQL, or {@code postgres://user:password@host:port/name}
   * @param username overrides the user of the address, unless null
   * @param password overrides the password of the address, unless null
   */
  static Database at(String address, String username, String password) {
    if (address.startsWith("jdbc:postgresql:")) {
      return new Database(
          address, orEmpty(username), orEmpty(password), "PostgreSQL at " + place(address));
    }
    Matcher libpq = LIBPQ.matcher(address);
    if (!libpq.matches()) {
      // The address may hold a password, so it is not repeated here.
      throw CannotStart.because(
          "DATABASE_URL is not an address of PostgreSQL. Expected: %s or jdbc:postgresql://host:5432/database",
          EXAMPLE);
    }
    String hosts = orEmpty(libpq.group("hosts"));
    String options = libpq.group("options");
    String url =
        "jdbc:postgresql://"
            + (hosts.isEmpty() ? "localhost" : hosts)
            + "/"
            + orEmpty(libpq.group("name"))
            + (options == null ? "" : "?" + options);
    return new Database(
        url,
        username != null ? username : decoded(libpq.group("user")),
        password != null ? password : decoded(libpq.group("password")),
        "PostgreSQL at " + place(url));
  }

  private static String place(String jdbcUrl) {
    return jdbcUrl.replaceFirst("^jdbc:postgresql:(//)?", "").replaceFirst("\\?.*$", "");
  }

  /** Percent signs only: in this part of an address a plus is a plus. */
  private static String decoded(String text) {
    if (text == null) {
      return "";
    }
    try {
      return java.net.URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException aPercentSignOfItsOwn) {
      return text;
    }
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
