package org.bilan.evidence;

import java.util.ArrayList;
import java.util.List;
import org.bilan.dossier.Stance;

/** The words for what joins reports into one origin: {@link Cluster#links}. */
final class Links {

  private Links() {}

  /** Between an echo, known by its leading position, and what it repeats. */
  static String ofEcho(Position lead, Index index) {
    if (index.copies(lead.report())) {
      return "near-copy";
    }
    return lead.stance().kind() == Stance.Kind.RELAYS ? "relays" : "cites";
  }

  /** Between the positions of kin. */
  static List<String> ofKin(List<Position> kin, Index index) {
    List<String> links = new ArrayList<>();
    if (kin.size() > 1) {
      long sources = kin.stream().map(p -> p.source().id()).distinct().count();
      if (sources < kin.size()) {
        links.add("same-source");
      }
      if (sources > 1) {
        boolean stateMedia = kin.stream().anyMatch(p -> index.stateMedia(p.report()));
        boolean voices = kin.stream().allMatch(p -> p.source().voiceOfParty());
        links.add(voices ? (stateMedia ? "state-media" : "same-voice") : "same-owner");
      }
    }
    return links;
  }
}
