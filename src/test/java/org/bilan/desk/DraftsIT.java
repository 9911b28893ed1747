package org.bilan.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bilan.desk.Office.button;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.bilan.Client;
import org.bilan.desk.Office.Look;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of drafts when lines are slow or lost, and when two pages write one. */
class DraftsIT {

  private static final Path PICTURES = Path.of("seeds", "pictures");

  @RegisterExtension static final Office OFFICE = new Office();
  private static Client eve;

  @BeforeAll
  static void open() throws Exception {
    eve = OFFICE.as("eve");
  }

  @Test
  void aFileUnderWayIsAskedAboutByWhoeverKeepsOrLeavesAndArrives() throws Exception {
    int id = draft("under-way");
    Page page = at(id);
    Held held = Held.of(page, "POST", "**/media");
    choose(page, "strike.jpg");
    held.begun();
    assertThat(page.getByText("Sending file 1 of 1: strike.jpg")).isVisible();
    button(page, "Keep as a dossier").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog)
        .containsText(
            "One file of this draft is not sent yet: the dossier would be kept without it.");
    button(dialog, "Cancel").click();
    assertThat(OFFICE.admin().get("/dossiers/under-way").statusCode()).isEqualTo(404);
    assertThat(leavingAsks(page)).isTrue();
    button(page, "Log out").click();
    assertThat(dialog).containsText("Log out, though not all is saved?");
    button(dialog, "Stay logged in").click();
    // Elsewhere in the desk it goes on being sent.
    page.navigate("/#/incidents");
    assertThat(page.getByText("The file is kept and examined.")).hasCount(0);
    held.letGo();
    assertThat(page.getByText("The file is kept and examined.")).isVisible();
    page.waitForCondition(() -> saved(id).at("/media/0/sha256").asText().equals(sha("strike.jpg")));
    page.navigate("/#/entry/" + id);
    assertThat(beside(page)).containsText("complete");
    button(page, "Keep as a dossier").click();
    assertThat(dialog).containsText("The draft is no longer needed");
    assertThat(OFFICE.admin().json("/dossiers/under-way").at("/media/0/sha256").asText())
        .isEqualTo(sha("strike.jpg"));
    page.context().close();
  }

  @Test
  void ofADraftThatIsDeletedNoFileIsSentAnyMore() throws Exception {
    int id = draft("deleted");
    Page page = at(id);
    List<String> givenUp = new ArrayList<>();
    page.onRequestFailed(request -> givenUp.add(request.url()));
    Held held = Held.of(page, "POST", "**/media");
    choose(page, "weapons.jpg", "damage.jpg");
    held.begun();
    button(page, "Delete the draft").click();
    button(page.getByRole(AriaRole.DIALOG), "Delete").click();
    assertThat(page).hasURL(Pattern.compile(".*#/entry$"));
    page.waitForCondition(() -> givenUp.stream().anyMatch(url -> url.endsWith("/media")));
    assertThat(held.count()).isEqualTo(1);
    held.letGo();
    // What comes after it in the same page is not held up by it, and brings nothing back.
    button(page, "New dossier").click();
    page.getByLabel("Title").fill("The next one");
    assertThat(beside(page)).containsText("Saved at");
    assertThat(eve.get("/drafts/" + id).statusCode()).isEqualTo(404);
    assertThat(ids()).doesNotContain("deleted");
    for (String picture : List.of("weapons.jpg", "damage.jpg")) {
      assertThat(eve.get("/media/" + sha(picture)).statusCode()).isEqualTo(404);
    }
    assertThat(leavingAsks(page)).isFalse();
  }

  @Test
  void ofAnIncidentThatIsEditedADraftIsMade() throws Exception {
    Page page = OFFICE.enter("eve", Look.DESKTOP);
    page.navigate("/#/entry?incident=ml-2024-03-17-amasrakad");
    assertThat(page).hasURL(Pattern.compile(".*#/entry/\\d+$"));
    assertThat(page.getByLabel("Title")).hasValue("Drone strikes at Amasrakad");
    // The second time it is asked whether one goes on with that.
    page.navigate("/#/entry?incident=ml-2024-03-17-amasrakad");
    button(page, "Begin afresh").click();
    assertThat(page).hasURL(Pattern.compile(".*#/entry/\\d+$"));
    assertThat(ids()).filteredOn("ml-2024-03-17-amasrakad"::equals).hasSize(2);
    page.context().close();
  }

  @Test
  void aDraftThatIsOpenedAgainWhileItIsDeletedIsToldOfAsGone() throws Exception {
    int id = draft("opened-again");
    Page page = OFFICE.enter("eve", Look.DESKTOP);
    page.navigate("/#/entry");
    page.navigate("/#/entry/" + id);
    Held held = Held.of(page, "DELETE", "**/drafts/" + id);
    button(page, "Delete the draft").click();
    button(page.getByRole(AriaRole.DIALOG), "Delete").click();
    held.begun();
    page.goBack();
    assertThat(button(page, "New dossier")).isVisible();
    page.goForward();
    assertThat(beside(page)).containsText("As it was saved.");
    held.letGo();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("this draft has been deleted");
    button(page, "Save it as a new draft").click();
    assertThat(page).hasURL(Pattern.compile(".*#/entry/(?!" + id + "$)\\d+$"));
    assertThat(eve.get("/drafts/" + id).statusCode()).isEqualTo(404);
    assertThat(ids()).contains("opened-again");
    page.context().close();
  }

  @Test
  void whoeverWritesOverWhatAnotherPageSavedIsAskedAndMayOrTakesTheOthers() throws Exception {
    int id = draft("clash");
    Page first = at(id);
    Page second = at(id);
    title(first, "As the first page has it");
    assertThat(beside(first)).containsText("Saved at");
    title(second, "As the second page has it");
    assertThat(beside(second)).containsText("Not saved: another page has saved this draft since.");
    assertThat(saved(id).at("/incident/title").asText()).isEqualTo("As the first page has it");
    // What is typed while it is asked about is neither lost nor saved.
    title(second, "As the second page has it now");
    assertThat(leavingAsks(second)).isTrue();
    button(second, "Save mine over it").click();
    assertThat(beside(second)).containsText("Saved at");
    assertThat(saved(id).at("/incident/title").asText()).isEqualTo("As the second page has it now");

    title(first, "Once more the first");
    assertThat(beside(first)).containsText("Not saved: another page has saved this draft since.");
    button(first, "Take the other page’s").click();
    assertThat(first.getByLabel("Title")).hasValue("As the second page has it now");
    assertThat(beside(first)).containsText("As it was saved.");
    // From there it goes on.
    title(first, "By both");
    assertThat(beside(first)).containsText("Saved at");
    assertThat(saved(id).at("/incident/title").asText()).isEqualTo("By both");
    first.context().close();
    second.context().close();
  }

  @Test
  void aDraftThatAnotherPageDeletedGoesOnAsANewOne() throws Exception {
    int id = draft("gone");
    Page first = at(id);
    Page second = at(id);
    title(second, "Typed before it was deleted");
    assertThat(beside(second)).containsText("Saved at");
    button(first, "Delete the draft").click();
    button(first.getByRole(AriaRole.DIALOG), "Delete").click();
    assertThat(first).hasURL(Pattern.compile(".*#/entry$"));
    title(second, "Typed after it was deleted");
    assertThat(beside(second)).containsText("Not saved: this draft has been deleted.");
    assertThat(second.getByLabel("Title")).hasValue("Typed after it was deleted");
    assertThat(leavingAsks(second)).isTrue();
    button(second, "Save it as a new draft").click();
    assertThat(second).hasURL(Pattern.compile(".*#/entry/(?!" + id + "$)\\d+$"));
    assertThat(second.getByLabel("Title")).hasValue("Typed after it was deleted");
    int now = Integer.parseInt(second.url().replaceAll(".*/", ""));
    assertThat(saved(now).at("/incident/title").asText()).isEqualTo("Typed after it was deleted");
    title(second, "And went on");
    second.waitForCondition(() -> saved(now).at("/incident/title").asText().equals("And went on"));
    assertThat(eve.get("/drafts/" + id).statusCode()).isEqualTo(404);
    first.context().close();
    second.context().close();
  }

  @Test
  void whatIsTypedWithoutAConnectionIsSavedOnceThereIsOne() throws Exception {
    int id = draft("offline");
    Page page = at(id);
    page.context().setOffline(true);
    title(page, "Typed on the road");
    assertThat(beside(page)).containsText("Not saved yet. What you typed is still here");
    assertThat(leavingAsks(page)).isTrue();
    button(page, "Log out").click();
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Log out, though not all is saved?");
    button(page.getByRole(AriaRole.DIALOG), "Stay logged in").click();
    page.navigate("/#/entry");
    page.navigate("/#/entry/" + id);
    assertThat(page.getByLabel("Title")).hasValue("Typed on the road");
    assertThat(saved(id).at("/incident/title").asText()).isNotEqualTo("Typed on the road");
    page.context().setOffline(false);
    assertThat(beside(page)).containsText("Saved at");
    assertThat(saved(id).at("/incident/title").asText()).isEqualTo("Typed on the road");
    assertThat(leavingAsks(page)).isFalse();
  }

  @Test
  void whatTheServiceSavedThoughItsAnswerWasLostIsNoClash() throws Exception {
    int id = draft("answer-lost");
    Page page = at(id);
    List<Integer> unheard = new ArrayList<>();
    page.route(
        "**/drafts/" + id,
        route -> {
          if (unheard.isEmpty()) {
            // It reaches the service; only what that says of it is lost.
            unheard.add(route.fetch().status());
            route.abort();
          } else {
            route.resume();
          }
        });
    title(page, "Saved unheard");
    assertThat(beside(page)).containsText("Not saved yet.");
    assertThat(unheard).containsExactly(200);
    title(page, "Saved unheard, and then typed on");
    assertThat(beside(page)).containsText("Saved at");
    assertThat(saved(id).at("/incident/title").asText())
        .isEqualTo("Saved unheard, and then typed on");
    page.context().close();
  }

  /** A draft of eve's that could be kept as a dossier. */
  private static int draft(String incident) throws Exception {
    ObjectNode dossier = (ObjectNode) Client.JSON.readTree(Path.of("seeds", "mahou.json").toFile());
    ((ObjectNode) dossier.get("incident")).put("id", incident);
    return eve.done("/drafts", dossier).get("id").asInt();
  }

  private static JsonNode saved(int id) {
    try {
      return eve.json("/drafts/" + id);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> ids() throws Exception {
    return eve.json("/drafts").findValuesAsText("incident");
  }

  /** A page of its own, as on another machine, where eve has this draft before her. */
  private static Page at(int id) throws Exception {
    Page page = OFFICE.enter("eve", Look.DESKTOP);
    page.navigate("/#/entry/" + id);
    assertThat(beside(page)).containsText("As it was saved.");
    return page;
  }

  private static void title(Page page, String title) {
    page.getByLabel("Title").fill(title);
  }

  private static void choose(Page page, String... pictures) {
    page.getByLabel("Send pictures: drop them here, or choose files")
        .setInputFiles(List.of(pictures).stream().map(PICTURES::resolve).toArray(Path[]::new));
  }

  /** Whether the browser asks whoever closes the page, who stays then; else the page is closed. */
  private static boolean leavingAsks(Page page) {
    List<String> asked = new ArrayList<>();
    page.onceDialog(
        dialog -> {
          asked.add(dialog.type());
          dialog.dismiss();
        });
    page.close(new Page.CloseOptions().setRunBeforeUnload(true));
    page.context().waitForCondition(() -> page.isClosed() || !asked.isEmpty());
    return asked.contains("beforeunload");
  }

  private static Locator beside(Page page) {
    return page.getByRole(AriaRole.COMPLEMENTARY);
  }

  private static String sha(String picture) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(Files.readAllBytes(PICTURES.resolve(picture))));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
