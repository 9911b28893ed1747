package org.bilan.rest;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Receives the files of one request. By hand: Vert.x' own handler of bodies throws where a client
 * goes away, and fills the log with it.
 */
final class Upload implements Handler<RoutingContext> {

  private static final String PARTS = "bilan.upload-parts";

  /**
   * A file that was received.
   *
   * @param field its name in the form
   */
  record Part(String field, Path file) {}

  private final Path folder;
  private final long longest;
  private final List<Part> parts = new ArrayList<>();
  private final List<HttpServerFileUpload> open = new ArrayList<>();
  private final List<Future<?>> written = new ArrayList<>();
  private long bytes;
  private boolean failed;

  /**
   * Into a folder.
   *
   * @param longest bytes of the whole request
   */
  Upload(Path folder, long longest) {
    this.folder = folder;
    this.longest = longest;
  }

  /** The files of a request in their order; none where nothing was received. */
  static List<Part> parts(RoutingContext context) {
    List<Part> parts = context.get(PARTS);
    return parts == null ? List.of() : parts;
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    request.setExpectMultipart(true);
    request.exceptionHandler(broken -> fail(context, 400));
    request.handler(some -> count(context, some));
    request.uploadHandler(
        upload -> {
          Path file = folder.resolve(String.valueOf(parts.size()));
          parts.add(new Part(upload.name(), file));
          open.add(upload);
          written.add(upload.streamToFileSystem(file.toString()));
        });
    request.endHandler(
        received ->
            Future.join(written)
                .onComplete(
                    all -> {
                      if (failed) {
                        return;
                      }
                      if (all.failed()) {
                        context.fail(all.cause());
                      } else {
                        context.put(PARTS, parts);
                        context.next();
                      }
                    }));
  }

  private void count(RoutingContext context, Buffer some) {
    bytes += some.length();
    if (bytes > longest) {
      fail(context, 413);
    }
  }

  private void fail(RoutingContext context, int status) {
    if (failed) {
      return;
    }
    failed = true;
    for (HttpServerFileUpload upload : open) {
      try {
        upload.cancelStreamToFileSystem();
      } catch (IllegalStateException ended) {
        // Then there is nothing to be cancelled.
      }
    }
    context.fail(status);
  }
}
