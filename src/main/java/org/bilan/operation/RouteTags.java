package org.bilan.operation;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Keeps what clients send out of the names of requests' metrics. Quarkus names a request by its
 * route ({@code /dossiers/{id}}) once it has found one; one that is refused before that (malformed,
 * too long, without login, a method that the route lacks) by its address and its method as they
 * were sent. Then anybody could make as many series as they like, and an incident's id would be in
 * them.
 */
@Singleton
class RouteTags implements HttpServerMetricsTagsContributor, MeterFilter {

  private static final String REQUESTS = "http.server.requests";
  private static final String NO_ROUTE = "UNKNOWN";
  private static final int NOT_FOUND = 404;

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

  @Override
  public Tags contribute(Context context) {
    Tags tags = method(context.request().method().name());
    // What Quarkus REST notes when a path fits. Not found and redirections have fixed names.
    boolean routed = context.requestContextLocalData("UrlPathTemplate") != null;
    int status = context.response().statusCode();
    return routed || status == NOT_FOUND || status / 100 == 3 ? tags : tags.and("uri", NO_ROUTE);
  }

  /** Requests that the client broke off do not come by {@link #contribute}. */
  @Override
  public Meter.Id map(Meter.Id id) {
    return id.getName().equals(REQUESTS) && "RESET".equals(id.getTag("status"))
        ? id.replaceTags(
            Tags.of(id.getTags()).and(method(id.getTag("method"))).and("uri", NO_ROUTE))
        : id;
  }

  private static Tags method(String sent) {
    return Tags.of("method", METHODS.contains(sent) ? sent : "OTHER");
  }
}
