package org.bilan.desk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chromium as Debian packages it, without a window. It is installed where it is absent and that can
 * be done; Playwright's own browsers are never fetched, nor its Node.js: the one that builds the
 * desk runs its driver.
 */
final class Chromium implements AutoCloseable {

  /** It is told to look for nothing elsewhere: in a closed network each try would cost seconds. */
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox", // which root cannot have
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Chromium launch() throws IOException, InterruptedException {
    Path executable = installed();
    Path node =
        onPath("node").orElseThrow(() -> new IllegalStateException("There is no Node.js on PATH"));
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        node.toString(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
    return new Chromium(
        playwright,
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(FLAGS)));
  }

  Browser browser() {
    return browser;
  }

  private static Path installed() throws IOException, InterruptedException {
    Optional<Path> found = found();
    if (found.isEmpty() && onPath("apt-get").isPresent()) {
      run("apt-get", "update");
      run("apt-get", "install", "-y", "--no-install-recommends", "chromium");
      found = found();
    }
    return found.orElseThrow(
        () ->
            new IllegalStateException(
                "The desk is tested in Chromium: install it (Debian's package is named chromium)"));
  }

  private static Optional<Path> found() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> onPath(name).stream())
        .findFirst();
  }

  private static Optional<Path> onPath(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static void run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
    int code = builder.start().waitFor();
    if (code != 0) {
      throw new IllegalStateException(String.join(" ", command) + " ended with " + code);
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
