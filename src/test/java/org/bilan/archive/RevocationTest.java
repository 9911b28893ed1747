package org.bilan.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.bilan.access.Logins;
import org.bilan.ledger.Actor;
import org.bilan.people.Role;
import org.junit.jupiter.api.Test;

/** Whoever gets hold of the service's way into the database brings no token back. */
@QuarkusTest
class RevocationTest {

  private static final Actor ACTOR = new Actor("ana", "password", "127.0.0.1");

  @Inject Logins logins;
  @Inject DataSource database;

  @Test
  void aRevokedTokenStaysRevokedAndAnyOtherStaysWhoseItIs() throws SQLException {
    String name = "revoked-" + System.nanoTime();
    logins.addWithoutPassword(name, Set.of(Role.READER), ACTOR);
    String token =
        logins
            .token(name, "t", Optional.empty(), Duration.ofDays(1), ACTOR)
            .orElseThrow()
            .token()
            .id();
    refused("person = 'admin'", token);
    refused("roles = '{admin}'", token);
    refused("expires_at = now() + interval '10 years'", token);
    assertThat(logins.revoke(token, Optional.empty(), ACTOR)).isTrue();
    refused("revoked_at = null", token);
    refused("revoked_at = now() + interval '1 year'", token);
  }

  private void refused(String change, String token) throws SQLException {
    try (Connection connection = database.getConnection()) {
      assertThatThrownBy(
              () ->
                  connection
                      .createStatement()
                      .execute("update token set " + change + " where id = '" + token + "'"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("Of a token only its revocation is written, once");
    }
  }
}
