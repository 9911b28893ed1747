package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bilan.people.Role.ADMIN;
import static org.bilan.people.Role.APPROVER;
import static org.bilan.people.Role.EDITOR;
import static org.bilan.people.Role.OPERATOR;
import static org.bilan.people.Role.REPORTER;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bilan.people.Role;
import org.junit.jupiter.api.Test;

/** Every route has a role, and every role may do what the table here says and nothing else. */
@QuarkusTest
class RoutesTest {

  private static final Set<Role> ALL = EnumSet.allOf(Role.class);

  /** The desk itself, which is files of the jar: one logs in there. */
  private static final List<String> DESK = List.of("/", "/index.html", "/assets/none.js");

  /** Who may do what. A route that is not in this table fails the tests. */
  private static final Map<String, Set<Role>> MAY = new TreeMap<>();

  /** Open to whoever comes: to log in, and to be asked whether it works. */
  private static final Set<String> OPEN =
      Set.of(
          "POST /session",
          "GET /q/health",
          "GET /q/health/live",
          "GET /q/health/ready",
          "GET /q/health/started",
          "GET /q/health/well",
          "GET /q/health/group");

  static {
    for (String route :
        new String[] {
          "POST /assessments",
          "GET /dossiers",
          "GET /claims",
          "GET /map",
          "GET /views",
          "PUT /views/{name}",
          "DELETE /views/{name}",
          "GET /overrides",
          "GET /exports/claims.{form}",
          "GET /dossiers/{id}/claims/{claim}/overrides",
          "GET /dossiers/{id}",
          "GET /dossiers/{id}/assessment",
          "GET /dossiers/{id}/assessments",
          "GET /dossiers/{id}/comparison",
          "GET /dossiers/{id}/timeline",
          "GET /dossiers/{id}/pictures.html",
          "GET /methodology",
          "GET /rules",
          "GET /rules/{id}",
          "GET /rulesets",
          "GET /rulesets/{id}",
          "GET /rulesets/{id}/files",
          "GET /rulesets/{id}/cards.xlsx",
          "GET /rulesets/{id}/cards.csv",
          "GET /rescorings",
          "GET /rescorings/{id}",
          "GET /rescorings/{id}/events",
          "GET /rescorings/{id}/failures",
          "GET /rescorings/{id}/moved",
          "GET /rescorings/{id}/moved.csv",
          "GET /rescorings/{id}/moved.html",
          "GET /media/{id}",
          "GET /media/{id}/alike",
          "GET /media/{id}/thumbnail",
          "GET /dossier.schema.json",
          "GET /me",
          "PUT /me/password",
          "DELETE /session",
          "GET /tokens",
          "POST /tokens",
          "DELETE /tokens/{id}",
          "GET /q/openapi",
          "GET /q/swagger-ui/"
        }) {
      MAY.put(route, ALL);
    }
    for (String route :
        new String[] {
          "PUT /dossiers/{id}",
          "DELETE /dossiers/{id}",
          "GET /drafts",
          "POST /drafts",
          "GET /drafts/{id}",
          "PUT /drafts/{id}",
          "DELETE /drafts/{id}"
        }) {
      MAY.put(route, EnumSet.of(REPORTER));
    }
    for (String route :
        new String[] {
          "PUT /dossiers/{id}/claims/{claim}/override",
          "POST /dossiers/{id}/claims/{claim}/override/withdrawal"
        }) {
      MAY.put(route, EnumSet.of(EDITOR));
    }
    for (String route :
        new String[] {
          "GET /users",
          "POST /users",
          "GET /users/{name}",
          "PATCH /users/{name}",
          "POST /users/{name}/password",
          "GET /ledger",
          "GET /ledger/verification"
        }) {
      MAY.put(route, EnumSet.of(ADMIN));
    }
    MAY.put("POST /rulesets", EnumSet.of(EDITOR));
    for (String route : new String[] {"check", "impact"}) {
      MAY.put("POST /rulesets/{id}/" + route, EnumSet.of(EDITOR, APPROVER));
    }
    MAY.put("POST /dossiers/{id}/trial", EnumSet.of(EDITOR, APPROVER));
    MAY.put("POST /media", EnumSet.of(REPORTER, EDITOR));
    MAY.put("GET /media/{id}/original", EnumSet.of(REPORTER, EDITOR, APPROVER));
    MAY.put("DELETE /media/{id}", EnumSet.of(EDITOR));
    MAY.put("POST /media/known", EnumSet.of(OPERATOR));
    MAY.put("POST /evaluations", EnumSet.of(EDITOR, APPROVER));
    for (String route : new String[] {"", "/{id}/pause", "/{id}/resume", "/{id}/cancel"}) {
      MAY.put("POST /rescorings" + route, EnumSet.of(EDITOR, APPROVER, OPERATOR));
    }
    for (String route : new String[] {"approve", "activate", "rollback"}) {
      MAY.put("POST /rulesets/{id}/" + route, EnumSet.of(APPROVER));
    }
    MAY.put("POST /rulesets/reload", EnumSet.of(OPERATOR));
    MAY.put("GET /q/metrics", EnumSet.of(OPERATOR));
  }

  /** What a token may not do, whatever its roles: it would make what outlives it. */
  private static final Set<String> NOT_BY_TOKEN =
      Set.of("POST /tokens", "PUT /me/password", "POST /users", "POST /users/{name}/password");

  /** What is sent where JSON is not taken. */
  private static final Map<String, String> OTHER_BODIES =
      Map.of("POST /media", "multipart/form-data; boundary=x", "POST /media/known", "text/csv");

  @Inject Router router;

  @Test
  void theTableHasEveryRouteOfTheResources() {
    Set<String> routes = new TreeSet<>();
    for (JavaMethod method : resourceMethods()) {
      routes.add(verb(method) + " " + path(method));
    }
    Set<String> table = new TreeSet<>(MAY.keySet());
    table.addAll(OPEN);
    table.removeIf(route -> route.contains("/q/"));
    assertThat(routes).isEqualTo(table);
  }

  @Test
  void everyMethodOfAResourceSaysWhoMayCallIt() {
    for (JavaMethod method : resourceMethods()) {
      boolean open = method.isAnnotatedWith(PermitAll.class);
      assertThat(
              open
                  || method.isAnnotatedWith(RolesAllowed.class)
                  || method.getOwner().isAnnotatedWith(RolesAllowed.class))
          .as(method.getFullName())
          .isTrue();
      assertThat(open)
          .as(method.getFullName())
          .isEqualTo(OPEN.contains(verb(method) + " " + path(method)));
    }
  }

  /** Who asks by a method that is not there is told those that are. */
  @Test
  void theHeaderAllowTellsWhatAPathKnows() {
    Map<String, Set<String>> methods = new TreeMap<>();
    for (JavaMethod method : resourceMethods()) {
      Set<String> known = methods.computeIfAbsent(path(method), path -> new TreeSet<>());
      known.add(verb(method));
      known.add("OPTIONS");
      if (verb(method).equals("GET")) {
        known.add("HEAD");
      }
    }
    methods.forEach(
        (path, known) -> {
          String unknown = known.contains("PATCH") ? "PUT" : "PATCH";
          Response answer = given().request(unknown, path.replaceAll("\\{[a-z]+}", "x"));
          assertThat(answer.statusCode()).as(path).isEqualTo(405);
          assertThat(answer.header("Allow").split(", "))
              .as(path)
              .containsExactlyInAnyOrderElementsOf(known);
        });
  }

  /** Also those that are no resources: Quarkus' own, and whatever an extension brings along. */
  @Test
  void noRouteOfTheServerAnswersSomebodyUnknown() {
    Set<String> paths = new TreeSet<>(List.of("/nothing", "/q", "/q/dev", "/q/arc", "/..%2f"));
    paths.addAll(DESK);
    collect("", router, paths);
    assertThat(paths).contains("/q/metrics", "/q/health", "/q/openapi", "/q/swagger-ui");
    for (String path : paths) {
      for (String verb : new String[] {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}) {
        Response answer =
            given()
                .auth()
                .none()
                .redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .request(verb, path);
        boolean open =
            OPEN.contains(verb + " " + path)
                || path.startsWith("/q/health")
                || verb.equals("GET") && DESK.contains(path);
        if (!open) {
          int refused = path.equals("/..%2f") ? 400 : 401; // malformed, before anybody is asked
          assertThat(answer.statusCode()).as(verb + " " + path).isEqualTo(refused);
          assertThat(answer.contentType()).isEqualTo("application/problem+json");
        }
      }
    }
  }

  private static void collect(String prefix, Router router, Set<String> paths) {
    for (Route route : router.getRoutes()) {
      if (route.getPath() != null) {
        String path = prefix + route.getPath();
        paths.add(path.replace("*", "x"));
        if (route.getSubRouter() != null) {
          collect(path.replaceFirst("/?\\*?$", ""), route.getSubRouter(), paths);
        }
      }
    }
  }

  @Test
  void everyRoleMayDoWhatTheTableSaysAndNothingElse() {
    Map<Role, Someone> people = new EnumMap<>(Role.class);
    Map<Role, String> tokens = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      people.put(role, Someone.with(role));
      tokens.put(role, people.get(role).token());
    }
    MAY.forEach(
        (route, allowed) -> {
          assertThat(status(given().auth().none(), route)).as(route + " unknown").isEqualTo(401);
          for (Role role : Role.values()) {
            check(route, role, allowed, status(people.get(role).asks(), route));
            if (!NOT_BY_TOKEN.contains(route)) {
              check(route, role, allowed, status(Someone.bearing(tokens.get(role)), route));
            }
          }
        });
  }

  private static void check(String route, Role role, Set<Role> allowed, int status) {
    if (allowed.contains(role)) {
      assertThat(status).as("%s as %s", route, role.word()).isNotIn(401, 403, 405, 500);
    } else {
      assertThat(status).as("%s as %s", route, role.word()).isEqualTo(403);
    }
  }

  /** Asks with nothing that could be done, so that what is allowed changes nothing either. */
  private static int status(RequestSpecification who, String route) {
    String[] parts = route.split(" ");
    String path = parts[1].replaceAll("\\{[a-z]+}", "no-such");
    String type = parts[0].equals("GET") ? "" : "application/json";
    return who.header("Content-Type", OTHER_BODIES.getOrDefault(route, type))
        .request(parts[0], path)
        .statusCode();
  }

  private static List<JavaMethod> resourceMethods() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.bilan")
            .stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> !verb(method).isEmpty())
            .toList();
  }

  private static String verb(JavaMethod method) {
    return method.getAnnotations().stream()
        .filter(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class))
        .map(annotation -> annotation.getRawType().getSimpleName())
        .findFirst()
        .orElse("");
  }

  private static String path(JavaMethod method) {
    String type = method.getOwner().getAnnotationOfType(Path.class).value();
    String own = method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
    return (type.equals("/") ? "" : type) + own;
  }
}
