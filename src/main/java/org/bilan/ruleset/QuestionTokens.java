package org.bilan.ruleset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bilan.dossier.Suggestion;

/**
 * The words and signs of a question. Comments run from {@code //} to the line's end; outside of
 * them only what a question needs is known at all: no backslashes, no block comments.
 */
final class QuestionTokens {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|//[^\\n\\r]*"
              + "|(\"[A-Za-z0-9 ._-]*\"|\\$?[A-Za-z_][A-Za-z0-9_]*|[0-9]+"
              + "|==|!=|>=|<=|&&|\\|\\||[:.,;()<>!])");

  /** What the file holds that is no question. */
  static final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final int line;
    private final String advice;

    Refused(String code, int line, String message, String advice) {
      super(message);
      this.code = code;
      this.line = line;
      this.advice = advice;
    }

    String code() {
      return code;
    }

    int line() {
      return line;
    }

    String advice() {
      return advice;
    }
  }

  private record Token(String text, int line) {}

  /** Words and signs of one question: some four times our longest. */
  static final int MOST = 200;

  private final List<Token> tokens = new ArrayList<>();
  private int at;

  QuestionTokens(String text) {
    Matcher matcher = TOKEN.matcher(text);
    int line = 1;
    int place = 0;
    while (place < text.length() && tokens.size() <= MOST) {
      if (!matcher.find(place) || matcher.start() != place) {
        // Kept as a token that nothing expects, so that the reader refuses it at its line.
        tokens.add(new Token(visible(text.codePointAt(place)), line));
        return;
      }
      if (matcher.group(1) != null) {
        tokens.add(new Token(matcher.group(1), line));
      }
      line += (int) matcher.group().chars().filter(c -> c == '\n').count();
      place = matcher.end();
    }
  }

  /** A character that can be told from others on the screen, or its number. */
  private static String visible(int character) {
    boolean shown =
        switch (Character.getType(character)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SPACE_SEPARATOR,
              Character.NON_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              false;
          default -> true;
        };
    return shown ? Character.toString(character) : String.format("U+%04X", character);
  }

  /** Refuses what is too long to be a question, before it makes a compiler's stack overflow. */
  void checkLength() throws Refused {
    if (tokens.size() > MOST) {
      at = tokens.size();
      throw refuse(
          "question.too-long",
          "more than " + MOST + " words and signs.",
          "Where a question needs so many, a kind of fact is missing.");
    }
  }

  /** The line of the token that was taken last. */
  int line() {
    return tokens.isEmpty() ? 1 : tokens.get(Math.max(0, Math.min(at, tokens.size()) - 1)).line();
  }

  boolean next(String expected) {
    return at < tokens.size() && tokens.get(at).text().equals(expected);
  }

  boolean nextIsNumber() {
    return at < tokens.size() && Character.isDigit(tokens.get(at).text().charAt(0));
  }

  boolean takeIf(String expected) {
    if (next(expected)) {
      at++;
      return true;
    }
    return false;
  }

  String take() throws Refused {
    if (at >= tokens.size()) {
      throw refuse("question.shape", "the file ends too early.");
    }
    return tokens.get(at++).text();
  }

  void take(String... expected) throws Refused {
    for (String word : expected) {
      if (!next(word)) {
        String found = at < tokens.size() ? "\"" + tokens.get(at).text() + "\"" : "the file's end";
        at = Math.min(at + 1, tokens.size());
        throw refuse("question.shape", "expected \"" + word + "\", found " + found + ".", SHAPE);
      }
      at++;
    }
  }

  void takeEnd() throws Refused {
    if (at < tokens.size()) {
      at++;
      throw refuse(
          "question.more",
          "\"" + tokens.get(at - 1).text() + "\" follows the rule.",
          "One file holds one rule and nothing else.");
    }
  }

  String text() throws Refused {
    String token = take();
    // A quotation mark alone is one without its partner.
    if (!token.startsWith("\"") || token.length() < 2) {
      throw refuse("question.shape", "expected a text, found \"" + token + "\".", SHAPE);
    }
    return token.substring(1, token.length() - 1);
  }

  String variable() throws Refused {
    String token = take();
    if (!token.startsWith("$") || token.equals("$card")) {
      throw refuse("question.shape", "expected a variable, found \"" + token + "\".", SHAPE);
    }
    return token;
  }

  String name() throws Refused {
    String token = take();
    if (!Character.isLetter(token.charAt(0))) {
      throw refuse("question.shape", "expected a name, found \"" + token + "\".", SHAPE);
    }
    return token;
  }

  Refused refuse(String code, String message) {
    return refuse(code, message, "");
  }

  Refused refuse(String code, String message, String advice) {
    return new Refused(code, line(), message, advice);
  }

  Refused unknown(String code, String what, String word, Collection<String> known) {
    return refuse(
        code,
        "unknown " + what + " \"" + word + "\".",
        Suggestion.advice(word, known, "Known: " + String.join(", ", known) + "."));
  }

  private static final String SHAPE = "See rules/README.md for the shape of a question.";
}
