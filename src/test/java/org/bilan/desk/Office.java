package org.bilan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bilan.Client;
import org.bilan.PackagedServer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A packaged service with people and the seeds, and the browser that they look at it with: one for
 * all tests of a class, each of which fails too when something failed in a page unseen.
 */
final class Office implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

  /**
   * How long a person would wait for anything here, in milliseconds: machines of tests are slow.
   */
  private static final double PATIENCE = 20_000;

  private final List<String> faults = new ArrayList<>();
  private PackagedServer server;
  private Chromium chromium;
  private Client admin;

  @Override
  public void beforeAll(ExtensionContext tests) throws Exception {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    String home = PackagedServer.home(tests.getRequiredTestClass()).toString();
    server = PackagedServer.launch(Map.of("BILAN_HOME", home)).started();
    admin = Client.of(server);
    admin.add("eve", "reader", "reporter", "editor");
    admin.add("abe", "reader", "approver");
    admin.add("oda", "reader", "operator", "editor");
    admin.add("rae", "reader");
    Client writer = admin.add("wim", "reader", "reporter");
    for (Path seed : seeds()) {
      String id = Client.JSON.readTree(seed.toFile()).at("/incident/id").asText();
      var kept = writer.send("PUT", "/dossiers/" + id, Files.readAllBytes(seed));
      assertThat(kept.statusCode()).as(Client.text(kept)).isEqualTo(201);
    }
    chromium = Chromium.launch();
  }

  /** Exceptions in any page, and what the policy of a page forbade. */
  @Override
  public void afterEach(ExtensionContext test) {
    List<String> seen = List.copyOf(faults);
    faults.clear();
    assertThat(seen).isEmpty();
  }

  /** What went wrong so far in the pages of this test, which takes away what it has provoked. */
  List<String> faults() {
    return faults;
  }

  /** Also where it was not opened whole. */
  @Override
  public void afterAll(ExtensionContext tests) throws Exception {
    try (PackagedServer ended = server) {
      if (chromium != null) {
        chromium.close();
      }
      // What pages that were left open have told since the last test.
      assertThat(faults).isEmpty();
    }
  }

  private static List<Path> seeds() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("seeds"))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  /** How somebody has set up their browser. */
  record Look(String language, ColorScheme scheme, int width, int height) {
    static final Look DESKTOP = new Look("en", ColorScheme.LIGHT, 1440, 900);

    Look in(String other) {
      return new Look(other, scheme, width, height);
    }

    Look dark() {
      return new Look(language, ColorScheme.DARK, width, height);
    }

    Look onPhone() {
      return new Look(language, scheme, 390, 844);
    }

    @Override
    public String toString() {
      return language
          + "-"
          + scheme.name().toLowerCase()
          + "-"
          + (width < 600 ? "phone" : "desktop");
    }
  }

  /** A browser of somebody's own, before they have logged in, where the desk begins. */
  Page arrive(Look look) throws IOException {
    BrowserContext context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(server.address().toString())
                    .setLocale(look.language().equals("fr") ? "fr-FR" : "en-GB")
                    .setColorScheme(look.scheme())
                    .setAcceptDownloads(true)
                    .setViewportSize(look.width(), look.height()));
    context.setDefaultTimeout(PATIENCE);
    Page page = context.newPage();
    page.onPageError(error -> faults.add("script: " + error));
    page.onConsoleMessage(
        message -> {
          // Of what the service refuses the browser tells by itself; tests look at what the page
          // says.
          if (message.type().equals("error")
              && !message.text().contains("Failed to load resource")) {
            faults.add("console: " + message.text());
          }
        });
    page.navigate("/");
    return page;
  }

  /** Somebody who has logged in. */
  Page enter(String name, Look look) throws IOException {
    Page page = arrive(look);
    boolean french = look.language().equals("fr");
    page.getByLabel(french ? "Nom" : "Name").fill(name);
    page.getByLabel(french ? "Mot de passe" : "Password").fill(PackagedServer.PASSWORD);
    button(page, french ? "Se connecter" : "Log in").click();
    page.getByRole(AriaRole.NAVIGATION).waitFor();
    return page;
  }

  Client admin() {
    return admin;
  }

  /** Goes to a part of the desk, and waits until nothing there is being fetched any more. */
  static void visit(Page page, String address) {
    page.navigate(address);
    // Going behind the hash loads no page: what it asks for begins a moment later.
    page.waitForTimeout(500);
    PlaywrightAssertions.assertThat(page.locator("main .loading")).hasCount(0);
    page.waitForLoadState(LoadState.NETWORKIDLE);
    PlaywrightAssertions.assertThat(page.locator("main .loading")).hasCount(0);
  }

  static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  static Locator button(Locator part, String name) {
    return part.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Somebody who sends requests without a browser. */
  Client as(String name) {
    return admin.as(PackagedServer.basic(name, PackagedServer.PASSWORD));
  }
}
