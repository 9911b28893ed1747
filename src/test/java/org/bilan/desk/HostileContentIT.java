package org.bilan.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bilan.Client;
import org.bilan.desk.Office.Look;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What dossiers say is shown, never run, and breaks nothing. */
class HostileContentIT {

  @RegisterExtension static final Office OFFICE = new Office();

  /** One who has logged in, for each look. */
  private static final Map<Look, Page> PAGES = new HashMap<>();

  @BeforeAll
  static void open() throws Exception {
    var kept =
        OFFICE
            .admin()
            .add("hal", "reader", "reporter")
            .send("PUT", "/dossiers/" + HostileDossier.ID, HostileDossier.json());
    assertThat(kept.statusCode()).as(Client.text(kept)).isEqualTo(201);
    Client eve = OFFICE.as("eve");
    for (String odd : HostileDossier.WORDS) {
      // The service keeps no reason and no name that turns the direction of what stands beside it.
      String words = odd.replaceAll("[\\p{Cc}\\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]", "");
      done(
          eve.send(
              "PUT",
              "/dossiers/" + HostileDossier.ID + "/claims/c1/override",
              Client.JSON.writeValueAsBytes(Map.of("grade", "weak", "reason", words))));
      done(
          eve.send(
              "PUT",
              "/views/" + encoded(words.replace("/", ""), 80),
              Client.JSON.writeValueAsBytes(Map.of("query", "q=" + encoded(odd, 100)))));
    }
    done(eve.post("/drafts", Client.JSON.readTree(HostileDossier.json())));
    // A draft need not be a dossier.
    done(
        eve.post(
            "/drafts",
            Map.of(
                "incident",
                Map.of("title", List.of(Map.of("x", 1)), "id", 7, "date", "<b>"),
                "sources",
                "none",
                "claims",
                List.of(1, "two", List.of()),
                "reports",
                Map.of("__proto__", Map.of("polluted", true)))));
  }

  private static String encoded(String text, int most) {
    return URLEncoder.encode(text.substring(0, Math.min(most, text.length())), UTF_8)
        .replace("+", "%20");
  }

  private static void done(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).as(Client.text(answer)).isBetween(200, 299);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/#/incidents",
        "/#/incidents?q=strike",
        "/#/incidents/" + HostileDossier.ID,
        "/#/incidents/" + HostileDossier.ID + "?claim=c1",
        "/#/entry",
        "/#/entry/1",
        "/#/entry/2",
        "/#/entry?incident=" + HostileDossier.ID,
        "/#/tuning/independence.second-origin?incident=" + HostileDossier.ID,
        "/#/incidents/<script>window.ran=1</script>",
        "/#/runs/<img src=x onerror=window.ran=1>",
      })
  void isShownAndNeitherRunsNorBreaks(String address) throws Exception {
    for (Look look : new Look[] {Look.DESKTOP, Look.DESKTOP.onPhone()}) {
      if (!PAGES.containsKey(look)) {
        PAGES.put(look, OFFICE.enter("eve", look));
      }
      Page page = PAGES.get(look);
      Office.visit(page, address);
      assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)).first())
          .isVisible();
      assertThat(page.evaluate("window.ran")).isNull();
      assertThat(page.locator("a[href^='javascript:']").count()).isZero();
      assertThat(
              page.evaluate(
                  "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
          .as("pixels that stand out at the right of %s on %s", address, look)
          .isEqualTo(0);
      page.navigate("about:blank"); // What would still go wrong there does so in this test.
    }
  }
}
