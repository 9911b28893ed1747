package org.bilan.access;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.EnumSet;
import java.util.Optional;
import org.bilan.archive.Installation;
import org.bilan.archive.People;
import org.bilan.ledger.Actor;
import org.bilan.people.Role;
import org.bilan.people.Secret;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What must be so before anybody is let in: the secret is the archive's, and somebody can log in.
 * On a machine of one's own that needs no configuration; a service that others can reach demands
 * it.
 */
@ApplicationScoped
public class FirstStart {

  /** The login that is made when there is none. */
  public static final String ADMIN = "admin";

  /** Before requests are answered, and before rules are read, which takes longer. */
  private static final int EARLY = 100;

  private final Installation installation;
  private final People people;
  private final Passwords passwords;
  private final Secret secret;
  private final String host;
  private final boolean secretConfigured;
  private final Optional<String> configured;

  FirstStart(
      Installation installation,
      People people,
      Passwords passwords,
      Secret secret,
      @ConfigProperty(name = "bilan.secret.configured", defaultValue = "true")
          boolean secretConfigured,
      @ConfigProperty(name = "quarkus.http.host") String host,
      @ConfigProperty(name = "bilan.admin.password") Optional<String> configured) {
    this.installation = installation;
    this.people = people;
    this.passwords = passwords;
    this.secret = secret;
    this.secretConfigured = secretConfigured;
    this.host = host;
    this.configured = configured.filter(password -> !password.isBlank());
  }

  void check(@Observes @Priority(EARLY) StartupEvent started) {
    if (!secretConfigured && !loopback(host)) {
      throw refused(
          "Bilan cannot start. Other machines can reach it (%s): set BILAN_SECRET, %d characters or"
                  .formatted(host, Secret.LEAST)
              + " more. An archive that was begun without one has it in the file secret of its home.");
    }
    if (!installation.begunWith(secret.derive(Installation.CHECK))) {
      throw refused("Bilan cannot start. " + Installation.OTHER_SECRET);
    }
    if (people.none()) {
      createAdmin();
    }
  }

  private void createAdmin() {
    if (configured.isEmpty() && !loopback(host)) {
      throw refused(
          "Bilan cannot start. Other machines can reach it (%s), and nobody has a login yet: set"
                  .formatted(host)
              + " BILAN_ADMIN_PASSWORD, %d characters or more, for the first one (%s)."
                  .formatted(Passwords.LEAST, ADMIN));
    }
    configured.ifPresent(
        password -> {
          String fault = Passwords.fault(password, ADMIN);
          if (fault != null) {
            throw refused(
                "Bilan cannot start. BILAN_ADMIN_PASSWORD is not a password that it takes. Expected: "
                    + fault
                    + ".");
          }
        });
    String password = configured.orElseGet(passwords::generate);
    // Two services that start at once on an empty database both come here; one of them is first.
    boolean first =
        people.create(
            ADMIN, EnumSet.allOf(Role.class), Optional.of(passwords.hash(password)), Actor.SERVICE);
    if (first && configured.isEmpty()) {
      // At once: were the start to fail after this, nobody would ever get to know it.
      // Not to standard output, which may be a log.
      System.err.printf(
          "First start: log in as %s with the password %s - it is shown this once.%n"
              + "Others get logins of their own with the command: user add NAME --role reporter%n",
          ADMIN, password);
    }
  }

  /** Whether only this machine reaches a service that listens there. */
  static boolean loopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static IllegalStateException refused(String message) {
    // As a cause, its message alone is told to people. Thrown by itself it would end all quietly.
    return new IllegalStateException(message, new PreventFurtherStepsException(message, 1));
  }
}
