package org.bilan.rest;

import io.quarkus.security.ForbiddenException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.ext.web.handler.TimeoutHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.SocketException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;
import org.bilan.access.CannotAsk;
import org.bilan.access.Crowded;
import org.bilan.archive.Serving;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers requests that fail before they reach a resource: malformed paths, limits, overload. */
@ApplicationScoped
class RouterRefusals {

  /** Before the handler of Quarkus, which would answer in HTML. */
  private static final int FIRST = -100;

  /** Before it is asked who that is, which Quarkus does at 200. */
  private static final int FIRST_FILTER = 400;

  /** Bytes; the codec's own limits, which answer without saying why, are far beyond. */
  private static final int LONGEST_ADDRESS = 8 * 1024;

  private static final int MOST_HEADERS = 32 * 1024;

  /**
   * What leads elsewhere than it says: permissions, limits and logs would go by different paths.
   */
  private static final Pattern DOTS = Pattern.compile("(^|[/\\\\])\\.{1,2}([/\\\\;]|$)");

  /** Marks a request that was given up while somebody worked on it. */
  static final String TOOK_TOO_LONG = "bilan.took-too-long";

  private static final String LIVE = "/q/health/live";

  private final Serving serving;
  private final int mostSeconds;

  RouterRefusals(
      Serving serving, @ConfigProperty(name = "bilan.limits.request-seconds") int mostSeconds) {
    this.serving = serving;
    this.mostSeconds = mostSeconds;
  }

  void install(@Observes Filters filters) {
    filters.register(this::checkStopping, FIRST_FILTER + 2);
    filters.register(RouterRefusals::checkSize, FIRST_FILTER + 1);
    filters.register(RouterRefusals::checkAddress, FIRST_FILTER);
    filters.register(TimeoutHandler.create(mostSeconds * 1_000L, 503), FIRST_FILTER - 1);
  }

  /**
   * While it stops, Quarkus would go on answering for as long as requests come, and cut them off in
   * the end.
   */
  private void checkStopping(RoutingContext context) {
    if (!serving.stopping() || context.request().path().equals(LIVE)) {
      context.next();
      return;
    }
    context.response().putHeader("Connection", "close");
    answer(context, Refusal.busy("The service is stopping. Ask another one, or later.", 5), null);
  }

  private static void checkSize(RoutingContext context) {
    long headers = 0;
    for (Map.Entry<String, String> header : context.request().headers()) {
      headers += header.getKey().length() + header.getValue().length();
    }
    if (context.request().uri().length() > LONGEST_ADDRESS) {
      answer(context, Refusal.tooLong(414, LONGEST_ADDRESS), null);
    } else if (context.request().headers().getAll("Host").size() > 1) {
      answer(context, StatusRefusals.of(400), null);
    } else if (headers > MOST_HEADERS) {
      answer(context, Refusal.tooLong(431, MOST_HEADERS), null);
    } else {
      context.next();
    }
  }

  void install(@Observes Router router) {
    router.route().order(FIRST).failureHandler(this::failed);
    for (int status : new int[] {400, 401, 403, 404, 405, 406, 413, 415}) {
      router.errorHandler(status, context -> answer(context, StatusRefusals.of(status), null));
    }
    router.errorHandler(500, this::failed);
  }

  /**
   * Refuses malformed addresses. Quarkus would do so too, but without saying why: org.bilan.Main
   * tells it to leave that to us.
   */
  private static void checkAddress(RoutingContext context) {
    String address = context.request().uri();
    try {
      String path = new URI(address).getPath();
      if (!address.startsWith("/") || DOTS.matcher(path).find()) {
        throw new URISyntaxException(address, "no path, or one with another in it");
      }
      context.next();
    } catch (URISyntaxException e) {
      answer(
          context,
          Refusal.badRequest(
              "The address is malformed. Percent signs are written as %25; . and .. lead nowhere."),
          null);
    }
  }

  private void failed(RoutingContext context) {
    if (context.response().ended()) {
      return; // it took too long and was answered so: nobody waits for what comes of it now
    }
    Throwable failure = context.failure();
    if (failure instanceof HttpClosedException || failure instanceof SocketException) {
      return; // the client went away, and no fault of ours made it
    }
    int status =
        failure instanceof HttpException http ? http.getStatusCode() : context.statusCode();
    if (failure instanceof RejectedExecutionException) {
      answer(context, StatusRefusals.of(503), null);
    } else if (failure instanceof CannotAsk) {
      answer(context, Refusal.unavailable(), null);
    } else if (failure instanceof Crowded crowded) {
      answer(context, Refusal.busy(Refusal.CROWDED, crowded.seconds()), null);
    } else if (status == 503) {
      context.put(TOOK_TOO_LONG, true);
      answer(context, Refusal.tookTooLong(), null);
    } else if (status == 413 && context.get(Bodies.LONGEST) instanceof Long longest) {
      answer(context, BodyLimit.tooLarge(context, Refusal.tooLarge(longest)), null);
    } else if (failure instanceof ForbiddenException) {
      answer(context, Refusal.forbidden(), null);
    } else if (failure instanceof IllegalArgumentException || status >= 400 && status < 500) {
      answer(context, StatusRefusals.of(status >= 400 && status < 500 ? status : 400), null);
    } else {
      answer(context, StatusRefusals.of(500), Refusals.log(failure));
    }
  }

  /** Answers outside of any resource. */
  static void answer(RoutingContext context, Refusal refusal, String fault) {
    HttpServerResponse response = context.response();
    if (response.ended() || response.headWritten()) {
      return;
    }
    if (BodyLimit.hasBody(context.request())) {
      // What is left of it is not read.
      BodyLimit.closeAfterwards(context);
    }
    refusal.headers().forEach(response::putHeader);
    response
        .setStatusCode(refusal.status())
        .putHeader("Content-Type", ProblemDetail.MEDIA_TYPE)
        .end(Buffer.buffer(refusal.detail(context.request().path(), fault).json()));
  }
}
