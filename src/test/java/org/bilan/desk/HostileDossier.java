package org.bilan.desk;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A dossier of somebody who wants the page to break, or to run what they wrote. */
final class HostileDossier {

  static final String ID = "hostile-2024-03-17";

  /** In a title, since it is looked for. */
  static final String TITLE =
      "Strike <script>window.ran = 'title'</script> \u202Enwod edispu\u202C";

  private static final String IMAGE = "<img src=x onerror=\"window.ran='image'\">";
  private static final String QUOTES =
      "\"'><svg onload=window.ran='svg'>{{7*7}}${7*7}</textarea></style>";
  private static final String RTL = "قال السكان إن \u202Eأربعة عشر\u202C قتلوا \u2067(14)";
  private static final String ZALGO = "Ga\u0335\u0321\u0322\u0327o".repeat(40);
  private static final String ODD =
      "\u2028\u2029\uFEFF\u200B\u0007\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \u0000"
          .replace("\u0000", "");

  /** What somebody may say in fields of a few lines. */
  static final List<String> WORDS =
      List.of(
          IMAGE,
          QUOTES,
          RTL,
          ZALGO,
          ODD + "and a family",
          "W".repeat(1_900),
          "__proto__ constructor");

  private HostileDossier() {}

  /** 10,000 characters, none of which is a place to break the line. */
  private static String longName() {
    return "N".repeat(9_980) + "<b>&amp;" + "\u202E";
  }

  static byte[] json() throws Exception {
    List<Map<String, Object>> sources = new ArrayList<>();
    sources.add(Map.of("id", "s1", "kind", "resident", "name", longName()));
    sources.add(Map.of("id", "s2", "kind", "military", "name", IMAGE, "party", "p1"));
    sources.add(Map.of("id", "s3", "kind", "independent-media", "name", RTL));
    sources.add(Map.of("id", "s4", "kind", "social-account", "name", ZALGO + ODD));
    List<Map<String, Object>> reports = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      reports.add(
          Map.of(
              "id",
              "r" + i,
              "source",
              "s" + (1 + i % 4),
              "publishedAt",
              "2024-03-%02dT10:00:00Z".formatted(17 + i % 10),
              "url",
              i % 2 == 0
                  ? "javascript:window.ran='url'"
                  : "https://example.org/" + "x".repeat(1_500),
              "author",
              QUOTES,
              "text",
              IMAGE + RTL + " " + "long ".repeat(500) + i,
              "stances",
              List.of(
                  Map.of(
                      "claim",
                      "c" + (i % 3),
                      "stance",
                      i % 5 == 0 ? "denies" : "asserts",
                      "hedged",
                      i % 2 == 0))));
    }
    return new JsonMapper()
        .writeValueAsBytes(
            Map.of(
                "incident",
                Map.of(
                    "id",
                    ID,
                    "title",
                    TITLE,
                    "date",
                    Map.of("from", "2024-03-17"),
                    "place",
                    Map.of(
                        "name",
                        QUOTES + longName().substring(200),
                        "country",
                        "ML",
                        "lat",
                        16.5,
                        "lon",
                        -2.5),
                    "conflict",
                    RTL,
                    "parties",
                    List.of(Map.of("id", "p1", "name", longName(), "kind", "state-forces"))),
                "sources",
                sources,
                "claims",
                List.of(
                    Map.of(
                        "id",
                        "c0",
                        "harm",
                        "killed",
                        "victims",
                        "civilian",
                        "count",
                        Map.of("min", 14, "max", 14),
                        "text",
                        IMAGE + QUOTES),
                    Map.of(
                        "id",
                        "c1",
                        "harm",
                        "killed",
                        "victims",
                        "combatant",
                        "count",
                        Map.of("words", "\u202Eseveral" + IMAGE),
                        "responsible",
                        "p1",
                        "text",
                        RTL),
                    Map.of(
                        "id",
                        "c2",
                        "harm",
                        "injured",
                        "count",
                        Map.of("min", 0, "max", 10_000_000),
                        "text",
                        ZALGO)),
                "reports",
                reports));
  }
}
