package org.bilan.dossier;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What keeps a text from being JSON, in words that need no knowledge of the JSON library. */
final class JsonFault {

  private static final String SYNTAX = "json.syntax";

  private final String text;
  private final int at;
  private final String place;

  /** With the place that the library names, where the document is in UTF-8; else as it says it. */
  private JsonFault(byte[] json, JsonLocation location, String message) {
    int offset = location == null ? -1 : (int) location.getByteOffset();
    if (offset > 0 && message.startsWith("Invalid UTF-8 start byte")) {
      // Of a letter of two bytes that it did not expect the library names the end.
      offset--;
    }
    if (offset < 0 || offset > json.length) {
      this.text = "";
      this.at = -1;
      this.place = location == null ? "" : " (line %d)".formatted(location.getLineNr());
      return;
    }
    this.text = new String(json, StandardCharsets.UTF_8);
    int stopped = new String(json, 0, whole(json, offset), StandardCharsets.UTF_8).length();
    // Of NaN and its like the library names the end.
    this.at = start(message.startsWith("Non-standard") ? stopped - 1 : stopped);
    this.place = " (" + place(at) + ")";
  }

  /** Where the character starts in whose midst the library may have stopped. */
  private static int whole(byte[] json, int offset) {
    int start = offset;
    while (start > 0 && start < json.length && (json[start] & 0xC0) == 0x80) {
      start--;
    }
    return start;
  }

  static Problem of(byte[] json, JsonProcessingException e) {
    String message = String.valueOf(e.getOriginalMessage());
    if (e instanceof StreamConstraintsException) {
      return limit(message);
    }
    JsonFault fault = new JsonFault(json, e.getLocation(), message);
    if (message.startsWith("Duplicate field")) {
      return fault.twice(name(e.getProcessor()));
    }
    return fault.syntax();
  }

  private static Problem limit(String message) {
    String found =
        message.contains("nesting")
            ? "nesting of more than " + Limits.DEPTH + " levels"
            : message.startsWith("Token")
                ? "more than " + Limits.TOKENS + " names, values and brackets"
                : (message.startsWith("Name") ? "a name" : "a number")
                    + " of more than 1000 characters";
    return new Problem(
        "json.limit",
        "",
        found,
        "nesting of at most "
            + Limits.DEPTH
            + " levels, "
            + Limits.TOKENS
            + " names, values and brackets, names and numbers of at most 1000 characters",
        "");
  }

  private Problem twice(String name) {
    return new Problem(
        "json.duplicate-field",
        "",
        "the field '" + Problems.shorten(name) + "' again" + place,
        "each field once",
        "Keep one.");
  }

  private static String name(Object processor) {
    try {
      return processor instanceof JsonParser parser ? parser.currentName() : "";
    } catch (IOException e) {
      return "";
    }
  }

  private Problem syntax() {
    if (at < 0) {
      return syntax("what is not UTF-8", "Save the file as UTF-8.");
    }
    if (at == text.length()) {
      return syntax("the end, too early", "The document is cut off: give it whole.");
    }
    return trailing()
        ? syntax("more after the document's end: " + excerpt(), "Give one document at a time.")
        : syntax(excerpt(), "Mend it there.");
  }

  private Problem syntax(String found, String advice) {
    return new Problem(SYNTAX, "", found + place, "well-formed JSON in UTF-8", advice);
  }

  /** Where the word or number starts in which the library stopped. */
  private int start(int stopped) {
    if (stopped == text.length()) {
      return stopped > 0 && odd(text.charAt(stopped - 1)) ? stopped - 1 : stopped;
    }
    int start = stopped;
    if (Character.isLetterOrDigit(text.codePointAt(stopped))) {
      while (start > 0 && Character.isLetterOrDigit(text.codePointBefore(start))) {
        start = text.offsetByCodePoints(start, -1);
      }
    }
    return start > 0 && text.charAt(start - 1) == '\\' ? start - 1 : start;
  }

  private static boolean odd(char c) {
    return Character.isISOControl(c) && !Character.isWhitespace(c);
  }

  /** Whether a whole document stands before. */
  private boolean trailing() {
    String before = text.substring(0, at).strip();
    return (before.startsWith("{") || before.startsWith("[")) && balanced(before);
  }

  /** Whether all that was opened is closed; the library has read it, so that it is well-formed. */
  private static boolean balanced(String json) {
    int open = 0;
    boolean quoted = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted) {
        open += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      }
    }
    return open == 0 && !quoted;
  }

  private String excerpt() {
    char c = text.charAt(at);
    if (c == '\n' || c == '\r') {
      return "the end of a line within a text";
    }
    if (Character.isISOControl(c)) {
      return "a control character, U+%04X".formatted((int) c);
    }
    int end = text.offsetByCodePoints(at, 1);
    while (end < text.length() && Character.isLetterOrDigit(text.codePointAt(end))) {
      end = text.offsetByCodePoints(end, 1);
    }
    return Problems.shorten(text.substring(at, end));
  }

  /**
   * Line and column. In a document of one line the column alone: it may be a line of an archive,
   * whose number whoever reads the archive tells.
   */
  private String place(int index) {
    int lineStart = text.lastIndexOf('\n', index - 1) + 1;
    boolean marked = text.startsWith("\uFEFF") && lineStart == 0 && index > 0;
    int column = text.codePointCount(lineStart, index) + (marked ? 0 : 1);
    if (text.stripTrailing().indexOf('\n') < 0) {
      return "column " + column;
    }
    long line = text.substring(0, lineStart).chars().filter(c -> c == '\n').count() + 1;
    return "line " + line + ", column " + column;
  }
}
