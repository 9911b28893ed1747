package org.bilan.importer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The articles that a row of UCDP GED names: {@code "Outlet,2017-09-12,Headline"}, several of them
 * between semicolons. Headlines hold commas, semicolons and quotes, outlets commas; older rows are
 * free text.
 */
final class GedArticles {

  private static final Pattern BETWEEN_QUOTED = Pattern.compile("\"\\s*;\\s*\"");

  /** A semicolon after which an outlet and a date follow. */
  private static final Pattern BETWEEN_PLAIN =
      Pattern.compile(";(?=[^;\"]{1,120}?,\\s*\\d{4}-\\d{1,2}-\\d{1,2}\\b)");

  private static final Pattern USUAL =
      Pattern.compile(
          "(?<outlet>[^\\n]{1,200}?)\\s*,\\s*(?<day>\\d{4}-\\d{1,2}-\\d{1,2})\\b(?<rest>.*)",
          Pattern.DOTALL);

  /** {@code Reuters 1989-05-17 "Headline"}, {@code EFE 18 July 2002 "Headline"}. */
  private static final Pattern OLDER =
      Pattern.compile(
          "(?<outlet>\\p{L}[\\p{L} .'&-]{1,60}?),?\\s*"
              + "(?<day>\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2} \\p{L}{3,9} \\d{4})\\b(?<rest>.*)",
          Pattern.DOTALL);

  private static final List<DateTimeFormatter> DAYS =
      Stream.of("uuuu-M-d", "d MMMM uuuu", "d MMM uuuu")
          .map(
              form ->
                  new DateTimeFormatterBuilder()
                      .parseCaseInsensitive()
                      .appendPattern(form)
                      .toFormatter(Locale.ENGLISH)
                      .withResolverStyle(ResolverStyle.STRICT))
          .toList();

  private GedArticles() {}

  /** The articles of a row; those without a date of their own have none. */
  static List<Draft.Article> of(Cells row) {
    Optional<String> cell = row.text("source_article");
    if (cell.isEmpty()) {
      return offices(row);
    }
    List<Draft.Article> articles = new ArrayList<>();
    for (String entry : entries(cell.get())) {
      article(entry, row).ifPresent(articles::add);
    }
    return articles;
  }

  private static String[] entries(String cell) {
    return cell.startsWith("\"")
        ? BETWEEN_QUOTED.split(cell.substring(1).replaceFirst("\"\\s*;?$", ""))
        : BETWEEN_PLAIN.split(cell);
  }

  private static Optional<Draft.Article> article(String entry, Cells row) {
    String text = entry.strip();
    for (Pattern form : List.of(USUAL, OLDER)) {
      Matcher parts = form.matcher(text);
      if (parts.matches()) {
        Optional<String> headline =
            Optional.of(parts.group("rest").replaceFirst("^[\\s,:]+", "").strip())
                .map(GedArticles::unquoted)
                .filter(h -> !h.isEmpty());
        return Optional.of(
            new Draft.Article(
                Optional.of(parts.group("outlet").strip()),
                day(parts.group("day"), row),
                headline));
      }
    }
    return Optional.of(text)
        .filter(t -> t.codePoints().anyMatch(Character::isLetterOrDigit))
        .map(t -> new Draft.Article(Optional.empty(), Optional.empty(), Optional.of(t)));
  }

  private static String unquoted(String headline) {
    return headline.startsWith("\"") ? headline.substring(1).replaceFirst("\"$", "") : headline;
  }

  /** Layouts without articles may name the outlets alone. */
  private static List<Draft.Article> offices(Cells row) {
    return row.text("source_office").map(Speakers::of).orElse(List.of()).stream()
        .map(name -> new Draft.Article(Optional.of(name), Optional.empty(), Optional.empty()))
        .toList();
  }

  private static Optional<LocalDate> day(String text, Cells row) {
    for (DateTimeFormatter form : DAYS) {
      try {
        return Optional.of(LocalDate.parse(text, form));
      } catch (DateTimeException e) {
        // Perhaps the next.
      }
    }
    row.note(
        "article.no-date", "source_article", text, "a day that there is", "Taken without date.");
    return Optional.empty();
  }
}
