package org.bilan.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.bilan.assessment.Language;

/** A page as HTML that is well-formed XML too, with its styles and nothing that runs. */
public final class WebPage {

  private static final String STYLE = style();

  /**
   * Names the styles of every page by their SHA-256, for a policy that allows them and no others
   * (Content Security Policy 3, source expression hash-source).
   */
  public static final String STYLE_HASH = hash("\n" + STYLE);

  private WebPage() {}

  /**
   * The page.
   *
   * @param title as plain text
   * @param body as HTML
   */
  public static String of(Language language, String title, String body) {
    return """
    <!DOCTYPE html>
    <html lang="%s">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>%s</title>
    <style>
    %s</style>
    </head>
    <body>
    <main>
    %s</main>
    </body>
    </html>
    """
        .formatted(language.word(), escaped(title), STYLE, body);
  }

  /** Plain text as the content of an element; not of an attribute. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String hash(String style) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static String style() {
    try (InputStream css = WebPage.class.getResourceAsStream("page.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
