package org.bilan.archive;

import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether the archive can be used. In place of the check that Quarkus has, which waits for a
 * database that hangs for as long as a writer would.
 */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
class Readiness implements HealthCheck {

  private final DataSource lookUps;
  private final Breaker breaker;

  Readiness(
      @io.quarkus.agroal.DataSource(LookUps.CONNECTIONS) DataSource connections, LookUps lookUps) {
    this.lookUps = connections;
    this.breaker = lookUps.breaker();
  }

  @Override
  public HealthCheckResponse call() {
    boolean up = !breaker.open() && LookUps.answers(lookUps);
    if (!up) {
      breaker.failed();
    }
    return HealthCheckResponse.named("archive").status(up).build();
  }
}
