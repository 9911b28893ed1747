package org.bilan.rest;

import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.ErrorDataDecoderException;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.TooLongFormFieldException;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.TooManyFormFieldsException;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Receives the files of one request. By hand: Vert.x' own handler of bodies throws where a client
 * goes away, and fills the log with it.
 */
final class Upload implements Handler<RoutingContext> {

  private static final Logger LOG = Logger.getLogger(Upload.class);

  private static final String PARTS = "bilan.upload-parts";

  private static final Pattern BOUNDARY =
      Pattern.compile("(?i);\\s*boundary\\s*=\\s*(?:\"([^\"]+)\"|([^\\s;\"]+))");

  private static final String NO_BOUNDARY =
      "The Content-Type names no boundary: multipart/form-data; boundary=…";

  private static final String BREAKS_OFF =
      "The form breaks off: it ends without its closing boundary.";

  private static final String EXPECTED =
      " Expected are file, each with a name and a filename, and perhaps confidential: true or false.";

  private static final String TOO_LONG =
      "A field of the form that has no filename, or the head of a field, is too long." + EXPECTED;

  private static final String TOO_MANY = "The form has too many fields." + EXPECTED;

  private static final String NO_FORM =
      "A field of the form cannot be read: it has no name, or its head is malformed." + EXPECTED;

  private static final String NO_ROOM =
      "Files cannot be received just now: where they are received there is no room for them, or nothing"
          + " can be written. The log says more.";

  /**
   * A file that was received.
   *
   * @param field its name in the form
   */
  record Part(String field, Path file) {}

  private final Path folder;
  private final long longest;
  private final List<Part> parts = new ArrayList<>();
  private final List<UploadedFile> files = new ArrayList<>();
  private String end;
  private String before = "";
  private boolean closed;
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
    if (context.response().closed() || context.response().ended()) {
      return; // nobody is there any more
    }
    Matcher boundary = BOUNDARY.matcher(request.getHeader("Content-Type"));
    if (!boundary.find()) {
      fail(context, Refusal.badRequest(NO_BOUNDARY));
      return;
    }
    end = "--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1)) + "--";
    request.exceptionHandler(broken -> broken(context, broken));
    request.handler(some -> count(context, some));
    request.uploadHandler(
        upload -> {
          Path file = folder.resolve(String.valueOf(parts.size()));
          parts.add(new Part(upload.name(), file));
          files.add(new UploadedFile(context.vertx(), upload, file));
        });
    request.endHandler(received -> end(context));
    request.setExpectMultipart(true);
  }

  private void end(RoutingContext context) {
    if (failed) {
      return;
    }
    if (!closed) {
      fail(context, Refusal.badRequest(BREAKS_OFF));
      return;
    }
    List<Future<Boolean>> whole = files.stream().map(UploadedFile::whole).toList();
    Future.join(whole)
        .onComplete(
            all -> {
              if (failed || context.response().closed()) {
                return;
              }
              if (all.failed()) {
                noRoom(context, all.cause());
              } else if (whole.stream().anyMatch(file -> !file.result())) {
                fail(context, Refusal.badRequest(BREAKS_OFF));
              } else {
                context.put(PARTS, parts);
                context.next();
              }
            });
  }

  /** Files cannot be written where they are received. Of who went away nothing is told. */
  static void noRoom(RoutingContext context, Throwable why) {
    if (!context.response().closed() && !context.response().ended()) {
      LOG.warnf("Files that are sent cannot be received: %s", why);
      RouterRefusals.answer(context, Refusal.busy(NO_ROOM, 60), null);
    }
  }

  private void count(RoutingContext context, Buffer some) {
    bytes += some.length();
    if (bytes > longest) {
      fail(context, Refusal.tooLarge(longest));
    } else if (!closed) {
      String seen = before + some.toString(StandardCharsets.ISO_8859_1);
      closed = seen.contains(end);
      before = seen.substring(Math.max(0, seen.length() - end.length() + 1));
    }
  }

  private void broken(RoutingContext context, Throwable why) {
    String what = NO_FORM;
    if (why instanceof TooLongFormFieldException) {
      what = TOO_LONG;
    } else if (why instanceof TooManyFormFieldsException) {
      what = TOO_MANY;
    } else if (!(why instanceof ErrorDataDecoderException)) {
      what = BREAKS_OFF; // most likely nobody is there any more to read this
    }
    fail(context, Refusal.badRequest(what));
  }

  private void fail(RoutingContext context, Refusal why) {
    if (failed) {
      return;
    }
    failed = true;
    files.forEach(UploadedFile::cancel);
    if (!context.response().closed()) {
      RouterRefusals.answer(context, why, null);
    }
  }
}
