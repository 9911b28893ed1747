package org.bilan.rest;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Requests of tests come from the first login, who has all roles, unless a test says otherwise. */
public final class LoggedIn implements QuarkusTestBeforeEachCallback {

  static final String NAME = "admin";

  /** As pom.xml has it. */
  static final String PASSWORD = System.getProperty("bilan.admin.password");

  /** The header Authorization, for requests that REST Assured does not make. */
  public static String basic() {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((NAME + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void beforeEach(QuarkusTestMethodContext context) {
    RestAssured.authentication = RestAssured.preemptive().basic(NAME, PASSWORD);
  }
}
