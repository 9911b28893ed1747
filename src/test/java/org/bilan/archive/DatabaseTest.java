package org.bilan.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseTest {

  @Test
  void readsTheAddressThatHostersGive() {
    assertThat(
            Database.at("postgres://ana:s3cret@db.example:6543/claims?sslmode=require", null, null))
        .isEqualTo(
            new Database(
                "jdbc:postgresql://db.example:6543/claims?sslmode=require",
                "ana",
                "s3cret",
                "PostgreSQL at db.example:6543/claims"));
  }

  @Test
  void decodesOnlyPercentSignsOfAPassword() {
    Database database = Database.at("postgresql://ana:a%40b+c%2Fd@db/claims", null, null);

    assertThat(database.password()).isEqualTo("a@b+c/d");
    assertThat(Database.at("postgres://ana:100%@db/claims", null, null).password())
        .isEqualTo("100%");
  }

  @Test
  void keepsAnAddressOfJdbcAsItIs() {
    Database database =
        Database.at("jdbc:postgresql://db:5432/claims?user=ana&password=s3cret", null, null);

    assertThat(database.url())
        .isEqualTo("jdbc:postgresql://db:5432/claims?user=ana&password=s3cret");
    assertThat(database.place()).isEqualTo("PostgreSQL at db:5432/claims");
  }

  @Test
  void prefersTheUserAndPasswordThatAreGivenApart() {
    Database database = Database.at("postgres://ana:old@db/claims", "ben", "new");

    assertThat(database.username()).isEqualTo("ben");
    assertThat(database.password()).isEqualTo("new");
  }

  @Test
  void takesThisMachineForAnAddressWithoutHost() {
    assertThat(Database.at("postgres:///claims", null, null).url())
        .isEqualTo("jdbc:postgresql://localhost/claims");
  }

  @Test
  void refusesOtherAddressesWithoutRepeatingTheirPassword() {
    assertThatThrownBy(() -> Database.at("mysql://ana:s3cret@db/claims", null, null))
        .hasMessageContaining("DATABASE_URL is not an address of PostgreSQL")
        .hasMessageContaining("postgres://user:password@host:5432/database")
        .hasMessageNotContaining("s3cret");
  }
}
