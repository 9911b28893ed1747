package org.bilan.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bilan.dossier.Basis;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Party;
import org.bilan.dossier.Proximity;
import org.bilan.dossier.Report;
import org.bilan.dossier.Source;
import org.bilan.dossier.SourceKind;
import org.bilan.dossier.Stance;

/** Sources that might yet speak, under ids that a dossier does not use. */
final class Voices {

  private final Dossier dossier;
  private final Set<String> used = new HashSet<>();

  Voices(Dossier dossier) {
    this.dossier = dossier;
    dossier.incident().parties().forEach(party -> used.add(party.id()));
    dossier.sources().forEach(source -> used.add(source.id()));
    dossier.claims().forEach(claim -> used.add(claim.id()));
    dossier.reports().forEach(report -> used.add(report.id()));
    dossier.media().forEach(media -> used.add(media.id()));
  }

  /** The id wanted, or the first free one after it; never the same twice. */
  String fresh(String wanted) {
    String id = wanted;
    for (int i = 2; !used.add(id); i++) {
      id = wanted + "-" + i;
    }
    return id;
  }

  /**
   * A resident with no stake in it, who was there and speaks firmly of what they saw.
   *
   * @param on the claim that they speak of
   * @param added that claim, where the dossier does not hold it
   */
  Supposition local(
      String word, Stance.Kind kind, Claim on, Optional<Claim> added, Object... names) {
    Source source =
        source(
            fresh("supposed-resident"),
            SourceKind.RESIDENT,
            Optional.empty(),
            Optional.of(Proximity.FIRST_HAND));
    Stance stance = new Stance(on.id(), kind, Optional.of(false), Optional.of(Basis.WITNESSED));
    Report report = report(fresh("supposed-account"), source.id(), stance);
    Additions additions =
        added
            .map(claim -> Additions.said(source, report, claim))
            .orElseGet(() -> Additions.said(source, report));
    return Supposition.of(word, additions, names);
  }

  /** A source of a kind that asserts a claim. */
  Supposition said(
      String word, SourceKind kind, Optional<String> party, Optional<Basis> basis, Claim claim) {
    Source source = source(fresh("supposed-" + kind.word()), kind, party, Optional.empty());
    Stance stance = new Stance(claim.id(), Stance.Kind.ASSERTS, Optional.of(false), basis);
    Report report = report(fresh("supposed-statement"), source.id(), stance);
    return Supposition.of(
        word, Additions.said(source, report), party.stream().map(this::label).toArray());
  }

  /** An outlet that repeats a report and adds nothing. */
  Supposition relay(String word, Report of, Claim claim) {
    Source source =
        source(
            fresh("supposed-outlet"),
            SourceKind.INDEPENDENT_MEDIA,
            Optional.empty(),
            Optional.empty());
    Stance stance = new Stance(claim.id(), Stance.Kind.RELAYS, Optional.empty(), Optional.empty());
    Report report =
        report(
            fresh("supposed-relay"),
            source.id(),
            Optional.empty(),
            List.of(of.id()),
            List.of(stance));
    return Supposition.of(word, Additions.said(source, report), of.id());
  }

  /** A source of the dossier that takes a claim back, after all that the dossier holds. */
  Supposition takenBack(String word, Source source, Claim claim, Moment when) {
    Stance stance =
        new Stance(claim.id(), Stance.Kind.DENIES, Optional.of(false), Optional.empty());
    Report report =
        report(
            fresh("supposed-retraction"),
            source.id(),
            Optional.of(when),
            List.of(),
            List.of(stance));
    return Supposition.of(word, Additions.of(report), source.label());
  }

  private static Source source(
      String id, SourceKind kind, Optional<String> party, Optional<Proximity> proximity) {
    return new Source(
        id,
        Optional.empty(),
        kind,
        party,
        List.of(),
        Optional.empty(),
        Optional.of(false),
        proximity,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private static Report report(String id, String source, Stance stance) {
    return report(id, source, Optional.empty(), List.of(), List.of(stance));
  }

  private static Report report(
      String id, String source, Optional<Moment> when, List<String> cites, List<Stance> stances) {
    return new Report(
        id,
        source,
        Optional.empty(),
        when,
        new ArrayList<>(cites),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        stances);
  }

  String label(String party) {
    return dossier.incident().parties().stream()
        .filter(p -> p.id().equals(party))
        .map(Party::label)
        .findFirst()
        .orElse(party);
  }
}
