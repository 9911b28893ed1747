package org.bilan.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What no single field shows: ids that lead nowhere or twice, cycles, times that run backwards. */
final class Consistency {

  private final Problems problems;
  private Map<String, Integer> parties;
  private Map<String, Integer> sources;
  private Map<String, Integer> claims;
  private Map<String, Integer> reports;

  Consistency(Problems problems) {
    this.problems = problems;
  }

  void check(
      Incident incident,
      List<Source> allSources,
      List<Claim> allClaims,
      List<Report> allReports,
      List<Media> allMedia) {
    Pointer incidentAt = Pointer.ROOT.at("incident");
    parties = index(incident.parties(), Party::id, incidentAt.at("parties"));
    sources = index(allSources, Source::id, Pointer.ROOT.at("sources"));
    claims = index(allClaims, Claim::id, Pointer.ROOT.at("claims"));
    reports = index(allReports, Report::id, Pointer.ROOT.at("reports"));
    index(allMedia, Media::id, Pointer.ROOT.at("media"));

    checkIncident(incident, incidentAt);
    for (int i = 0; i < allSources.size(); i++) {
      Source source = allSources.get(i);
      Pointer at = Pointer.ROOT.at("sources").at(i);
      source.party().ifPresent(id -> known(id, parties, "parties", at.at("party")));
      all(source.alignedWith(), parties, "parties", at.at("alignedWith"));
      new History(problems, incident.date().from()).check(source, at);
      for (int k = 0; k < source.copies().size(); k++) {
        Pointer copyingAt = at.at("copies").at(k).at("source");
        known(source.copies().get(k).source(), sources, "sources", copyingAt);
      }
    }
    for (int i = 0; i < allClaims.size(); i++) {
      checkClaim(allClaims.get(i), Pointer.ROOT.at("claims").at(i));
    }
    for (int i = 0; i < allReports.size(); i++) {
      checkReport(allReports.get(i), Pointer.ROOT.at("reports").at(i));
    }
    for (int i = 0; i < allMedia.size(); i++) {
      Media media = allMedia.get(i);
      Pointer at = Pointer.ROOT.at("media").at(i);
      media.report().ifPresent(id -> known(id, reports, "reports", at.at("report")));
      all(media.supports(), claims, "claims", at.at("supports"));
    }
    cycles(allReports, reports, Report::id, Report::cites, "cites.cycle", "reports", "cites");
    cycles(
        allClaims,
        claims,
        Claim::id,
        claim -> claim.supersedes().map(List::of).orElse(List.of()),
        "supersedes.cycle",
        "claims",
        "supersedes");
  }

  private void checkIncident(Incident incident, Pointer at) {
    Moment from = incident.date().from();
    incident
        .date()
        .to()
        .filter(to -> to.certainlyBefore(from))
        .ifPresent(
            to ->
                problems.add(
                    "date.from-after-to",
                    at.at("date"),
                    problems.say("date.found", from.earliest(), to.earliest()),
                    problems.say("date.expected"),
                    problems.say("date.advice")));
    for (int i = 0; i < incident.parties().size(); i++) {
      Party party = incident.parties().get(i);
      Pointer adversaries = at.at("parties").at(i).at("adversaries");
      all(party.adversaries(), parties, "parties", adversaries);
      if (party.adversaries().contains(party.id())) {
        problems.add(
            "party.own-adversary",
            adversaries,
            quoted(party.id()),
            problems.say("adversary.expected"),
            problems.say("adversary.advice"));
      }
    }
    for (int i = 0; i < incident.actions().size(); i++) {
      Action action = incident.actions().get(i);
      Pointer actionAt = at.at("actions").at(i);
      known(action.party(), parties, "parties", actionAt.at("party"));
      action.report().ifPresent(id -> known(id, reports, "reports", actionAt.at("report")));
    }
  }

  private void checkClaim(Claim claim, Pointer at) {
    claim.victimsParty().ifPresent(id -> known(id, parties, "parties", at.at("victimsParty")));
    claim.responsible().ifPresent(id -> known(id, parties, "parties", at.at("responsible")));
    claim.supersedes().ifPresent(id -> known(id, claims, "claims", at.at("supersedes")));
  }

  private void checkReport(Report report, Pointer at) {
    known(report.source(), sources, "sources", at.at("source"));
    report.via().ifPresent(id -> known(id, sources, "sources", at.at("via")));
    all(report.cites(), reports, "reports", at.at("cites"));
    Map<String, Stance.Kind> taken = new HashMap<>();
    for (int i = 0; i < report.stances().size(); i++) {
      Stance stance = report.stances().get(i);
      Pointer stanceAt = at.at("stances").at(i);
      known(stance.claim(), claims, "claims", stanceAt.at("claim"));
      Stance.Kind earlier = taken.putIfAbsent(stance.claim(), stance.kind());
      if (earlier != null && earlier.carries() != stance.kind().carries()) {
        problems.add(
            "stance.conflict",
            stanceAt,
            problems.say(
                "stance.found", earlier.word(), stance.kind().word(), quoted(stance.claim())),
            problems.say("stance.expected"),
            problems.say("stance.advice"));
      }
    }
  }

  private <T> Map<String, Integer> index(List<T> list, Function<T, String> id, Pointer at) {
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < list.size(); i++) {
      Integer earlier = index.putIfAbsent(id.apply(list.get(i)), i);
      if (earlier != null && !id.apply(list.get(i)).isEmpty()) {
        problems.add(
            "id.duplicate",
            at.at(i).at("id"),
            quoted(id.apply(list.get(i))),
            problems.say("duplicate.expected"),
            problems.say("duplicate.advice", at.at(earlier)));
      }
    }
    return index;
  }

  private void all(List<String> ids, Map<String, Integer> known, String list, Pointer at) {
    for (int i = 0; i < ids.size(); i++) {
      known(ids.get(i), known, list, at.at(i));
    }
  }

  private void known(String id, Map<String, Integer> known, String list, Pointer at) {
    boolean readable = !id.isEmpty() && problems.wasRead(list);
    if (readable && !known.containsKey(id)) {
      problems.add(
          () ->
              new Problem(
                  "id.dangling",
                  at.toString(),
                  Problems.shorten(quoted(id)),
                  problems.say("dangling.expected", list),
                  problems.phrases().suggest(id, known.keySet(), "dangling.advice")));
    }
  }

  /** One problem for each link that leads back to where it came from. Iterative: no deep stack. */
  private <T> void cycles(
      List<T> entries,
      Map<String, Integer> index,
      Function<T, String> id,
      Function<T, List<String>> next,
      String code,
      String list,
      String field) {
    Set<String> done = new HashSet<>();
    for (T start : entries) {
      List<String> path = new ArrayList<>();
      Map<String, Integer> onPath = new HashMap<>();
      List<Integer> position = new ArrayList<>();
      if (!done.contains(id.apply(start))) {
        path.add(id.apply(start));
        position.add(0);
        onPath.put(id.apply(start), 0);
      }
      while (!path.isEmpty()) {
        int top = path.size() - 1;
        String current = path.get(top);
        Integer entry = index.get(current);
        List<String> successors = entry == null ? List.of() : next.apply(entries.get(entry));
        if (position.get(top) < successors.size()) {
          String successor = successors.get(position.get(top));
          position.set(top, position.get(top) + 1);
          Integer loop = onPath.get(successor);
          if (loop != null) {
            problems.add(
                () ->
                    new Problem(
                        code,
                        Pointer.ROOT.at(list).at(entry).at(field).toString(),
                        Problems.shorten(
                            String.join(" -> ", path.subList(loop, path.size()))
                                + " -> "
                                + successor),
                        problems.say("cycle.expected"),
                        problems.say("cycle.advice")));
          } else if (!done.contains(successor)) {
            path.add(successor);
            position.add(0);
            onPath.put(successor, path.size() - 1);
          }
        } else {
          done.add(current);
          onPath.remove(current);
          path.remove(top);
          position.remove(top);
        }
      }
    }
  }

  private static String quoted(String id) {
    return '"' + id + '"';
  }
}
