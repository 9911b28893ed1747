package org.bilan.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Server-sent events of an answer that is told while it is made (WHATWG HTML, 9.2), each with a
 * name and a line of JSON.
 */
final class Events {

  private final OutputStream out;
  private boolean begun;

  Events(OutputStream out) {
    this.out = out;
  }

  /** Whether one was sent: the status is then, too. */
  boolean begun() {
    return begun;
  }

  /**
   * Sends one at once.
   *
   * @param json on one line, as UTF-8
   * @throws IOException when nobody listens any more
   */
  void send(String name, byte[] json) throws IOException {
    begun = true;
    out.write("event: %s\ndata: ".formatted(name).getBytes(StandardCharsets.US_ASCII));
    out.write(json);
    out.write(new byte[] {'\n', '\n'});
    out.flush();
  }
}
