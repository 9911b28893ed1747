package org.bilan.archive;

import io.quarkus.runtime.PreventFurtherStepsException;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.bilan.ledger.Chain;
import org.bilan.people.Secret;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What commands make by hand, made for the service. */
class ArchiveBeans {

  @Produces
  @Singleton
  Secret secret(@ConfigProperty(name = "bilan.secret") Optional<String> text) {
    try {
      return DatabaseSettings.secret(text);
    } catch (PreventFurtherStepsException reason) {
      // As a cause, its message is told to people. Thrown by itself here it would end all quietly.
      throw new IllegalStateException(reason.getMessage(), reason);
    }
  }

  @Produces
  @Singleton
  Ledger ledger(DataSource database, Secret secret) {
    return new Ledger(database, new Chain(secret.derive("bilan-ledger")));
  }

  @Produces
  @Singleton
  People people(DataSource database, Ledger ledger) {
    return new People(database, ledger);
  }

  @Produces
  @Singleton
  Rulesets rulesets(DataSource database, Ledger ledger) {
    return new Rulesets(database, ledger);
  }

  @Produces
  @Singleton
  Rescorings rescorings(DataSource database, Ledger ledger) {
    return new Rescorings(database, ledger);
  }

  @Produces
  @Singleton
  RescoringAccounts rescoringAccounts(DataSource database) {
    return new RescoringAccounts(database);
  }

  @Produces
  @Singleton
  RescoringChunks rescoringChunks(DataSource database, Ledger ledger, Secret secret) {
    return new RescoringChunks(database, ledger, secret);
  }

  @Produces
  @Singleton
  PictureFiles pictureFiles(
      DataSource database,
      Ledger ledger,
      Secret secret,
      @ConfigProperty(name = "bilan.pictures.folder") Optional<Path> folder) {
    return new PictureFiles(database, ledger, secret, folder);
  }

  @Produces
  @Singleton
  Appearances appearances(DataSource database, Ledger ledger) {
    return new Appearances(database, ledger);
  }

  @Produces
  @Singleton
  Tokens tokens(DataSource database, Ledger ledger) {
    return new Tokens(database, ledger);
  }

  @Produces
  @Singleton
  Sessions sessions(DataSource database, Ledger ledger) {
    return new Sessions(database, ledger);
  }

  @Produces
  @Singleton
  LookUps lookUps(
      @io.quarkus.agroal.DataSource(LookUps.CONNECTIONS) DataSource connections, Ledger ledger) {
    return LookUps.over(connections, ledger);
  }

  void end(@Disposes LookUps lookUps) {
    lookUps.breaker().end();
  }

  @Produces
  @Singleton
  Installation installation(DataSource database) {
    return new Installation(database);
  }
}
