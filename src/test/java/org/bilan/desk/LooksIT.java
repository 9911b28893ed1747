package org.bilan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bilan.desk.Office.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Pictures of each page, to be looked at (target/screenshots), and what axe finds wrong with it:
 * bright in English at a desk, dark in French on a phone; with -Dlooks=all in all eight ways.
 */
class LooksIT {

  private static final Map<String, String> PAGES = new LinkedHashMap<>();

  static {
    PAGES.put("incidents", "/#/incidents");
    PAGES.put("incident", "/#/incidents/ml-2024-03-17-amasrakad");
    PAGES.put("tuning", "/#/tuning");
    PAGES.put("card", "/#/tuning/independence.second-origin?incident=ml-2024-03-17-amasrakad");
    PAGES.put("rulesets", "/#/tuning/rulesets");
    PAGES.put("ruleset", "/#/tuning/rulesets/1");
    PAGES.put("runs", "/#/runs");
    PAGES.put("evaluate", "/#/runs/evaluate");
    PAGES.put("exports", "/#/runs/exports");
    PAGES.put("entry", "/#/entry");
    PAGES.put("draft", "/#/entry/1");
  }

  @RegisterExtension static final Office OFFICE = new Office();

  @Test
  void eachPageIsFitToBeReadByAll() throws Exception {
    Path folder = Files.createDirectories(Path.of("target", "screenshots"));
    List<String> found = new ArrayList<>();
    JsonNode dossier = OFFICE.admin().json("/dossiers/ml-2024-03-17-amasrakad");
    assertThat(OFFICE.as("eve").done("/drafts", dossier).get("id").asInt()).isEqualTo(1);
    for (Look look : looks()) {
      Page login = OFFICE.arrive(look);
      found.addAll(look("login", look, login, folder));
      Page page = OFFICE.enter("eve", look);
      for (Map.Entry<String, String> each : PAGES.entrySet()) {
        Office.visit(page, each.getValue());
        found.addAll(look(each.getKey(), look, page, folder));
      }
      evaluate(page);
      found.addAll(look("evaluation", look, page, folder));
      page.context().close();
      login.context().close();
    }
    assertThat(found).isEmpty();
  }

  private static void evaluate(Page page) {
    Office.visit(page, "/#/runs/evaluate");
    page.locator("textarea")
        .fill(
            """
            id,grade,desk
            ml-2024-03-17-amasrakad,fair,one
            ml-2024-03-16-gao,weak,two
            ml-2024-03-16-mahou,weak,one
            ml-2024-03-16-banankoro,fair,two
            ml-2024-03-16-danderesso,contested,one
            """);
    page.locator("input:not([type])").fill("desk");
    page.locator("button[type=submit]").click();
    page.locator("main h2").first().waitFor();
  }

  private static List<String> look(String name, Look look, Page page, Path folder)
      throws Exception {
    page.locator("main h1").first().waitFor();
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(folder.resolve(name + "-" + look + ".png"))
            .setFullPage(true));
    // What sticks to an edge covers whatever one has not scrolled from under it: axe looks at a
    // window in which nothing has to be scrolled.
    ViewportSize size = page.viewportSize();
    int height = (int) page.evaluate("document.documentElement.scrollHeight");
    page.setViewportSize(size.width, Math.max(size.height, height));
    List<String> serious = Axe.serious(page);
    page.setViewportSize(size.width, size.height);
    return serious.stream().map(fault -> name + " " + look + ": " + fault).toList();
  }

  private static List<Look> looks() {
    Look desk = Look.DESKTOP;
    if (!System.getProperty("looks", "").equals("all")) {
      return List.of(desk, desk.in("fr").dark().onPhone());
    }
    List<Look> all = new ArrayList<>();
    for (Look language : List.of(desk, desk.in("fr"))) {
      for (Look light : List.of(language, language.dark())) {
        all.add(light);
        all.add(light.onPhone());
      }
    }
    return all;
  }
}
