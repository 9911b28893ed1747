package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.bilan.people.Role;
import org.junit.jupiter.api.Test;

/** Guesses from many addresses, as a proxy in front of the service tells them. */
@QuarkusTest
@TestProfile(OddSettings.class)
class GuessesByAddressTest {

  private static RequestSpecification from(String address) {
    return given().header("X-Forwarded-For", address);
  }

  /** One password tried at many names: no name is tried twice. */
  @Test
  void anAddressThatTriesManyNamesIsSlowedAndNoOther() {
    Someone ana = Someone.with(Role.READER);
    int before = entries("address:192.0.2.1");
    Guesser guesser = new Guesser();
    for (int i = 0; i < 40; i++) {
      Response guess = guesser.guess(from("192.0.2.1"), "n" + i + ana.name());
      if (guess.statusCode() == 429) {
        guess.then().body("type", equalTo("urn:bilan:problem:too-many-guesses"));
        assertThat(Integer.parseInt(guess.header("Retry-After"))).isBetween(1, 8);
      }
    }
    guesser.assertLookedAt(OddSettings.WRONG_PASSWORDS);
    // Not even the right one is looked at from there; from elsewhere it is.
    knocks(ana, "192.0.2.1").then().statusCode(429);
    knocks(ana, "192.0.2.2").then().statusCode(200);
    given()
        .get("/ledger?object=address:192.0.2.1")
        .then()
        .body("total", equalTo(before + 1))
        .body("items[0].action", equalTo("login-slowed"))
        .body("items[0].actor.address", equalTo("192.0.2.1"));
    // For seconds, not minutes: behind an address are others as well.
    Eventually.isTrue(() -> knocks(ana, "192.0.2.1").statusCode() == 200);
  }

  /** All addresses of a network of version 6 are one. */
  @Test
  void aNetworkOfVersion6IsSlowedAsOne() {
    Someone ana = Someone.with(Role.READER);
    Guesser guesser = new Guesser();
    for (int i = 0; i < 40; i++) {
      guesser.guess(from("2001:db8:0:1::" + Integer.toHexString(i + 1)), "v" + i + ana.name());
    }
    guesser.assertLookedAt(OddSettings.WRONG_PASSWORDS);
    knocks(ana, "2001:db8:0:2::1").then().statusCode(200);
  }

  /** Each from an address that is not slowed, so that it is surely looked at. */
  @Test
  void aNameThatIsAStatementIsNobody() {
    int i = 0;
    for (String sql : InjectionTest.SQL) {
      from("198.51.100." + ++i)
          .auth()
          .preemptive()
          .basic(sql, sql)
          .get("/rules")
          .then()
          .statusCode(401)
          .body("type", equalTo("urn:bilan:problem:unauthenticated"));
    }
    given().get("/ledger/verification").then().body("intact", equalTo(true));
  }

  /** They are counted as one name, which is none, and stand so in the ledger. */
  @Test
  void guessesAtWhatIsNoNameAreSlowedTogether() {
    int before = given().get("/ledger").path("total");
    Guesser guesser = new Guesser();
    for (int i = 0; i < 40; i++) {
      guesser.guess(from("203.0.113.1"), "' or " + i + "=" + i + " --");
    }
    guesser.assertLookedAt(5);
    given()
        .get("/ledger")
        .then()
        .body("total", equalTo(before + 1))
        .body("items[0].object", equalTo("person:(no name)"));
  }

  /** In the ledger, which outlives a test run. */
  private static int entries(String object) {
    return given().queryParam("object", object).get("/ledger").path("total");
  }

  private static Response knocks(Someone who, String address) {
    return from(address).auth().preemptive().basic(who.name(), who.password()).get("/rules");
  }
}
