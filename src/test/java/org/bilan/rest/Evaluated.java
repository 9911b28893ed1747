package org.bilan.rest;

import static io.restassured.RestAssured.given;

import java.util.Map;

/** Kept dossiers, and grades that people gave them. */
final class Evaluated {

  private Evaluated() {}

  /** Keeps so many, {@code evaluated-0} and on. */
  static void keep(int dossiers) {
    for (int i = 0; i < dossiers; i++) {
      String incident = "evaluated-" + i;
      given()
          .contentType("application/json")
          .body(Sample.of(incident).bytes())
          .put("/dossiers/" + incident);
    }
  }

  static Map<String, String> grade(String incident, String grade, String desk) {
    return Map.of("incident", incident, "grade", grade, "desk", desk);
  }
}
