package org.bilan.rest;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection over which a test sends what it likes, when it likes. */
final class Connection implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: ([0-9]+)\r\n");

  private final Socket socket;

  Connection(URL service) throws IOException {
    socket = new Socket(service.getHost(), service.getPort());
    socket.setSoTimeout(20_000);
  }

  /** Sends text, a byte for each character. */
  Connection send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  /** The head of a POST of the first login, and the beginning of its body. */
  Connection begin(String path, int length) throws IOException {
    return send(
        "POST "
            + path
            + " HTTP/1.1\r\nHost: a\r\nAuthorization: "
            + LoggedIn.basic()
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + length
            + "\r\n\r\n{");
  }

  /** The next answer, with its body if it says its length; empty if the connection is closed. */
  String answer() throws IOException {
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      if (!read(answer)) {
        return answer.toString();
      }
    }
    Matcher length = LENGTH.matcher(answer);
    for (int left = length.find() ? Integer.parseInt(length.group(1)) : 0; left > 0; left--) {
      read(answer);
    }
    return answer.toString();
  }

  private boolean read(StringBuilder answer) throws IOException {
    int next = socket.getInputStream().read();
    if (next >= 0) {
      answer.append((char) next);
    }
    return next >= 0;
  }

  /** Whether it is open and nothing has been answered yet. */
  boolean isUnanswered() throws IOException {
    socket.setSoTimeout(1);
    try {
      socket.getInputStream().read(); // a byte, or the end
      return false;
    } catch (SocketTimeoutException nothing) {
      return true;
    } finally {
      socket.setSoTimeout(20_000);
    }
  }

  /** Breaks it off without an end, as when a program is killed. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
