package org.bilan.dossier;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * Texts that UTF-8 cannot hold. JSON can escape half a surrogate pair (a picture character that
 * some program has cut in two); a table would lose it, and strict programs refuse any JSON that
 * quotes it (I-JSON, RFC 7493, forbids it).
 */
final class Characters {

  private Characters() {}

  /** Where the first half of a surrogate pair without its other half stands. */
  static OptionalInt firstHalf(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
        if (!pair) {
          return OptionalInt.of(i);
        }
        i++;
      }
    }
    return OptionalInt.empty();
  }

  /** The text with a replacement character for each half. */
  static String writable(String text) {
    if (firstHalf(text).isEmpty()) {
      return text;
    }
    StringBuilder whole = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }

  /**
   * Where the first byte stands that is no UTF-8. JSON in UTF-16 or UTF-32, told by a mark or by
   * the zero bytes of its first characters, is left to the JSON library.
   */
  static OptionalInt notUtf8(byte[] json) {
    if (wide(json)) {
      return OptionalInt.empty();
    }
    // The JSON library reads some sequences that are no UTF-8, such as overlong ones.
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.wrap(json);
    CharBuffer characters = CharBuffer.allocate(8192);
    CoderResult result;
    do {
      characters.clear();
      result = decoder.decode(bytes, characters, true);
    } while (result.isOverflow());
    return result.isError() ? OptionalInt.of(bytes.position()) : OptionalInt.empty();
  }

  private static boolean wide(byte[] json) {
    for (int i = 0; i < Math.min(4, json.length); i++) {
      if (json[i] == 0) {
        return true;
      }
    }
    return json.length >= 2
        && (json[0] == (byte) 0xFE && json[1] == (byte) 0xFF
            || json[0] == (byte) 0xFF && json[1] == (byte) 0xFE);
  }
}
