package org.bilan.rest;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * An answer that is sent while it is made. What fails before its first byte is answered like any
 * failure; what fails later is cut off with its connection. Else it would be ended as if it were
 * whole.
 */
final class Streamed implements StreamingOutput {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** What makes the answer. */
  interface Content {
    void write(Answer out) throws IOException;
  }

  private final HttpServerRequest request;
  private final Content content;

  Streamed(HttpServerRequest request, Content content) {
    this.request = request;
    this.content = content;
  }

  @Override
  public void write(OutputStream out) throws IOException {
    Answer answer = new Answer(out, request.response());
    boolean whole = false;
    try {
      content.write(answer);
      whole = true;
    } catch (IOException e) {
      if (!request.response().closed()) {
        throw e;
      }
      // The client went away, and no fault of ours made it.
    } finally {
      if (!whole && answer.begun) {
        cutOff();
      }
    }
  }

  /** Waits for it: else the end, which follows whatever fails, could still come through. */
  private void cutOff() {
    if (request.connection() instanceof ConnectionBase connection
        && request.version() != HttpVersion.HTTP_2) {
      connection.channel().close();
    } else {
      request.response().reset();
    }
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (!request.response().closed() && System.nanoTime() < giveUp) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** Refuses what nobody would read: whoever makes it stops then. */
  static final class Answer extends FilterOutputStream {
    private final HttpServerResponse response;
    private boolean begun;

    private Answer(OutputStream out, HttpServerResponse response) {
      super(out);
      this.response = response;
    }

    /** Fails when nobody would read any more. */
    void look() throws IOException {
      if (response.closed()) {
        throw new IOException("The client went away");
      }
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      look();
      begun = true;
      out.write(bytes, from, length);
    }
  }
}
