package org.bilan.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.bilan.dossier.Limits;
import org.bilan.tuning.RulesetZip;
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

  /**
   * The part of the memory that bodies may take all together, unless a setting says how much. What
   * is made of them takes more: measured, 5 to 8 times as much for a dossier, 15 for what only
   * looks like one.
   */
  private static final int PART = 32;

  /** Bytes of a name and a password, and more: all that those send who are not let in yet. */
  static final int LOGIN_BYTES = 4 * 1024;

  /** The most bytes of a body that is being received. */
  static final String LONGEST = "bilan.body-longest";

  /** What was received whole, and is handed over. */
  private static final String RECEIVED = "bilan.body-received";

  /** By then the work is over of whoever does not wait for it: it was never longer. */
  private static final long LATE_MILLISECONDS = 30_000;

  /** At least one of the longest, and some short ones, fit even into a small memory. */
  private static final long LEAST = Limits.BYTES + 40L * Fields.MOST_BYTES;

  /**
   * Bodies of one kind.
   *
   * @param longest bytes
   */
  private record Kind(Pattern paths, int longest, BodyHandler handler) {

    static Kind of(String paths, int longest) {
      return new Kind(
          Pattern.compile(paths), longest, BodyHandler.create(false).setBodyLimit(longest));
    }
  }

  /** The first that fits counts. */
  private final List<Kind> known =
      List.of(
          Kind.of("/(assessments|dossiers|drafts)(/.*)?", Limits.BYTES),
          Kind.of("/media/known/?", Limits.BYTES),
          Kind.of("/rulesets/?", RulesetZip.MOST_BYTES),
          Kind.of("/evaluations/?", EvaluationQuestions.MOST_BYTES),
          Kind.of(".*", Fields.MOST_BYTES));

  private final Kind ofStrangers = Kind.of(".*", LOGIN_BYTES);

  private final Room inside;

  /** Of those who are not let in yet: they leave the others theirs. */
  private final Room door = new Room(1_000L * LOGIN_BYTES);

  private final Uploads uploads;

  Bodies(@ConfigProperty(name = "bilan.limits.body-bytes") long most, Uploads uploads) {
    this.uploads = uploads;
    inside = new Room(most > 0 ? most : Math.max(LEAST, Runtime.getRuntime().maxMemory() / PART));
  }

  /** Room for so many bytes of bodies that are received or worked on at the same time. */
  private record Room(long most, AtomicLong held) {
    Room(long most) {
      this(most, new AtomicLong());
    }

    /** Takes room until the request is answered or broken off. Returns whether there was any. */
    boolean hold(RoutingContext context, long bytes) {
      if (held.addAndGet(bytes) > most) {
        held.addAndGet(-bytes);
        return false;
      }
      AtomicBoolean given = new AtomicBoolean(); // a connection that breaks ends it more than once
      Runnable giveBack =
          () -> {
            if (given.compareAndSet(false, true)) {
              held.addAndGet(-bytes);
            }
          };
      context.addEndHandler(
          ended -> {
            // Whoever went away, or waited too long, leaves work behind that goes on for a while.
            boolean late = context.get(RECEIVED) != null && !finished(context);
            if (late) {
              context.vertx().setTimer(LATE_MILLISECONDS, over -> giveBack.run());
            } else {
              giveBack.run();
            }
          });
      if (context.response().closed() || context.response().ended()) {
        giveBack.run(); // before that: then nobody is told that it ends
      }
      return true;
    }

    private static boolean finished(RoutingContext context) {
      return context.response().ended() && context.get(RouterRefusals.TOOK_TOO_LONG) == null;
    }
  }

  /** Bytes of bodies that are received or worked on now. */
  long held() {
    return inside.held.get() + door.held.get();
  }

  /** Of these, the bytes of those who are let in. */
  long heldInside() {
    return inside.held.get();
  }

  void install(@Observes Filters filters) {
    filters.register(this::receive, LAST);
    filters.register(Bodies::nothing, LAST - 1);
  }

  /** Where nothing came, a thread would go on waiting for it. */
  private static void nothing(RoutingContext context) {
    if (BodyLimit.hasBody(context.request())
        && !isForm(context.request())
        && context.body().buffer() == null) {
      ((RoutingContextInternal) context).setBody(Buffer.buffer());
    }
    context.put(RECEIVED, true);
    context.next();
  }

  private void receive(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (Uploads.isOne(request) && BodyLimit.hasBody(request)) {
      uploads.receive(context);
      return;
    }
    if (!BodyLimit.hasBody(request) || isForm(request)) {
      context.next();
      return;
    }
    boolean stranger = isStranger(context);
    Kind kind = stranger ? ofStrangers : kind(context.normalizedPath());
    long length = length(request, kind.longest);
    if (length > kind.longest) {
      RouterRefusals.answer(context, Refusal.tooLarge(kind.longest), null);
      return;
    }
    if (!(stranger ? door : inside).hold(context, length)) {
      RouterRefusals.answer(context, StatusRefusals.of(503), null);
      return;
    }
    context.put(LONGEST, (long) kind.longest);
    receive(context, kind.handler);
  }

  /** Lets a handler receive a body. */
  static void receive(RoutingContext context, Handler<RoutingContext> handler) {
    HttpServerRequest request = context.request();
    if (Context.isOnEventLoopThread()) {
      handler.handle(context);
      request.resume(); // after it listens, else the end of an empty body is missed
    } else { // whoever asked the database who that is goes on in a thread of its own
      ((ConnectionBase) request.connection())
          .channel()
          .eventLoop()
          .execute(
              () -> {
                handler.handle(context);
                request.resume();
              });
    }
  }

  private Kind kind(String path) {
    return known.stream()
        .filter(kind -> kind.paths.matcher(path).matches())
        .findFirst()
        .orElse(ofStrangers);
  }

  private static boolean isStranger(RoutingContext context) {
    return !(context.user() instanceof QuarkusHttpUser user)
        || user.getSecurityIdentity().isAnonymous();
  }

  /**
   * What a browser's form sends: only files are taken so, all else is refused without being read.
   */
  private static boolean isForm(HttpServerRequest request) {
    String type = request.getHeader("Content-Type");
    return type != null && type.strip().matches("(?i)(multipart/|application/x-www-form-).*");
  }

  /** As long as it says, if it says so; or as long as it may be. */
  private static long length(HttpServerRequest request, int longest) {
    String said = request.getHeader("Content-Length");
    return said != null && said.matches("[0-9]{1,9}") ? Long.parseLong(said) : longest;
  }
}
