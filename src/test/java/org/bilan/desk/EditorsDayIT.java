package org.bilan.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bilan.desk.Office.named;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bilan.Client;
import org.bilan.desk.Office.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an editor does in a day, in a real browser, on the packaged service with the seeds. */
class EditorsDayIT {

  private static final String AMASRAKAD = "ml-2024-03-17-amasrakad";
  private static final String RULE = "independence.second-origin";

  @RegisterExtension static final Office OFFICE = new Office();

  @Test
  void amasrakadIsFoundAndSaysWhy() throws Exception {
    Page page = OFFICE.enter("rae", Look.DESKTOP);
    page.getByRole(AriaRole.SEARCHBOX, named("Search")).fill("amasr");
    assertThat(page.getByText("1 incident found")).isVisible();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Drone strikes at Amasrakad"))
        .click();
    assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText("Drone strikes at Amasrakad");
    Locator claims = page.getByRole(AriaRole.LIST, named("Who says what"));
    assertThat(claims).containsText("14 civilians killed");
    assertThat(claims).containsText("fair");
    claims
        .getByRole(
            AriaRole.LINK, new Locator.GetByRoleOptions().setName("Why? 14 civilians killed"))
        .click();
    Locator sum = page.getByRole(AriaRole.TABLE, named("From the start to the evidence: harm"));
    assertThat(sum).containsText("2 independent origins support it.");
    assertThat(sum).containsText("+5");
    // The page tells the same as the service, to the number.
    for (JsonNode claim :
        OFFICE.admin().json("/dossiers/" + AMASRAKAD + "/assessment").get("claims")) {
      assertThat(claims).containsText(claim.get("score").asText() + "/100");
    }
    for (String part :
        new String[] {"Contradictions", "Origins", "Timeline", "Pictures", "Reports", "History"}) {
      page.getByRole(AriaRole.TAB, named(part)).click();
      assertThat(
              page.getByRole(
                  AriaRole.HEADING,
                  new Page.GetByRoleOptions().setName(part).setLevel(2).setExact(true)))
          .isVisible();
    }
    page.context().close();
  }

  @Test
  void rulesAreEvaluatedWhileOneWatchesAndMayStop() throws Exception {
    Page page = OFFICE.enter("eve", Look.DESKTOP);
    page.navigate("/#/runs/evaluate");
    List<JsonNode> incidents = new ArrayList<>();
    OFFICE.admin().json("/dossiers?size=100").get("items").forEach(incidents::add);
    String table =
        incidents.stream()
            .map(incident -> incident.get("incident").asText() + ",fair\n")
            .collect(Collectors.joining("", "id,grade\n", ""));
    page.getByLabel("or pasted here").fill(table);
    page.getByLabel("Resamples").fill("10000");
    Locator evaluate = page.getByRole(AriaRole.BUTTON, named("Evaluate"));
    evaluate.click();
    assertThat(page.getByText(Pattern.compile("\\d+ of \\d+ done"))).isVisible();
    assertThat(page.getByRole(AriaRole.PROGRESSBAR)).isVisible();
    page.getByRole(AriaRole.BUTTON, named("Stop")).click();
    assertThat(page.getByText("Stopped. Nothing was measured.")).isVisible();
    assertThat(page.getByRole(AriaRole.PROGRESSBAR)).hasCount(0);
    assertThat(page.getByRole(AriaRole.HEADING, level(2))).hasCount(0);
    page.getByLabel("Resamples").fill("50");
    evaluate.click();
    assertThat(page.getByRole(AriaRole.HEADING, level(2))).hasText("Result");
    assertThat(page.getByText(incidents.size() + " graded claims")).isVisible();
    Download download =
        page.waitForDownload(() -> page.getByRole(AriaRole.BUTTON, named("Answer (JSON)")).click());
    JsonNode told = Client.JSON.readTree(download.path().toFile());
    assertThat(told.at("/bootstrap/resamples").asInt()).isEqualTo(50);
    assertThat(told.at("/all/claims").asInt()).isEqualTo(incidents.size());
    page.context().close();
  }

  @Test
  void aWeightIsMovedTriedApprovedByAnotherPutInForceAndTakenBack() throws Exception {
    JsonNode before = OFFICE.admin().json("/rulesets").at("/items/0");
    Page eve = OFFICE.enter("eve", Look.DESKTOP);
    eve.navigate("/#/tuning/" + RULE + "?incident=" + AMASRAKAD);
    Locator trial = eve.getByRole(AriaRole.REGION, named("What it does to an incident"));
    assertThat(trial).containsText("Amasrakad");
    eve.getByRole(AriaRole.TEXTBOX, named("Weight")).fill("1");
    // What it would do is told at once, as the service tells it.
    for (JsonNode claim : tried().get("claims")) {
      if (claim.get("changed").asBoolean()) {
        Locator row =
            trial
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(claim.get("claim").asText()))
                .first();
        assertThat(row).containsText(claim.at("/before/score").asText());
        assertThat(row).containsText(claim.at("/after/score").asText());
      }
    }
    eve.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Changes (1)")).click();
    eve.getByRole(AriaRole.TEXTBOX, named("Reason")).fill("A second origin says less here");
    eve.getByRole(AriaRole.BUTTON, named("Keep as a draft")).click();
    assertThat(eve.getByRole(AriaRole.HEADING, level(1)))
        .hasText(Pattern.compile("Ruleset \\d+: draft"));
    String ruleset = eve.url();
    eve.getByRole(AriaRole.BUTTON, named("Check")).click();
    assertThat(eve.getByRole(AriaRole.HEADING, level(1)))
        .hasText(Pattern.compile("Ruleset \\d+: checked"));
    theServicesOwnReasonsAreTranslated();
    eve.getByRole(AriaRole.BUTTON, named("Try on a sample")).click();
    theImpactIsToldAsTheServiceTellsIt(eve, ruleset.replaceAll(".*/", ""));
    // Nobody approves what they drafted themselves.
    assertThat(eve.getByRole(AriaRole.BUTTON, named("Approve"))).not().isVisible();

    Page abe = OFFICE.enter("abe", Look.DESKTOP);
    abe.navigate(ruleset);
    act(abe, "Approve", "Tried on the weekend");
    assertThat(abe.getByRole(AriaRole.HEADING, level(1)))
        .hasText(Pattern.compile("Ruleset \\d+: approved"));
    act(abe, "Put in force", "As agreed");
    assertThat(abe.getByRole(AriaRole.HEADING, level(1)))
        .hasText(Pattern.compile("Ruleset \\d+: in force"));

    eve.navigate("/#/incidents/" + AMASRAKAD + "?claim=civilians-14");
    Locator sum = eve.getByRole(AriaRole.TABLE, named("From the start to the evidence: harm"));
    assertThat(sum).containsText(RULE);
    assertThat(sum.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(RULE)))
        .containsText("+1");

    abe.navigate("/#/tuning/rulesets/" + before.get("id").asText());
    act(abe, "Put in force again", "It took too much");
    assertThat(abe.getByRole(AriaRole.HEADING, level(1)))
        .hasText(Pattern.compile("Ruleset \\d+: in force"));
    assertThat(OFFICE.admin().json("/rules").get("ruleset")).isEqualTo(before.get("revision"));
    abe.context().close();
    eve.context().close();
  }

  @Test
  void ofTwoWhoGradeAtOnceTheSecondSeesWhatTheFirstSaidBeforeTheirsCounts() throws Exception {
    String claim = "/#/incidents/" + AMASRAKAD + "?claim=civilians-14";
    Page eve = OFFICE.enter("eve", Look.DESKTOP);
    Page oda = OFFICE.enter("oda", Look.DESKTOP);
    for (Page each : List.of(eve, oda)) {
      each.navigate(claim);
      each.getByRole(AriaRole.BUTTON, named("Give a grade")).click();
    }
    grade(eve, "weak", "The names are still missing");
    assertThat(eve.getByRole(AriaRole.DIALOG)).not().isVisible();
    grade(oda, "confirmed", "A list of names was published");
    Locator dialog = oda.getByRole(AriaRole.DIALOG);
    assertThat(dialog.getByRole(AriaRole.ALERT).filter(holding("graded"))).isVisible();
    assertThat(standing()).isEqualTo("weak");
    // What the first has said is read where one sends again.
    assertThat(dialog.getByRole(AriaRole.ALERT).filter(holding("The names are still missing")))
        .containsText("weak");
    dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Grade it")).click();
    assertThat(dialog).not().isVisible();
    assertThat(standing()).isEqualTo("confirmed");
    oda.context().close();
    eve.context().close();
  }

  @Test
  void aNewDossierIsTypedWithAPictureKeptAndGradedByAPersonAndExported() throws Exception {
    Page page = OFFICE.enter("eve", Look.DESKTOP);
    page.navigate("/#/entry");
    page.getByRole(AriaRole.BUTTON, named("New dossier")).click();
    page.getByLabel("Title").fill("A drawn market");
    page.getByLabel("From (needed)").fill("2024-05-03");
    page.getByLabel("Country").selectOption("ML");
    page.getByRole(AriaRole.BUTTON, named("Add a source")).click();
    page.getByRole(AriaRole.TEXTBOX, named("Name")).fill("Somebody who lives there");
    page.getByLabel("Kind (needed)").selectOption("resident");
    page.getByRole(AriaRole.BUTTON, named("Add a claim")).click();
    page.getByLabel("Harm (needed)").selectOption("killed");
    page.getByLabel("At least").fill("3");
    page.getByLabel("At most").fill("3");
    page.getByRole(AriaRole.COMBOBOX, named("Victims")).selectOption("civilian");
    Locator beside = page.getByRole(AriaRole.COMPLEMENTARY);
    page.getByRole(AriaRole.BUTTON, named("Add a report")).click();
    page.getByLabel("Who speaks (needed)").selectOption(new SelectOption().setIndex(1));
    // The score stands there as soon as nothing is missing, and moves with each fact.
    assertThat(beside).containsText("/100");
    page.getByRole(AriaRole.REGION, named("Who says what"))
        .getByRole(AriaRole.COMBOBOX)
        .selectOption("asserts");
    assertThat(beside).containsText(Pattern.compile("Saved at|saved", Pattern.CASE_INSENSITIVE));
    // A picture is dropped on the page.
    drop(page, Path.of("seeds/pictures/strike.jpg"));
    assertThat(page.getByText("The file is kept and examined.").first()).isVisible();

    // Reloading loses nothing.
    assertThat(beside).containsText("Saved at");
    page.reload();
    assertThat(page.getByLabel("Title")).hasValue("A drawn market");
    page.getByRole(AriaRole.BUTTON, named("Keep as a dossier")).click();
    page.getByRole(AriaRole.BUTTON, named("Delete the draft, and go to the incident")).click();
    assertThat(page).hasURL(Pattern.compile(".*#/incidents/.*market.*"));
    assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText("A drawn market");
    String id = page.url().replaceAll(".*#/incidents/([^?]+).*", "$1");
    JsonNode kept = OFFICE.admin().json("/dossiers/" + id);
    assertThat(kept.at("/media/0/sha256").asText()).hasSize(64);
    assertThat(kept.at("/reports/0/stances/0/stance").asText()).isEqualTo("asserts");

    // A person's grade stands above the machine's.
    page.getByRole(AriaRole.BUTTON, named("Give a grade")).click();
    grade(page, "contested", "The hospital counts otherwise");
    assertThat(page.getByRole(AriaRole.LIST, named("Who says what"))).containsText("contested");
    assertThat(
            OFFICE.admin().json("/overrides?incident=" + id).at("/items/0/override/grade").asText())
        .isEqualTo("contested");

    page.getByRole(AriaRole.BUTTON, named("Export")).click();
    Download download =
        page.waitForDownload(
            () -> page.getByRole(AriaRole.DIALOG).getByText("Dossier (JSON)").click());
    assertThat(Client.JSON.readTree(download.path().toFile()).at("/incident/title").asText())
        .isEqualTo("A drawn market");
    page.context().close();
  }

  private static void theImpactIsToldAsTheServiceTellsIt(Page eve, String ruleset)
      throws Exception {
    JsonNode impact =
        OFFICE.as("eve").done("/rulesets/" + ruleset + "/impact", Map.of("sample", 1_000));
    assertThat(eve.getByRole(AriaRole.MAIN))
        .containsText(
            "Of %d claims in the %d dossiers judged (of %d), %d would differ."
                .formatted(
                    impact.get("claims").asInt(),
                    impact.get("dossiers").asInt(),
                    impact.get("of").asInt(),
                    impact.get("changed").asInt()));
    Locator movers = eve.getByRole(AriaRole.TABLE, named("Claims that move most"));
    assertThat(impact.get("movers")).isNotEmpty();
    for (JsonNode mover : impact.get("movers")) {
      assertThat(
              movers
                  .getByRole(AriaRole.ROW)
                  .filter(holding(mover.get("incident").asText()))
                  .filter(holding(mover.get("claim").asText())))
          .containsText(
              mover.at("/before/score").asText() + " → " + mover.at("/after/score").asText());
    }
  }

  private static Locator.FilterOptions holding(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static JsonNode tried() throws Exception {
    return OFFICE
        .as("eve")
        .done(
            "/dossiers/" + AMASRAKAD + "/trial",
            Map.of("changes", List.of(Map.of("rule", RULE, "number", "weight", "value", 1))));
  }

  /** As from the file manager. */
  private static void drop(Page page, Path file) throws Exception {
    Object files =
        page.evaluateHandle(
            """
            async ([bytes, name]) => {
              const transfer = new DataTransfer();
              transfer.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name, {type: 'image/jpeg'}));
              return transfer;
            }
            """,
            new Object[] {
              Base64.getEncoder().encodeToString(Files.readAllBytes(file)),
              file.getFileName().toString()
            });
    Locator target = page.getByText("Send pictures: drop them here, or choose files").first();
    for (String event : new String[] {"dragenter", "dragover", "drop"}) {
      target.dispatchEvent(event, Map.of("dataTransfer", files));
    }
  }

  private static void grade(Page page, String grade, String why) {
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(grade)).check();
    dialog.getByLabel("Reason").fill(why);
    dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Grade it")).click();
  }

  private static String standing() throws Exception {
    for (JsonNode item : OFFICE.admin().json("/overrides?incident=" + AMASRAKAD).get("items")) {
      if (item.get("claim").asText().equals("civilians-14")) {
        return item.at("/override/grade").asText();
      }
    }
    return "none";
  }

  private static void act(Page page, String name, String why) {
    page.getByRole(AriaRole.BUTTON, named(name)).click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByLabel("Reason").fill(why);
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  /** The archive keeps them in English. */
  private static void theServicesOwnReasonsAreTranslated() throws Exception {
    Page page = OFFICE.enter("eve", Look.DESKTOP.in("fr"));
    page.navigate("/#/tuning/rulesets");
    Locator table = page.locator("main table");
    assertThat(table).containsText("Tous les fichiers sont valables, et tous les cas tiennent.");
    assertThat(table).containsText("C’est ce que contient le répertoire des règles.");
    page.context().close();
  }

  private static Page.GetByRoleOptions level(int level) {
    return new Page.GetByRoleOptions().setLevel(level);
  }
}
