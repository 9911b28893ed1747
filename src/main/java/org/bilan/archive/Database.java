package org.bilan.archive;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalConnectionPoolConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the archive is: a JDBC address and who logs in.
 *
 * @param url the JDBC address
 * @param service who logs in to work; needs no more rights than {@code R__grants.sql} gives
 * @param owner who logs in to make and change tables; the same as the service if nobody else is
 *     named
 * @param place the database in words, for people and logs; never with a password
 */
record Database(String url, Login service, Login owner, String place) {

  /**
   * A login of the database.
   *
   * @param username empty if the address says so itself
   * @param password empty if there is none, or the address has it
   */
  record Login(String username, String password) {}

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
   * @param given overrides the user and the password of the address, where not null
   * @param owner who owns the tables; without a name it is who works with them
   */
  static Database at(String address, Login given, Login owner) {
    if (address.startsWith("jdbc:postgresql:")) {
      Login service = new Login(orEmpty(given.username), orEmpty(given.password));
      return new Database(
          address, service, orService(owner, service), "PostgreSQL at " + place(address));
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
    Login service =
        new Login(
            given.username != null ? given.username : decoded(libpq.group("user")),
            given.password != null ? given.password : decoded(libpq.group("password")));
    return new Database(url, service, orService(owner, service), "PostgreSQL at " + place(url));
  }

  private static Login orService(Login owner, Login service) {
    if (owner.username != null && owner.password == null) {
      throw CannotStart.because("DATABASE_OWNER is set: set DATABASE_OWNER_PASSWORD as well.");
    }
    return owner.username == null ? service : new Login(owner.username, owner.password);
  }

  /** The service's login as a statement spells it. */
  String grantee() {
    return service.username.isEmpty()
        ? "current_user"
        : '"' + service.username.replace("\"", "\"\"") + '"';
  }

  /** Connections for one of the logins, as they are asked for; without a pool. */
  DataSource connections(Login login) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    if (!login.username.isEmpty()) {
      source.setUser(login.username);
      source.setPassword(login.password);
    }
    source.setConnectTimeout(5);
    return source;
  }

  /**
   * Connections for one of the logins that are used again, for who asks often: to begin one takes
   * longer than most questions. They end with the process.
   *
   * @param most at once
   */
  DataSource pool(Login login, int most) {
    AgroalConnectionPoolConfigurationSupplier pool =
        new AgroalConnectionPoolConfigurationSupplier().maxSize(most);
    pool.acquisitionTimeout(Duration.ofSeconds(10));
    // Those that died with a database that was away are found out before anybody is given one.
    pool.connectionValidator(ConnectionValidator.defaultValidator()).validateOnBorrow(true);
    pool.connectionFactoryConfiguration()
        .connectionProviderClass(Driver.class)
        .jdbcUrl(url)
        .jdbcProperty("connectTimeout", "5")
        // Who is stopped, or cut off, in the middle must not hold up others for ever.
        .jdbcProperty("socketTimeout", "90")
        .jdbcProperty("tcpKeepAlive", "true")
        .jdbcProperty(
            "options",
            "-c statement_timeout=60s -c lock_timeout=5s"
                + " -c idle_in_transaction_session_timeout=60s")
        // At once: documents are not to be spelt in hexadecimal digits.
        .jdbcProperty("prepareThreshold", "-1");
    if (!login.username.isEmpty()) {
      pool.connectionFactoryConfiguration()
          .principal(new NamePrincipal(login.username))
          .credential(new SimplePassword(login.password));
    }
    try {
      return AgroalDataSource.from(
          new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool));
    } catch (SQLException e) {
      throw new ArchiveFailure(e);
    }
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
