package org.bilan.gallery;

import java.util.List;
import java.util.Optional;
import org.bilan.assessment.Language;
import org.bilan.assessment.Picture;
import org.bilan.page.WebPage;

/** The pictures of an incident as a page, each with the earlier one beside it where it has one. */
public final class GalleryPage {

  private final Account account;
  private final StringBuilder html = new StringBuilder();

  private GalleryPage(Language language) {
    this.account = new Account(language);
  }

  /**
   * HTML with nothing that runs; it fetches thumbnails from where it came from.
   *
   * @param incident its title, or its id
   */
  public static String of(String incident, List<Picture> pictures, Language language) {
    GalleryPage page = new GalleryPage(language);
    String title = page.account.text("title", incident);
    page.write(title, pictures);
    return WebPage.of(language, title, page.html.toString());
  }

  private void write(String title, List<Picture> pictures) {
    element("h1", title);
    element("p", account.text(pictures.isEmpty() ? "none" : "lead"));
    pictures.forEach(this::write);
  }

  private void write(Picture picture) {
    html.append("<section>\n");
    element("h2", picture.media());
    html.append("<div class=\"pictures\">\n");
    figure(picture.thumbnail(), account.text("alt", picture.media()), account.text("this"));
    picture
        .earlier()
        .ifPresent(
            earlier ->
                figure(
                    earlier.thumbnail(),
                    account.text("alt.earlier"),
                    account.text("before", earlier.at())
                        + earlier.place().map(place -> " · " + place).orElse("")));
    html.append("</div>\n");
    account.earlier(picture).ifPresent(sentence -> element("p class=\"earlier\"", sentence));
    account.same(picture).ifPresent(sentence -> element("p", sentence));
    account.said(picture).ifPresent(sentence -> element("p", sentence));
    element("p", account.established(picture));
    account.differ(picture).ifPresent(sentence -> element("p class=\"differ\"", sentence));
    html.append("</section>\n");
  }

  private void figure(Optional<String> thumbnail, String alternative, String caption) {
    html.append("<figure>\n");
    // A path of hexadecimal digits, and sentences without quotation marks of their own.
    thumbnail.ifPresentOrElse(
        path ->
            html.append("<img loading=\"lazy\" src=\"")
                .append(path)
                .append("\" alt=\"")
                .append(WebPage.escaped(alternative).replace("\"", "&quot;"))
                .append("\"/>\n"),
        () -> element("p", account.text("no-thumbnail")));
    element("figcaption", caption);
    html.append("</figure>\n");
  }

  private void element(String tag, String text) {
    String name = tag.split(" ")[0];
    html.append('<').append(tag).append('>').append(WebPage.escaped(text));
    html.append("</").append(name).append(">\n");
  }
}
