package org.bilan.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Set;
import org.bilan.access.PageSessions;

/**
 * Refuses changes that a page of somebody else's would make in the name of who looks at it. A
 * browser says where a request comes from, and sends sessions and remembered passwords along
 * unasked: so what comes from elsewhere is refused, and a session must also send the word that only
 * our page can read. A script that sends the word with what it only reads is told when the session
 * is another one by now, and gets nothing of another person's; links that a browser follows by
 * itself can send none.
 */
@ApplicationScoped
class CrossSite {

  /** After it is known who that is (200), before what they may do (100). */
  private static final int ORDER = 150;

  private static final String WORD = "X-CSRF-Token";

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final PageSessions sessions;

  CrossSite(PageSessions sessions) {
    this.sessions = sessions;
  }

  void install(@Observes Filters filters) {
    filters.register(this::check, ORDER);
  }

  private void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    boolean changes = !SAFE.contains(request.method());
    boolean word = request.getHeader(WORD) != null;
    if (changes && fromElsewhere(request)) {
      refuse(context, Refusal.forbidden("A page of another site may not change anything here."));
    } else if (word && isOfOtherSession(request)) {
      refuse(context, Refusal.otherSession());
    } else if (changes && !word && isBySession(request)) {
      refuse(
          context,
          Refusal.forbidden(
              "With a session, changes are sent with the csrfToken that POST /session and GET /me give, in"
                  + " the header X-CSRF-Token."));
    } else {
      context.next();
    }
  }

  private static void refuse(RoutingContext context, Refusal refusal) {
    RouterRefusals.answer(context, refusal, null);
  }

  /** By Fetch Metadata, which browsers send and pages cannot forge; by Origin for older ones. */
  private static boolean fromElsewhere(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    String origin = request.getHeader("Origin");
    return origin != null && !isOurs(origin, request);
  }

  private static boolean isOurs(String origin, HttpServerRequest request) {
    try {
      URI uri = URI.create(origin);
      return request.authority() != null
          && uri.getHost() != null
          && uri.getRawAuthority().equalsIgnoreCase(request.authority().toString());
    } catch (IllegalArgumentException malformed) {
      return false; // also "null", of pages that hide where they are from
    }
  }

  private boolean isOfOtherSession(HttpServerRequest request) {
    return isBySession(request)
        && !sessions.isWord(
            request.getHeader(WORD), request.getCookie(SessionResource.COOKIE).getValue());
  }

  /** Only where the session is what lets the request in: Authorization goes first. */
  private static boolean isBySession(HttpServerRequest request) {
    return request.getCookie(SessionResource.COOKIE) != null
        && request.getHeader("Authorization") == null
        && !SessionResource.logsIn(request);
  }
}
