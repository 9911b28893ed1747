package org.bilan.cli;

import java.io.PrintStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.ClaimAssessment;
import org.bilan.assessment.Finding;
import org.bilan.assessment.Language;
import org.bilan.assessment.Origin;
import org.bilan.assessment.Toll;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Count;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Party;
import org.bilan.dossier.Period;
import org.bilan.dossier.Place;
import org.bilan.dossier.Proposition;

/** An assessment as a person reads it: each claim with its score, grade and reasons. */
final class AssessmentTable {

  static final int WIDTH = 100;
  private static final int BAR = 20;
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final PrintStream out;
  private final TableWords words;
  private final String rules;
  private final PictureLines pictures;

  AssessmentTable(PrintStream out, Language language, String rules) {
    this.out = out;
    this.words = new TableWords(language);
    this.rules = rules;
    this.pictures = new PictureLines(this, language);
  }

  void print(Dossier dossier, Assessment assessment) {
    print(dossier, assessment, claim -> {});
  }

  /** With more below each claim. */
  void print(Dossier dossier, Assessment assessment, Consumer<ClaimAssessment> below) {
    head(dossier, assessment);
    Map<String, Claim> claims =
        dossier.claims().stream().collect(Collectors.toMap(Claim::id, claim -> claim));
    assessment.claims().stream()
        .sorted(Comparator.comparing(ClaimAssessment::evidence).reversed())
        .forEach(
            claim -> {
              claim(dossier, claims.get(claim.claim()), claim);
              below.accept(claim);
            });
    toll(assessment.toll());
    pictures.print(assessment.pictures());
    out.println();
  }

  private void head(Dossier dossier, Assessment assessment) {
    out.println("═".repeat(WIDTH));
    out.println(Terminal.safe(dossier.incident().title().orElse(dossier.incident().id())));
    List<String> facts = new ArrayList<>();
    facts.add(period(dossier.incident().date()));
    dossier.incident().place().map(AssessmentTable::place).ifPresent(facts::add);
    facts.add(dossier.incident().id());
    out.println(Terminal.safe(String.join(" · ", facts)));
    paragraph(
        "",
        "",
        text(
            "head",
            TIME.format(assessment.asOf()),
            Terminal.safe(rules),
            assessment.ruleset().substring(0, 12),
            signed(assessment.prior())));
    paragraph("", "", text("legend"));
  }

  private void claim(Dossier dossier, Claim claim, ClaimAssessment assessed) {
    out.println("─".repeat(WIDTH));
    out.printf(
        "%s %3d/100  %s  %s%n",
        bar(assessed.score()),
        assessed.score(),
        text("grade." + assessed.grade().word()).toUpperCase(words.locale()),
        Terminal.safe(claim.id()));
    out.printf("  %s%n", Terminal.safe(proposal(dossier, claim)));
    claim.text().ifPresent(text -> paragraph("  ", "  ", "“" + Terminal.safe(text) + "”"));
    List<String> scores = new ArrayList<>();
    assessed
        .propositions()
        .forEach(
            (proposition, score) ->
                scores.add(
                    text("proposition." + proposition.word())
                        + " "
                        + score.score()
                        + " ("
                        + signed(score.evidence())
                        + ")"));
    out.printf(
        "  %s · %s%n",
        text("weakest", String.join(" · ", scores)),
        text(
            "admiralty",
            assessed.admiralty().reliability().word() + assessed.admiralty().credibility()));
    findings(assessed);
    assessed
        .caps()
        .forEach(
            cap ->
                out.printf(
                    "  %s%n",
                    text(
                        "cap",
                        words.word("topic", cap.topic()),
                        text("proposition." + cap.proposition().word()),
                        signed(cap.sum()),
                        signed(cap.capped()))));
    origins(assessed.origins());
    unjudged(assessed);
  }

  /** Findings of one rule and reason on several propositions are one line. */
  private void findings(ClaimAssessment assessed) {
    Map<String, Set<Proposition>> propositions = new LinkedHashMap<>();
    Map<String, Finding> first = new LinkedHashMap<>();
    for (Finding finding : assessed.findings()) {
      String key = finding.rule() + "\n" + finding.because().text();
      first.putIfAbsent(key, finding);
      propositions
          .computeIfAbsent(key, k -> EnumSet.noneOf(Proposition.class))
          .add(finding.proposition());
    }
    first.entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<String, Finding> entry) -> -Math.abs(entry.getValue().weight()))
                .thenComparing(entry -> entry.getValue().rule()))
        .forEach(
            entry -> {
              Finding finding = entry.getValue();
              String letters = letters(propositions.get(entry.getKey()));
              String start = "    %4s %s ".formatted(signed(finding.weight()), letters);
              paragraph(
                  start,
                  " ".repeat(start.length()),
                  Terminal.safe(finding.because().text()) + " [" + finding.rule() + "]");
            });
    if (first.isEmpty()) {
      out.println("    " + text("no-findings"));
    }
  }

  String letters(Set<Proposition> propositions) {
    StringBuilder letters = new StringBuilder();
    for (Proposition proposition : Proposition.values()) {
      letters.append(
          propositions.contains(proposition) ? text("letter." + proposition.word()) : "·");
    }
    return letters.toString();
  }

  private void origins(List<Origin> origins) {
    for (Origin origin : origins) {
      List<String> links = origin.because().stream().map(l -> words.word("link", l)).toList();
      String because = links.isEmpty() ? "" : " (" + String.join(", ", links) + ")";
      paragraph(
          "  " + text("origin") + " ",
          "    ",
          String.join(", ", origin.reports().stream().map(Terminal::safe).toList()) + because);
    }
  }

  private void unjudged(ClaimAssessment assessed) {
    Map<String, Integer> missing = new TreeMap<>();
    assessed
        .unjudged()
        .forEach(u -> u.missing().forEach(field -> missing.merge(field, 1, Integer::sum)));
    if (!missing.isEmpty()) {
      paragraph(
          "  ",
          "    ",
          text("unjudged", assessed.unjudged().size(), String.join(", ", missing.keySet())));
    }
  }

  private void toll(List<Toll> tolls) {
    out.println("─".repeat(WIDTH));
    if (tolls.isEmpty()) {
      out.println(text("no-toll"));
    }
    for (Toll toll : tolls) {
      String high = toll.high().isPresent() ? String.valueOf(toll.high().getAsInt()) : text("open");
      out.println(
          Terminal.safe(
              text(
                  "toll",
                  text("harm." + toll.harm().word()),
                  text("victims." + toll.victims().word()),
                  toll.low(),
                  toll.best(),
                  high,
                  String.join(", ", toll.claims()))));
    }
  }

  private String proposal(Dossier dossier, Claim claim) {
    List<String> parts = new ArrayList<>();
    parts.add(text("figure", text("harm." + claim.harm().word()), count(claim)));
    claim.status().ifPresent(status -> parts.add(text("victims." + status.word())));
    claim.victimsParty().ifPresent(party -> parts.add(text("victims-of", label(dossier, party))));
    claim.responsible().ifPresent(party -> parts.add(text("by", label(dossier, party))));
    return String.join(", ", parts);
  }

  private static String label(Dossier dossier, String party) {
    return dossier.incident().parties().stream()
        .filter(p -> p.id().equals(party))
        .map(Party::label)
        .findFirst()
        .orElse(party);
  }

  private String count(Claim claim) {
    if (claim.count().isEmpty()) {
      return text("no-figure");
    }
    Count count = claim.count().get();
    if (count.bounded()) {
      int min = count.min().getAsInt();
      int max = count.max().getAsInt();
      return min == max ? String.valueOf(min) : min + "–" + max;
    }
    String figure =
        count.min().isPresent()
            ? text("at-least", count.min().getAsInt())
            : count.max().isPresent() ? text("at-most", count.max().getAsInt()) : text("no-figure");
    return count.words().map(words -> figure + " (“" + words + "”)").orElse(figure);
  }

  private static String period(Period period) {
    String from = day(period.from());
    String to = day(period.end());
    return from.equals(to) ? from : from + " – " + to;
  }

  private static String day(Moment moment) {
    return moment.earliest().atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static String place(Place place) {
    List<String> parts = new ArrayList<>();
    place.name().ifPresent(parts::add);
    place.admin1().filter(a -> !place.name().orElse("").equals(a)).ifPresent(parts::add);
    place.country().ifPresent(parts::add);
    return String.join(", ", parts);
  }

  private static String bar(int score) {
    int full = (score * BAR + 50) / 100;
    return "█".repeat(full) + "░".repeat(BAR - full);
  }

  static String signed(int number) {
    return number > 0 ? "+" + number : number < 0 ? "−" + -number : "0";
  }

  void paragraph(String first, String next, String text) {
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : text.split(" ")) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        out.println(line);
        line = new StringBuilder(next);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    out.println(line);
  }

  String text(String key, Object... values) {
    return words.text(key, values);
  }
}
