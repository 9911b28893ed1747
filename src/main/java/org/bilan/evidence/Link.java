package org.bilan.evidence;

import java.util.ArrayList;
import java.util.List;
import org.bilan.dossier.Stance;
import org.bilan.dossier.Word;

/** What joins reports into one origin, or why an origin counts for nothing. */
public enum Link implements Word {
  /** It names the report that it repeats. */
  CITES,
  /** It names the report that it repeats, and adds nothing. */
  RELAYS,
  /** Its text is a near copy of an earlier one. */
  NEAR_COPY,
  /** It is the same page: its mobile or AMP form, or an archive's copy. */
  SAME_PAGE,
  /** Its author has said it elsewhere before. */
  SAME_AUTHOR,
  /** It stands on a picture that somebody has shown before. */
  SAME_PICTURE,
  /** An outlet has from hearsay what somebody has said through it. */
  CARRIED,
  SAME_SOURCE,
  SAME_OWNER,
  /** Voices of one party. */
  SAME_VOICE,
  /** Voices of one party, state media among them. */
  STATE_MEDIA,
  /** They name one report that takes no side itself. */
  COMMON_SOURCE,
  /**
   * It tells the same numbers and names in the same order as an earlier text: perhaps a rewrite.
   */
  REWRITE,
  /** It quotes the same words as an earlier text: perhaps from there. */
  SAME_QUOTE,
  /** Its source and the other's have shared figures and errors in earlier incidents. */
  SHARED_ERRORS,
  /** It takes over a short text whole, among other things. */
  QUOTES,
  /** It repeats others, and does not say whom: it counts for nothing. */
  UNATTRIBUTED,
  /** Its source has since said otherwise: it counts for nothing. */
  WITHDRAWN,
  /** It can know nothing of the incident: it counts for nothing. */
  PUBLISHED_BEFORE_THE_INCIDENT;

  /** Between an echo, known by its leading position, and what it repeats. */
  static Link ofEcho(Position lead, Index index) {
    Link link = index.link(lead.report()).orElse(CITES);
    return link == CITES && lead.stance().kind() == Stance.Kind.RELAYS ? RELAYS : link;
  }

  /** Between the positions of kin. */
  static List<Link> ofKin(List<Position> kin, Index index) {
    if (kin.size() < 2) {
      return List.of();
    }
    List<Link> links = new ArrayList<>();
    long sources = kin.stream().map(p -> p.source().id()).distinct().count();
    if (sources < kin.size()) {
      links.add(SAME_SOURCE);
    }
    if (sources > 1) {
      boolean stateMedia = kin.stream().anyMatch(p -> index.stateMedia(p.report()));
      boolean voices = kin.stream().allMatch(p -> p.source().voiceOfParty());
      links.add(voices ? (stateMedia ? STATE_MEDIA : SAME_VOICE) : SAME_OWNER);
    }
    return links;
  }
}
