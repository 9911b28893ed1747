package org.bilan.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What every answer tells browsers: to trust nothing here to anybody else, and to keep nothing. */
@ApplicationScoped
class ResponseHeaders {

  /** Before all others, so that refusals have them too. */
  private static final int FIRST = 500;

  static final String POLICY = "Content-Security-Policy";

  /** Of a page that has its styles in itself, and needs nothing else. */
  static final String PAGE =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

  /** Of a page that shows Bilan's own pictures besides. */
  static final String GALLERY = PAGE + "; img-src 'self'";

  /** Nothing runs, is fetched or framed: answers are data. */
  private static final String DATA = "default-src 'none'; frame-ancestors 'none'";

  /** The page to try the API runs its own scripts, some of which stand in the page. */
  private static final String SWAGGER =
      "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; frame-ancestors 'none'";

  void install(@Observes Filters filters) {
    filters.register(ResponseHeaders::add, FIRST);
  }

  private static void add(RoutingContext context) {
    MultiMap headers = context.response().headers();
    boolean swagger = context.request().path().startsWith("/q/swagger-ui");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    // In the end, and only where nobody has set another: a browser obeys each that it finds.
    context.addHeadersEndHandler(
        ready -> {
          if (!headers.contains(POLICY)) {
            headers.set(POLICY, swagger ? SWAGGER : DATA);
          }
        });
    if (!swagger) {
      // What one may see another may not: no proxy keeps it, and a browser asks again.
      headers.set("Cache-Control", "private, no-cache");
    }
    if (context.request().isSSL()) {
      headers.set("Strict-Transport-Security", "max-age=31536000");
    }
    context.next();
  }
}
