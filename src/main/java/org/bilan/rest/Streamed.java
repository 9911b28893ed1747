package org.bilan.rest;

import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * An answer that is sent while it is made. What fails before its first byte is answered like any
 * failure; what fails later is cut off with its connection. Else it would be ended as if it were
 * whole.
 */
final class Streamed implements StreamingOutput {

  /** What makes the answer. */
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  private final HttpServerResponse response;
  private final Content content;

  Streamed(HttpServerResponse response, Content content) {
    this.response = response;
    this.content = content;
  }

  @Override
  public void write(OutputStream out) throws IOException {
    Begun begun = new Begun(out);
    boolean whole = false;
    try {
      content.write(begun);
      whole = true;
    } catch (IOException e) {
      if (!response.closed()) {
        throw e;
      }
      // The client went away, and no fault of ours made it.
    } finally {
      if (!whole && begun.yes) {
        response.reset();
      }
    }
  }

  private static final class Begun extends FilterOutputStream {
    private boolean yes;

    Begun(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int one) throws IOException {
      yes = true;
      out.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      yes = true;
      out.write(bytes, from, length);
    }
  }
}
