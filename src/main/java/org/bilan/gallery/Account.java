package org.bilan.gallery;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bilan.assessment.Language;
import org.bilan.assessment.Picture;

/** What is to be told of a picture in plain sentences of one language. */
public final class Account {

  /** Else English, which is the root, would give way to the language of the machine. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /** Marks of Unicode that embed, override or isolate a direction of writing. */
  private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

  private final ResourceBundle words;
  private final Locale locale;

  /** The sentences in a language. */
  public Account(Language language) {
    this.locale = Locale.forLanguageTag(language.word());
    this.words = ResourceBundle.getBundle("org.bilan.gallery.pictures", locale, NO_FALLBACK);
  }

  /** What the dossier says; empty where it says nothing of what can be established. */
  public Optional<String> said(Picture picture) {
    return told("said", picture.said());
  }

  /** What stands in the file. */
  public String established(Picture picture) {
    Picture.Told told = picture.established();
    List<String> parts = parts(told);
    if (parts.isEmpty()) {
      return text("established.unseen");
    }
    String sentence = sentence(parts);
    return parts.size() == 1 && told.credentials().isPresent()
        ? text(
            "established.nothing",
            sentence.substring(0, 1).toUpperCase(locale) + sentence.substring(1))
        : text("established", sentence);
  }

  /** Which other files of the dossier show the same; empty where there are none. */
  public Optional<String> same(Picture picture) {
    return picture.same().isEmpty()
        ? Optional.empty()
        : Optional.of(text("same", String.join(", ", picture.same())));
  }

  /** In what the two differ; empty where they do not. */
  public Optional<String> differ(Picture picture) {
    return picture.differ().isEmpty()
        ? Optional.empty()
        : Optional.of(
            text(
                "differ",
                picture.differ().stream()
                    .map(field -> text("field." + field))
                    .collect(Collectors.joining(", "))));
  }

  /** Where it appeared earlier; empty where nothing is remembered. */
  public Optional<String> earlier(Picture picture) {
    return picture.earlier().map(this::earlier);
  }

  private String earlier(Picture.Earlier earlier) {
    List<String> parts = new ArrayList<>();
    parts.add(text("earlier", earlier.at(), text("ground." + earlier.ground().word())));
    earlier.place().ifPresent(place -> parts.add(text("earlier.place", place)));
    earlier.incident().ifPresent(incident -> parts.add(text("earlier.incident", incident)));
    earlier.url().ifPresent(url -> parts.add(text("earlier.url", url)));
    return sentence(parts);
  }

  private Optional<String> told(String who, Picture.Told told) {
    List<String> parts = parts(told);
    return parts.isEmpty() ? Optional.empty() : Optional.of(text(who, sentence(parts)));
  }

  private List<String> parts(Picture.Told told) {
    List<String> parts = new ArrayList<>();
    told.capturedAt().ifPresent(at -> parts.add(text("captured", at)));
    told.place().map(this::place).ifPresent(place -> parts.add(text("place", place)));
    told.device().ifPresent(device -> parts.add(text("device", device)));
    if (!told.software().isEmpty()) {
      parts.add(text("software", String.join(", ", told.software())));
    }
    told.editedAt().ifPresent(at -> parts.add(text("edited", at)));
    told.firstSeenAt().ifPresent(at -> parts.add(text("first-seen", at)));
    told.credentials().ifPresent(word -> parts.add(text("credentials." + word)));
    told.contradictions().forEach(c -> parts.add(text("contradiction." + c.word())));
    return parts;
  }

  private String place(Picture.Where place) {
    List<String> parts = new ArrayList<>();
    place.name().ifPresent(parts::add);
    if (place.lat().isPresent() && place.lon().isPresent()) {
      // Five decimals are about a metre; always with a point, as maps take them.
      parts.add(
          String.format(
              Locale.ROOT, "%.5f, %.5f", place.lat().getAsDouble(), place.lon().getAsDouble()));
    }
    return String.join(" · ", parts);
  }

  private static String sentence(List<String> parts) {
    return String.join("; ", parts) + ".";
  }

  /** Without what would turn the letters around it. */
  private static String inOrder(Object value) {
    return TURNING.matcher(String.valueOf(value)).replaceAll("");
  }

  String text(String key, Object... values) {
    return new MessageFormat(words.getString(key), locale)
        .format(Arrays.stream(values).map(Account::inOrder).toArray());
  }
}
