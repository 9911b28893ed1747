package org.bilan.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.bilan.Client;
import org.bilan.desk.Office.Look;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What dossiers say is shown, never run, and breaks nothing. */
class HostileContentIT {

  @TempDir static Path home;
  private static Office office;

  @BeforeAll
  static void open() throws Exception {
    office = Office.open(home);
    var kept =
        office
            .admin()
            .add("hal", "reader", "reporter")
            .send("PUT", "/dossiers/" + HostileDossier.ID, HostileDossier.json());
    assertThat(kept.statusCode()).as(Client.text(kept)).isEqualTo(201);
  }

  @AfterAll
  static void shut() throws Exception {
    office.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/#/incidents",
        "/#/incidents?q=strike",
        "/#/incidents/" + HostileDossier.ID,
        "/#/incidents/" + HostileDossier.ID + "?claim=c1",
        "/#/entry?incident=" + HostileDossier.ID,
        "/#/tuning/independence.second-origin?incident=" + HostileDossier.ID,
        "/#/incidents/<script>window.ran=1</script>",
        "/#/runs/<img src=x onerror=window.ran=1>",
      })
  void isShownAndNeitherRunsNorBreaks(String address) throws Exception {
    for (Look look : new Look[] {Look.DESKTOP, Look.DESKTOP.onPhone()}) {
      Page page = office.enter("eve", look);
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
      assertThat(office.faults()).isEmpty();
      page.context().close();
    }
  }
}
