package org.bilan.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.bilan.page.WebPage;

/** What every answer tells browsers: to trust nothing here to anybody else, and to keep nothing. */
@ApplicationScoped
class ResponseHeaders {

  /** Before all others, so that refusals have them too. */
  private static final int FIRST = 500;

  static final String POLICY = "Content-Security-Policy";

  /** Of a page that has its styles in itself, these and no others, and needs nothing else. */
  static final String PAGE =
      "default-src 'none'; style-src '" + WebPage.STYLE_HASH + "'; frame-ancestors 'none'";

  /** Of a page that shows Bilan's own pictures besides. */
  static final String GALLERY = PAGE + "; img-src 'self'";

  /**
   * Of the desk: what it runs, and how it looks, stands in files of its own; nothing of what
   * dossiers say can become either. Pictures that are dropped on it are shown from memory (blob:).
   */
  private static final String DESK =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src"
          + " 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'; trusted-types 'none'";

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
    String path = context.request().path();
    boolean swagger = path.startsWith("/q/swagger-ui");
    boolean desk = path.equals("/") || path.equals("/index.html");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    // In the end, and only where nobody has set another: a browser obeys each that it finds.
    context.addHeadersEndHandler(
        ready -> {
          if (!headers.contains(POLICY)) {
            headers.set(POLICY, swagger ? SWAGGER : desk ? DESK : DATA);
          }
          if (path.startsWith("/assets/") && context.response().getStatusCode() < 400) {
            // Their names change with their content.
            headers.set("Cache-Control", "public, max-age=31536000, immutable");
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
