package org.bilan.rest;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.bilan.people.Role;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Receives files into a directory of the service's own, and not into memory, before a thread works
 * on them. Each request has a directory, which goes when the request ends, however it does.
 */
@ApplicationScoped
class Uploads {

  private static final Logger LOG = Logger.getLogger(Uploads.class);

  /** Requests that send files at the same time: their files take the disk's room. */
  static final int AT_ONCE = 4;

  /** Of these, one person's. */
  static final int OF_ONE = 2;

  /** How many files of the greatest size fit into a request. */
  private static final int GREATEST = 4;

  private static final String OTHERS =
      "You send files in %d requests already. Wait until one of them is answered."
          .formatted(OF_ONE);

  private static final Pattern PATH = Pattern.compile("/media/?");
  private static final Pattern FORM = Pattern.compile("(?i)\\s*multipart/form-data\\s*(;.*)?");

  private final long longest;
  private final Path among;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Map<String, Integer> held = new ConcurrentHashMap<>();
  private UploadFolder folder;

  Uploads(
      @ConfigProperty(name = "bilan.pictures.most-bytes") long mostBytes,
      @ConfigProperty(name = "bilan.pictures.uploads") Optional<Path> among) {
    this.longest = GREATEST * mostBytes;
    this.among = among.orElse(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** The most bytes of a request. */
  long longest() {
    return longest;
  }

  /** Whether a request sends files where they are taken. */
  static boolean isOne(HttpServerRequest request) {
    String type = request.getHeader("Content-Type");
    return request.method().name().equals("POST")
        && type != null
        && FORM.matcher(type).matches()
        && PATH.matcher(request.path()).matches();
  }

  /** Receives them; of who may not send any, nothing. */
  void receive(RoutingContext context) {
    if (!maySend(context)) {
      context.next(); // where it is refused
      return;
    }
    String who = ((QuarkusHttpUser) context.user()).getSecurityIdentity().getPrincipal().getName();
    if (held.merge(who, 1, Integer::sum) > OF_ONE) {
      leave(who);
      RouterRefusals.answer(context, Refusal.busy(OTHERS, 2), null);
      return;
    }
    if (!places.tryAcquire()) {
      leave(who);
      RouterRefusals.answer(context, StatusRefusals.of(503), null);
      return;
    }
    context
        .vertx()
        .<Path>executeBlocking(() -> folder().forRequest(), false)
        .onComplete(
            made -> {
              release(context, who, made.result());
              if (made.failed()) {
                Upload.noRoom(context, made.cause());
                return;
              }
              context.put(Bodies.LONGEST, longest);
              Bodies.receive(context, new Upload(made.result(), longest));
            });
  }

  private void leave(String who) {
    held.computeIfPresent(who, (same, places) -> places == 1 ? null : places - 1);
  }

  private static boolean maySend(RoutingContext context) {
    if (!(context.user() instanceof QuarkusHttpUser user)) {
      return false;
    }
    SecurityIdentity who = user.getSecurityIdentity();
    return who.hasRole(Role.Named.REPORTER) || who.hasRole(Role.Named.EDITOR);
  }

  /** Once the request is answered or broken off. */
  private void release(RoutingContext context, String who, Path files) {
    AtomicBoolean released = new AtomicBoolean(); // a connection that breaks ends it more than once
    Runnable release =
        () -> {
          if (released.compareAndSet(false, true)) {
            leave(who);
            context
                .vertx()
                .executeBlocking(
                    () -> {
                      try {
                        UploadFolder.delete(files);
                      } catch (IOException e) {
                        LOG.warnf("Files that were sent cannot be deleted: %s", e.toString());
                      } finally {
                        places.release();
                      }
                      return null;
                    },
                    false);
          }
        };
    context.addEndHandler(ended -> release.run());
    if (context.response().closed() || context.response().ended()) {
      release.run(); // before that: then nobody is told that it ends
    }
  }

  private synchronized UploadFolder folder() {
    if (folder == null) {
      try {
        folder = UploadFolder.in(among);
      } catch (IOException e) {
        throw new UncheckedIOException("There is nowhere to receive files", e);
      }
    }
    return folder;
  }

  synchronized void end(@Observes ShutdownEvent stopping) throws IOException {
    if (folder != null) {
      folder.close();
      folder = null;
    }
  }
}
