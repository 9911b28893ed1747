package org.bilan.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bilan.desk.Office.button;
import static org.bilan.desk.Office.named;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.bilan.Client;
import org.bilan.desk.Office.Look;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is sent or asked for while somebody works on, or fails: changes of numbers, an incident. */
class InterruptedIT {

  private static final String AMASRAKAD = "ml-2024-03-17-amasrakad";
  private static final String RULE = "independence.second-origin";
  private static final String OTHER = "independence.third-origin";

  @RegisterExtension static final Office OFFICE = new Office();
  private static Client eve;

  @BeforeAll
  static void open() throws Exception {
    eve = OFFICE.as("eve");
  }

  @Test
  void changesAreSentOnceAndWhatIsChangedMeanwhileStaysAmongThem() throws Exception {
    int before = eve.json("/rulesets").get("items").size();
    Page page = OFFICE.enter("eve", Look.DESKTOP);
    change(page, RULE, "1");
    change(page, OTHER, "1");
    reason(page, "Second origins say less here");
    Held held = Held.of(page, "POST", "**/rulesets");
    Locator keep = button(page, "Keep as a draft");
    // Twice before the page has drawn that it is busy.
    keep.evaluate("button => { button.click(); button.click(); }");
    held.begun();
    assertThat(keep).isDisabled();
    keep.dispatchEvent("click");
    page.getByRole(AriaRole.TEXTBOX, named("Reason")).press("Enter");
    // One goes on with another number, and comes to none of what was sent before.
    change(page, OTHER, "2");
    // What is under way is not sent a second time by a page that comes to it anew.
    page.navigate("/#/tuning/changes");
    assertThat(button(page, "Keep as a draft")).isDisabled();
    assertThat(page.getByRole(AriaRole.TEXTBOX, named("Reason")))
        .hasValue("Second origins say less here");
    // What is left gets a reason of its own, though the other is still under way.
    reason(page, "Third ones, too");
    page.navigate("/#/tuning/" + OTHER);
    assertThat(held.count()).isEqualTo(1);
    String address = page.url();
    held.letGo();
    assertThat(page.getByText(Pattern.compile("Kept as ruleset \\d+, a draft\\."))).isVisible();
    assertThat(page).hasURL(address);
    assertThat(page.getByText("Changes (1)")).isVisible();
    assertThat(page.getByRole(AriaRole.TEXTBOX, named("Weight"))).hasValue("2");
    page.navigate("/#/tuning/" + RULE);
    assertThat(page.getByRole(AriaRole.TEXTBOX, named("Weight"))).not().hasValue("1");
    // A value that passes through the one in force takes no reason with it.
    change(page, OTHER, "3");
    assertThat(page.getByText("Changes (0)")).isVisible();
    change(page, OTHER, "2");
    page.navigate("/#/tuning/changes");
    assertThat(page.getByRole(AriaRole.TEXTBOX, named("Reason"))).hasValue("Third ones, too");
    JsonNode rulesets = eve.json("/rulesets").get("items");
    assertThat(rulesets).hasSize(before + 1);
    page.context().close();
  }

  @Test
  void whatIsRefusedKeepsItsReasonAndItsChanges() throws Exception {
    String base = eve.json("/rules").get("ruleset").asText();
    int drafted =
        eve.done(
                "/rulesets",
                Map.of(
                    "base",
                    base,
                    "changes",
                    List.of(Map.of("rule", RULE, "number", "weight", "value", 2)),
                    "why",
                    "Somebody had this thought before"))
            .get("id")
            .asInt();
    Page page = OFFICE.enter("eve", Look.DESKTOP);
    change(page, RULE, "2");
    reason(page, "A thought that is not the first of its kind");
    Held held = Held.of(page, "POST", "**/rulesets");
    button(page, "Keep as a draft").click();
    held.begun();
    // Whoever has gone elsewhere is told of a refusal, too.
    page.navigate("/#/incidents");
    assertThat(page.getByRole(AriaRole.HEADING, named("Incidents").setLevel(1))).isVisible();
    held.letGo();
    assertThat(page.locator(".news"))
        .containsText("There is a ruleset of the same content already.");
    page.navigate("/#/tuning/changes");
    button(page, "Keep as a draft").click();
    Locator main = page.getByRole(AriaRole.MAIN);
    assertThat(main.getByRole(AriaRole.ALERT))
        .containsText("There is a ruleset of the same content already.");
    assertThat(page.getByRole(AriaRole.TEXTBOX, named("Reason")))
        .hasValue("A thought that is not the first of its kind");
    assertThat(page.getByText("Changes (1)")).isVisible();
    // Moved on by one, it is another ruleset, and the reason is still there to be sent.
    change(page, OTHER, "4");
    page.getByText("Changes (2)").click();
    reason(page, "Both say less here");
    button(page, "Keep as a draft").click();
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .hasText("Ruleset " + (drafted + 1) + ": draft");
    assertThat(page.getByText("Changes (0)")).isVisible();
    page.context().close();
  }

  @Test
  void aFormStaysWithWhatStandsInItThoughItsRoleIsTaken() throws Exception {
    OFFICE.admin().add("una", "reader", "editor");
    Page page = OFFICE.enter("una", Look.DESKTOP);
    page.navigate("/#/runs/evaluate");
    Locator table = page.getByLabel("or pasted here");
    table.fill("id,grade\n" + AMASRAKAD + ",fair\n");
    roles("reader");
    button(page, "Evaluate").click();
    assertThat(page.getByRole(AriaRole.MAIN).getByRole(AriaRole.ALERT))
        .containsText("Your roles do not allow this.");
    assertThat(table).hasValue("id,grade\n" + AMASRAKAD + ",fair\n");
    page.navigate("/#/runs");
    assertThat(page.getByText("Operators, editors and approvers begin rescorings.")).isVisible();
    // Whoever is given one has it in the next part of the desk.
    roles("reader", "editor");
    page.navigate("/#/runs/evaluate");
    assertThat(page.getByLabel("or pasted here")).isVisible();
    page.context().close();
  }

  private static void roles(String... roles) throws Exception {
    var changed =
        OFFICE
            .admin()
            .send("PATCH", "/users/una", Client.JSON.writeValueAsBytes(Map.of("roles", roles)));
    assertThat(changed.statusCode()).as(Client.text(changed)).isEqualTo(200);
  }

  @Test
  void ofAnIncidentOfWhichPartFailsToComeTheStateBeforeStandsUntilItComes() throws Exception {
    Page page = OFFICE.enter("eve", Look.DESKTOP);
    page.navigate("/#/incidents/" + AMASRAKAD + "?claim=civilians-14");
    Locator heading = page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    assertThat(heading).hasText("Drone strikes at Amasrakad");
    Locator card =
        page.getByRole(AriaRole.LIST, named("Who says what"))
            .getByRole(AriaRole.LISTITEM)
            .filter(new Locator.FilterOptions().setHasText("shown below"));
    assertThat(card).containsText("civilians-14");
    // What comes is another state: somebody has called the incident otherwise meanwhile.
    ObjectNode dossier =
        (ObjectNode) Client.JSON.readTree(Path.of("seeds", "amasrakad.json").toFile());
    ((ObjectNode) dossier.get("incident")).put("title", "Strikes on Amasrakad");
    var kept =
        OFFICE
            .as("wim")
            .send("PUT", "/dossiers/" + AMASRAKAD, Client.JSON.writeValueAsBytes(dossier));
    assertThat(kept.statusCode()).as(Client.text(kept)).isEqualTo(200);
    String assessment = "**/dossiers/" + AMASRAKAD + "/assessment";
    AtomicInteger lost = new AtomicInteger();
    page.route(
        assessment,
        route -> {
          route.abort();
          lost.incrementAndGet();
        });
    String history = "**/dossiers/" + AMASRAKAD + "/claims/civilians-14/overrides?*";
    page.route(history, Route::abort);
    button(page, "Give a grade").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("discounted")).check();
    dialog.getByLabel("Reason").fill("The list of names was withdrawn");
    button(dialog, "Grade it").click();
    Locator stale = page.locator(".stale");
    assertThat(stale).containsText("The service was not reached.");
    assertThat(dialog).not().isVisible();
    assertThat(page.getByText("Your grade stands: discounted.")).isVisible();
    assertThat(heading).hasText("Drone strikes at Amasrakad");
    assertThat(card).not().containsText("a grade by eve");
    Locator again = button(stale, "Try again");
    int before = lost.get();
    again.click();
    page.waitForCondition(() -> lost.get() > before);
    assertThat(stale).containsText("The service was not reached.");
    assertThat(heading).hasText("Drone strikes at Amasrakad");
    // Whoever graded now would not have read what was said, if only by themselves.
    assertThat(button(page, "Give a grade")).hasCount(0);
    page.unroute(assessment);
    page.unroute(history);
    again.press("Enter");
    assertThat(stale).hasCount(0);
    assertThat(heading).isFocused();
    assertThat(heading).hasText("Strikes on Amasrakad");
    assertThat(card).containsText("a grade by eve");
    assertThat(card).containsText("The list of names was withdrawn");
    assertThat(button(page, "Replace the grade")).isVisible();
    assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
    page.context().close();
  }

  private static void change(Page page, String rule, String weight) {
    page.navigate("/#/tuning/" + rule);
    page.getByText(rule, new Page.GetByTextOptions().setExact(true)).first().waitFor();
    page.getByRole(AriaRole.TEXTBOX, named("Weight")).fill(weight);
  }

  private static void reason(Page page, String why) {
    page.navigate("/#/tuning/changes");
    page.getByRole(AriaRole.TEXTBOX, named("Reason")).fill(why);
  }
}
