package org.bilan.archive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.bilan.ledger.Chain;
import org.bilan.people.Secret;

/** The archive for a command, by the environment; also beside a service that runs. */
public final class CommandArchive {

  /** Who reads, who writes, who says that it is there, and one more. */
  private static final int MOST_AT_ONCE = 4;

  private final Database database;
  private final Secret secret;
  private final Optional<Path> pictureFolder;
  private DataSource pool;

  private CommandArchive(Database database, Secret secret, Optional<Path> pictureFolder) {
    this.database = database;
    this.secret = secret;
    this.pictureFolder = pictureFolder;
  }

  /**
   * The archive that a service has begun, with its secret.
   *
   * @throws io.quarkus.runtime.PreventFurtherStepsException with a sentence for people, when there
   *     is none, or the secret is another one
   */
  public static CommandArchive begun(Function<String, String> environment) {
    DatabaseSettings settings = settings(environment);
    if (settings.home() != null && !Files.exists(settings.home().resolve("secret"))) {
      throw none(settings.home().toString());
    }
    try {
      CommandArchive archive = open(environment);
      archive.check();
      return archive;
    } catch (BackupRefused refused) {
      throw CannotStart.because("%s", refused.getMessage());
    } catch (ArchiveFailure failure) {
      throw CannotStart.because("Its archive cannot be opened: %s", failure.getMessage());
    }
  }

  /** The archive and its secret, as a service that were started here would find them. */
  public static CommandArchive open(Function<String, String> environment) throws BackupRefused {
    Secret secret = secret(environment);
    return new CommandArchive(
        settings(environment).shared(),
        secret,
        Optional.ofNullable(setting(environment, "bilan.pictures.folder")).map(Path::of));
  }

  /** The secret alone. None is made: it would not be the one of any archive. */
  public static Secret secret(Function<String, String> environment) throws BackupRefused {
    DatabaseSettings settings = settings(environment);
    Optional<String> secret = Optional.ofNullable(setting(environment, "bilan.secret"));
    if (secret.isEmpty() && settings.home() != null) {
      if (!Files.exists(settings.home().resolve("secret"))) {
        throw new BackupRefused(
            "There is no secret in %s. Copy the file secret of the archive's home there, or set"
                + " BILAN_SECRET, or BILAN_HOME to another home.",
            settings.home());
      }
      secret = Optional.of(settings.generatedSecret());
    }
    return DatabaseSettings.secret(secret);
  }

  private static DatabaseSettings settings(Function<String, String> environment) {
    return DatabaseSettings.of(name -> setting(environment, name));
  }

  private static String setting(Function<String, String> environment, String name) {
    String value = environment.apply(name.toUpperCase(Locale.ROOT).replace('.', '_'));
    return value == null || value.isBlank() ? null : value.strip();
  }

  private void check() {
    boolean there =
        Jdbc.ask(
                service(),
                connection ->
                    Jdbc.first(
                        connection,
                        row -> row,
                        "select 1 where to_regclass('flyway_schema_history') is not null"))
            .isPresent();
    if (!there) {
      throw none(place());
    }
    checkTables();
    if (!new Installation(service()).begunWith(secret.derive(Installation.CHECK))) {
      throw CannotStart.because("%s", Installation.OTHER_SECRET);
    }
  }

  /**
   * A command neither makes tables nor changes them: the service does, when it starts. A login of
   * few rights may not read how old they are: it learns that when it asks for what is not there.
   */
  private void checkTables() {
    Optional<String> schema = Jdbc.ask(owner(), Tables::schemaIfReadable);
    if (schema.isEmpty()) {
      return;
    }
    int here = Integer.parseInt(schema.get());
    int known = Integer.parseInt(Migrations.newest());
    if (here < known) {
      throw CannotStart.because(
          "The archive in %s is of an older Bilan (tables %d, this one needs %d): start this"
              + " version's service once, which brings them up to date.",
          place(), here, known);
    }
    if (here > known) {
      throw CannotStart.because(
          "The archive in %s is of a newer Bilan (tables %d, this one knows %d): use that version.",
          place(), here, known);
    }
  }

  private static RuntimeException none(String place) {
    return CannotStart.because(
        "There is no archive yet in %s: start the service once, which makes it.", place);
  }

  public Secret secret() {
    return secret;
  }

  /** The database in words, without a password. */
  public String place() {
    return database.place();
  }

  public Ledger ledger() {
    return new Ledger(service(), chain());
  }

  public Snapshots snapshots() {
    return new Snapshots(service());
  }

  public People people() {
    return new People(service(), ledger());
  }

  public Rulesets rulesets() {
    return new Rulesets(busy(), ledger());
  }

  public Rescorings rescorings() {
    return new Rescorings(busy(), ledger());
  }

  public DossierImports imports() {
    return new DossierImports(busy(), ledger(), secret);
  }

  public PictureFiles pictureFiles() {
    return new PictureFiles(busy(), ledger(), secret, pictureFolder);
  }

  /** Where the originals of pictures are that the database does not hold. */
  public Optional<Path> pictureFolder() {
    return pictureFolder;
  }

  public Appearances appearances() {
    return new Appearances(busy(), ledger());
  }

  public RescoringAccounts rescoringAccounts() {
    return new RescoringAccounts(busy());
  }

  public RescoringChunks rescoringChunks() {
    return new RescoringChunks(busy(), ledger(), secret);
  }

  public Tokens tokens() {
    return new Tokens(service(), ledger());
  }

  Database database() {
    return database;
  }

  DataSource owner() {
    return database.connections(database.owner());
  }

  Chain chain() {
    return new Chain(secret.derive("bilan-ledger"));
  }

  private DataSource service() {
    return database.connections(database.service());
  }

  /** For what asks again and again. */
  private synchronized DataSource busy() {
    if (pool == null) {
      pool = database.pool(database.service(), MOST_AT_ONCE);
    }
    return pool;
  }
}
