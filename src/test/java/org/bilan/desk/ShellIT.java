package org.bilan.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bilan.desk.Office.button;
import static org.bilan.desk.Office.named;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bilan.Client;
import org.bilan.PackagedServer;
import org.bilan.desk.Office.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What stands around the parts of the desk: the way in and out, languages, the keyboard. */
class ShellIT {

  @RegisterExtension static final Office OFFICE = new Office();

  @Test
  void whoIsNotKnownIsToldAndKeepsWhatTheyTyped() throws Exception {
    Page page = OFFICE.arrive(Look.DESKTOP);
    page.getByLabel("Name").fill("eve");
    page.getByLabel("Password").fill("not-the-password");
    button(page, "Log in").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Nobody is known");
    assertThat(page.getByLabel("Name")).hasValue("eve");
    page.getByLabel("Password").fill(PackagedServer.PASSWORD);
    page.keyboard().press("Enter");
    assertThat(page.getByRole(AriaRole.NAVIGATION)).isVisible();
  }

  @Test
  void oneIsStillInAfterReloadingAndOutAfterLoggingOut() throws Exception {
    Page page = OFFICE.enter("rae", Look.DESKTOP);
    page.navigate("/#/tuning");
    page.reload();
    assertThat(page.getByRole(AriaRole.NAVIGATION).first()).isVisible();
    button(page, "Log out").click();
    assertThat(page.getByLabel("Password")).isVisible();
    page.reload();
    assertThat(page.getByLabel("Password")).isVisible();
  }

  @Test
  void aSessionThatEndsElsewhereAsksAgainAndGoesOnWhereOneWas() throws Exception {
    Page page = OFFICE.enter("rae", Look.DESKTOP);
    page.context().clearCookies();
    page.navigate("/#/incidents/ml-2024-03-17-amasrakad");
    Locator way = page.getByRole(AriaRole.DIALOG);
    assertThat(way).containsText("Your session has ended");
    page.getByLabel("Name").fill("rae");
    page.getByLabel("Password").fill(PackagedServer.PASSWORD);
    button(page, "Log in").click();
    assertThat(page.getByRole(AriaRole.NAVIGATION)).isVisible();
    assertThat(page).hasURL(Pattern.compile(".*#/incidents/ml-2024-03-17-amasrakad"));
    assertThat(way).not().isVisible();
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .hasText("Drone strikes at Amasrakad");
    assertThat(page.getByText("Your session has ended")).hasCount(0);
  }

  /** As when they log in by another program of the same browser: no page tells this one. */
  @Test
  void whatTheSessionOfAnotherPersonMaySeeIsNotShownToThisOne() throws Exception {
    Page page = OFFICE.enter("rae", Look.DESKTOP);
    APIResponse other =
        page.context()
            .request()
            .post(
                "/session",
                RequestOptions.create()
                    .setData(Map.of("name", "eve", "password", PackagedServer.PASSWORD)));
    assertThat(other).isOK();
    page.navigate("/#/incidents/ml-2024-03-17-amasrakad");
    assertThat(page.getByRole(AriaRole.DIALOG))
        .containsText("eve has logged in from another page of this browser");
    assertThat(page.locator("main")).not().containsText("Amasrakad");
    page.getByLabel("Name").fill("rae");
    page.getByLabel("Password").fill(PackagedServer.PASSWORD);
    button(page, "Log in").click();
    assertThat(page.getByRole(AriaRole.DIALOG)).not().isVisible();
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .hasText("Drone strikes at Amasrakad");
    assertThat(page.getByText("You are rae")).isVisible();
  }

  @Test
  void theLanguageIsTheBrowsersUntilOneChoosesAndStays() throws Exception {
    Page page = OFFICE.enter("rae", Look.DESKTOP.in("fr"));
    assertThat(page.locator("html")).hasAttribute("lang", "fr");
    assertThat(link(page, "Nouveau dossier")).isVisible();
    page.getByLabel("Langue").selectOption("en");
    assertThat(link(page, "New dossier")).isVisible();
    page.reload();
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    assertThat(link(page, "New dossier")).isVisible();
  }

  @Test
  void theKeyboardReachesTheContentAtOnce() throws Exception {
    Page page = OFFICE.enter("rae", Look.DESKTOP);
    page.locator("body").press("Tab");
    for (int i = 0; i < 3 && !page.locator(":focus").textContent().contains("Skip"); i++) {
      page.keyboard().press("Tab");
    }
    assertThat(page.locator(":focus")).hasText("Skip to the content");
    page.keyboard().press("Enter");
    assertThat(page.locator("main")).isFocused();
  }

  @Test
  void anAddressWithNothingSaysSo() throws Exception {
    Page page = OFFICE.enter("rae", Look.DESKTOP);
    page.navigate("/#/nowhere/%E0%A4%A");
    assertThat(page.getByText("There is nothing at this address.")).isVisible();
  }

  @Test
  void filesOfTheDeskAreKeptByBrowsersAndErrorsAreNot() throws Exception {
    String page = Client.text(OFFICE.admin().get("/"));
    Matcher script = Pattern.compile("src=\"(/assets/[^\"]+)\"").matcher(page);
    assertThat(script.find()).isTrue();
    assertThat(OFFICE.admin().get(script.group(1)).headers().firstValue("Cache-Control"))
        .hasValue("public, max-age=31536000, immutable");
    assertThat(OFFICE.admin().get("/assets/gone.js").headers().firstValue("Cache-Control"))
        .hasValue("private, no-cache");
  }

  @Test
  void whatIsWrittenIntoThePageNeverRuns() throws Exception {
    Page page = OFFICE.arrive(Look.DESKTOP);
    // Even a page that went wrong could not run what a dossier says, nor let it look otherwise.
    Object ran =
        page.evaluate(
            """
            async () => {
              const tried = [];
              const trying = (name, what) => { try { what(); tried.push(name); } catch { /* refused */ } };
              // Later: what a test asks for itself, Chromium lets pass.
              await new Promise((done) => setTimeout(() => { trying('eval', () => (0, eval)('1')); done(); }));
              trying('html', () => { document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.ran=1">'); });
              const script = document.createElement('script');
              trying('script text', () => { script.textContent = 'window.ran = 1'; document.body.append(script); });
              const style = document.createElement('style');
              style.textContent = 'body { --turned: 1 }';
              document.head.append(style);
              await new Promise((done) => setTimeout(done, 300));
              if (window.ran) tried.push('ran');
              if (getComputedStyle(document.body).getPropertyValue('--turned')) tried.push('style');
              return tried.join();
            }
            """);
    OFFICE
        .faults()
        .removeIf(fault -> fault.contains("Content Security Policy") || fault.contains("Trusted"));
    assertThat(ran).asString().isEmpty();
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, named(name));
  }
}
