package org.bilan.rest;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerFileUpload;
import java.nio.file.Path;

/**
 * Writes one file of a form as it comes, no faster than the disk takes it. By hand: what Vert.x has
 * for it waits for ever where a form breaks off within a file.
 */
final class UploadedFile {

  private final Vertx vertx;
  private final HttpServerFileUpload upload;
  private final Promise<Void> opened = Promise.promise();
  private final Promise<Void> written = Promise.promise();
  private AsyncFile file;
  private boolean hurried;
  private boolean ended;
  private boolean cancelled;

  UploadedFile(Vertx vertx, HttpServerFileUpload upload, Path to) {
    this.vertx = vertx;
    this.upload = upload;
    upload.pause();
    upload.handler(this::write);
    upload.endHandler(
        whole -> {
          ended = true;
          if (file != null && !cancelled) {
            file.close().onComplete(closed -> settle(closed));
          }
        });
    vertx.fileSystem().open(to.toString(), new OpenOptions()).onComplete(this::open);
  }

  private void open(AsyncResult<AsyncFile> made) {
    if (made.failed()) {
      written.tryFail(made.cause());
    } else if (cancelled) {
      made.result().close();
    } else {
      file = made.result();
    }
    upload.resume();
    opened.complete();
  }

  private void write(Buffer some) {
    if (file == null || cancelled) {
      return;
    }
    file.write(some).onFailure(written::tryFail);
    if (!hurried && file.writeQueueFull()) {
      upload.pause();
      file.drainHandler(drained -> upload.resume());
    }
  }

  private void settle(AsyncResult<Void> closed) {
    if (closed.succeeded()) {
      written.tryComplete();
    } else {
      written.tryFail(closed.cause());
    }
  }

  /**
   * To be called when the form has ended: then little is still to come. Fails with what kept it
   * from being written; false: the form broke off within it.
   */
  Future<Boolean> whole() {
    Promise<Void> come = Promise.promise();
    opened
        .future()
        .onComplete(
            is -> {
              hurried = true;
              upload.resume(); // all that has come is handed over in the next turn
              vertx.runOnContext(next -> vertx.runOnContext(after -> come.complete()));
            });
    return come.future()
        .compose(
            all -> {
              boolean broken = !ended && !written.future().isComplete();
              return broken ? Future.succeededFuture(false) : written.future().map(true);
            });
  }

  /** Writes no more of it. */
  void cancel() {
    cancelled = true;
    if (file != null && !ended) {
      file.close();
    }
  }
}
