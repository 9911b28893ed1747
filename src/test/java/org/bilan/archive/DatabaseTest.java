package org.bilan.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseTest {

  private static final Database.Login NOBODY = new Database.Login(null, null);

  @Test
  void readsTheAddressThatHostersGive() {
    assertThat(
            Database.at(
                "postgres://ana:s3cret@db.example:6543/claims?sslmode=require", NOBODY, NOBODY))
        .isEqualTo(
            new Database(
                "jdbc:postgresql://db.example:6543/claims?sslmode=require",
                new Database.Login("ana", "s3cret"),
                new Database.Login("ana", "s3cret"),
                "PostgreSQL at db.example:6543/claims"));
  }

  @Test
  void decodesOnlyPercentSignsOfAPassword() {
    Database database = Database.at("postgresql://ana:a%40b+c%2Fd@db/claims", NOBODY, NOBODY);

    assertThat(database.service().password()).isEqualTo("a@b+c/d");
    assertThat(Database.at("postgres://ana:100%@db/claims", NOBODY, NOBODY).service().password())
        .isEqualTo("100%");
  }

  @Test
  void keepsAnAddressOfJdbcAsItIs() {
    Database database =
        Database.at("jdbc:postgresql://db:5432/claims?user=ana&password=s3cret", NOBODY, NOBODY);

    assertThat(database.url())
        .isEqualTo("jdbc:postgresql://db:5432/claims?user=ana&password=s3cret");
    assertThat(database.place()).isEqualTo("PostgreSQL at db:5432/claims");
  }

  @Test
  void prefersTheUserAndPasswordThatAreGivenApart() {
    Database database =
        Database.at("postgres://ana:old@db/claims", new Database.Login("ben", "new"), NOBODY);

    assertThat(database.service().username()).isEqualTo("ben");
    assertThat(database.service().password()).isEqualTo("new");
  }

  @Test
  void takesThisMachineForAnAddressWithoutHost() {
    assertThat(Database.at("postgres:///claims", NOBODY, NOBODY).url())
        .isEqualTo("jdbc:postgresql://localhost/claims");
  }

  @Test
  void refusesOtherAddressesWithoutRepeatingTheirPassword() {
    assertThatThrownBy(() -> Database.at("mysql://ana:s3cret@db/claims", NOBODY, NOBODY))
        .hasMessageContaining("DATABASE_URL is not an address of PostgreSQL")
        .hasMessageContaining("postgres://user:password@host:5432/database")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void theTablesMayBelongToAnotherLogin() {
    Database database =
        Database.at("postgres://ana:s3cret@db/claims", NOBODY, new Database.Login("eve", "own"));

    assertThat(database.service()).isEqualTo(new Database.Login("ana", "s3cret"));
    assertThat(database.owner()).isEqualTo(new Database.Login("eve", "own"));
  }

  @Test
  void aLoginIsGrantedRightsUnderItsQuotedName() {
    assertThat(Database.at("postgres://a%22b@db/claims", NOBODY, NOBODY).grantee())
        .isEqualTo("\"a\"\"b\"");
    assertThat(Database.at("jdbc:postgresql://db/claims", NOBODY, NOBODY).grantee())
        .isEqualTo("current_user");
  }
}
