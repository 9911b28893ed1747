package org.bilan.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.bilan.dossier.Limits;

/** Keeps bodies within bounds: one that says its length is refused before it is read. */
@ApplicationScoped
class BodyLimit {

  /**
   * Before the limit of Quarkus, which answers without saying why, and before it asks who that is.
   */
  private static final int FIRST = 390;

  /** How long a client may go on sending what nobody reads, so that it gets to read the answer. */
  private static final long LINGER_MILLISECONDS = 5_000;

  static final Pattern KNOWN = Pattern.compile("/media/known/?");

  private final Uploads uploads;

  BodyLimit(Uploads uploads) {
    this.uploads = uploads;
  }

  void install(@Observes Filters filters) {
    filters.register(this::check, FIRST);
  }

  private void check(RoutingContext context) {
    List<String> codings = context.request().headers().getAll("Transfer-Encoding");
    if (!codings.isEmpty() && !String.join(",", codings).strip().equalsIgnoreCase("chunked")) {
      // Where its body ends nobody knows: what follows must not be taken for a request.
      RouterRefusals.answer(
          context, Refusal.badRequest("The only Transfer-Encoding taken is chunked."), null);
      return;
    }
    String length = context.request().getHeader("Content-Length");
    boolean files = Uploads.isOne(context.request());
    long longest = files ? uploads.longest() : Limits.BYTES;
    if (length == null || length.matches("0*[0-9]{1,12}") && Long.parseLong(length) <= longest) {
      context.next();
    } else if (length.matches("[0-9]+")) {
      RouterRefusals.answer(
          context, files ? Refusal.tooLarge(longest) : tooLarge(context, Refusal.tooLarge()), null);
    } else {
      RouterRefusals.answer(context, StatusRefusals.of(400), null);
    }
  }

  /** Why a body is too large: a list of known pictures may be longer elsewhere. */
  static Refusal tooLarge(RoutingContext context, Refusal otherwise) {
    return KNOWN.matcher(context.normalizedPath()).matches() ? Refusal.listTooLarge() : otherwise;
  }

  /** A body of at most the length of a dossier, also when it did not say its length. */
  static byte[] read(InputStream body, String encoding) {
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw Refusal.unsupported("A dossier is sent as it is, without a Content-Encoding.");
    }
    try {
      byte[] bytes = body.readNBytes(Limits.BYTES + 1);
      if (bytes.length > Limits.BYTES) {
        throw Refusal.tooLarge();
      }
      return bytes;
    } catch (IOException e) {
      // Most likely nobody is there any more to read this.
      throw Refusal.badRequest("The body ended before its time.");
    }
  }

  /** Whether the request says that it has a body. */
  static boolean hasBody(HttpServerRequest request) {
    return request.getHeader("Transfer-Encoding") != null
        || request.getHeader("Content-Length") != null
            && !request.getHeader("Content-Length").equals("0");
  }

  /**
   * Ends the connection once the request is answered, since the rest of its body is not wanted. Not
   * at once: a client that is still sending would see its connection break instead of the answer.
   */
  static void closeAfterwards(RoutingContext context) {
    HttpServerRequest request = context.request();
    context.response().putHeader("Connection", "close");
    // Not the response's own handler: it has one, which calls all that were added here.
    context.addEndHandler(ended -> linger(context, request));
  }

  private static void linger(RoutingContext context, HttpServerRequest request) {
    HttpConnection connection = request.connection();
    if (request.isEnded()) {
      connection.close();
      return;
    }
    request.handler(ignored -> {});
    request.exceptionHandler(ignored -> {});
    request.endHandler(sent -> connection.close());
    request.resume();
    context.vertx().setTimer(LINGER_MILLISECONDS, late -> connection.close());
  }
}
