package org.bilan.archive;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Tells Quarkus which database to use: that of {@code DATABASE_URL}, or else an embedded PostgreSQL
 * in the Bilan home, which is started when its address is first asked for.
 *
 * <p>Properties: {@code bilan.database.url}, {@code .username}, {@code .password}, {@code .place}.
 */
public final class DatabaseConfigSourceFactory implements ConfigSourceFactory {

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    String address = setting(context, "DATABASE_URL");
    String home = setting(context, "bilan.home"); // SmallRye finds BILAN_HOME under this name too
    if (address != null) {
      String user = setting(context, "DATABASE_USER");
      String password = setting(context, "DATABASE_PASSWORD");
      return List.of(new Source(() -> Database.at(address, user, password)));
    }
    Path directory =
        home == null ? Path.of(System.getProperty("user.home"), ".bilan") : Path.of(home);
    return List.of(new Source(() -> EmbeddedPostgres.in(directory.toAbsolutePath().normalize())));
  }

  /** A setting's value; null if it is absent or blank, as compose files leave variables blank. */
  private static String setting(ConfigSourceContext context, String name) {
    ConfigValue value = context.getValue(name);
    return value == null || value.getValue() == null || value.getValue().isBlank()
        ? null
        : value.getValue().strip();
  }

  private static final class Source implements ConfigSource {

    private static final String PREFIX = "bilan.database.";
    private final Supplier<Database> supplier;
    private Database database;
    private RuntimeException refusal;

    Source(Supplier<Database> supplier) {
      this.supplier = supplier;
    }

    @Override
    public String getValue(String property) {
      if (!property.startsWith(PREFIX)) {
        return null;
      }
      return switch (property.substring(PREFIX.length())) {
        case "url" -> database().url();
        case "username" -> database().username();
        case "password" -> database().password();
        case "place" -> database().place();
        default -> null;
      };
    }

    /** Found, or refused, once: Quarkus asks for each property several times. */
    private synchronized Database database() {
      if (refusal != null) {
        throw refusal;
      }
      try {
        if (database == null) {
          database = supplier.get();
        }
        return database;
      } catch (RuntimeException reason) {
        refusal = reason;
        throw reason;
      }
    }

    /** None, so that listing all properties (as the build does) starts no database. */
    @Override
    public Set<String> getPropertyNames() {
      return Set.of();
    }

    /** Below every other source: anybody may override these properties. */
    @Override
    public int getOrdinal() {
      return 0;
    }

    @Override
    public String getName() {
      return "Bilan's database";
    }
  }
}
