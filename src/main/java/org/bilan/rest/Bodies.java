package org.bilan.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.bilan.dossier.Limits;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Receives bodies whole before a thread works on them: else those who send slowly, or nothing,
 * would hold a thread each, and a few dozen of them the service. Only of who was let in, but to log
 * in.
 */
@ApplicationScoped
class Bodies {

  /** After it is known what they may do (100). */
  private static final int LAST = 50;

  /** The part of the memory that bodies may take all together, unless a setting says how much. */
  private static final int PART = 4;

  private final long most;
  private final BodyHandler dossiers = BodyHandler.create(false).setBodyLimit(Limits.BYTES);
  private final BodyHandler fields = BodyHandler.create(false).setBodyLimit(Fields.MOST_BYTES);

  private final AtomicLong held = new AtomicLong();

  Bodies(@ConfigProperty(name = "bilan.limits.body-bytes") long most) {
    this.most = most > 0 ? most : Runtime.getRuntime().maxMemory() / PART;
  }

  /** Bytes of bodies that are received or worked on now. */
  long held() {
    return held.get();
  }

  void install(@Observes Filters filters) {
    filters.register(this::receive, LAST);
  }

  private void receive(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!BodyLimit.hasBody(request) || isForm(request)) {
      context.next();
      return;
    }
    boolean dossier =
        request.path().startsWith("/assessments") || request.path().startsWith("/dossiers");
    long length = length(request, dossier);
    if (held.addAndGet(length) > most) {
      held.addAndGet(-length);
      RouterRefusals.answer(context, Refusal.of(503), null);
      return;
    }
    AtomicBoolean given = new AtomicBoolean(); // a connection that breaks ends it more than once
    context.addEndHandler(
        ended -> {
          if (given.compareAndSet(false, true)) {
            held.addAndGet(-length);
          }
        });
    BodyHandler handler = dossier ? dossiers : fields;
    if (Context.isOnEventLoopThread()) {
      request.resume();
      handler.handle(context);
    } else { // whoever asked the database who that is goes on in a thread of its own
      ((ConnectionBase) request.connection())
          .channel()
          .eventLoop()
          .execute(
              () -> {
                request.resume();
                handler.handle(context);
              });
    }
  }

  /** What a browser's form sends: nobody takes it, so it is refused without being read. */
  private static boolean isForm(HttpServerRequest request) {
    String type = request.getHeader("Content-Type");
    return type != null && type.strip().matches("(?i)(multipart/|application/x-www-form-).*");
  }

  /** As long as it says, if it says so; or as long as it may be. */
  private static long length(HttpServerRequest request, boolean dossier) {
    String said = request.getHeader("Content-Length");
    return said != null && said.matches("[0-9]{1,9}")
        ? Long.parseLong(said)
        : dossier ? Limits.BYTES : Fields.MOST_BYTES;
  }
}
