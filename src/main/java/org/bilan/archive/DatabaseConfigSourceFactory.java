package org.bilan.archive;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Tells Quarkus which database to use: that of {@code DATABASE_URL}, or else an embedded PostgreSQL
 * in the Bilan home, which is started when its address is first asked for.
 *
 * <p>Properties: {@code bilan.database.url}, {@code .username}, {@code .password}, {@code .place},
 * {@code .owner.url}, {@code .owner.username} and {@code .owner.password} if that is another login,
 * {@code .grantee} (the service's login as SQL spells it); and {@code bilan.secret}, if it is not
 * configured and there is a home to keep one in ({@code bilan.secret.configured} tells which).
 */
public final class DatabaseConfigSourceFactory implements ConfigSourceFactory {

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    DatabaseSettings settings = DatabaseSettings.of(name -> setting(context, name));
    return List.of(new Source(settings, setting(context, "bilan.secret") != null));
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
    private final DatabaseSettings settings;
    private final boolean configured;
    private Database database;
    private RuntimeException refusal;

    Source(DatabaseSettings settings, boolean secretConfigured) {
      this.settings = settings;
      this.configured = secretConfigured;
    }

    @Override
    public String getValue(String property) {
      if (property.equals("bilan.secret")) {
        return settings.generatedSecret();
      }
      if (property.equals("bilan.secret.configured")) {
        return String.valueOf(configured);
      }
      if (!property.startsWith(PREFIX)) {
        return null;
      }
      return switch (property.substring(PREFIX.length())) {
        case "url" -> database().url();
        case "username" -> database().service().username();
        case "password" -> database().service().password();
        case "owner.url" -> ownedByAnother() ? database().url() : null;
        case "owner.username" -> ownedByAnother() ? database().owner().username() : null;
        case "owner.password" -> ownedByAnother() ? database().owner().password() : null;
        case "grantee" -> database().grantee();
        case "place" -> database().place();
        default -> null;
      };
    }

    /** Else the tables are made by who works with them: the address may hold that login itself. */
    private boolean ownedByAnother() {
      return !database().owner().equals(database().service());
    }

    /** Found, or refused, once: Quarkus asks for each property several times. */
    private synchronized Database database() {
      if (refusal != null) {
        throw refusal;
      }
      try {
        if (database == null) {
          database = settings.claimed();
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
