package org.bilan.explain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bilan.dossier.Action;
import org.bilan.dossier.ActionStatus;
import org.bilan.dossier.Basis;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Party;
import org.bilan.dossier.PartyKind;
import org.bilan.dossier.Source;
import org.bilan.dossier.SourceKind;
import org.bilan.dossier.Stance;
import org.bilan.dossier.Victims;

/**
 * What might yet be said about one claim, and by whom: what recorders would ask for next. The same
 * for each party; nothing here weighs anything.
 */
final class Suppositions {

  /** Of several parties, pictures or sources: for the first of them, in the dossier's order. */
  static final int OF_A_KIND = 2;

  private final Dossier dossier;
  private final Claim claim;
  private final Voices voices;
  private final Known known;

  /**
   * @param dossier what was known by the moment
   * @param asOf that moment; empty for all
   */
  Suppositions(Dossier dossier, Claim claim, Optional<Instant> asOf) {
    this.dossier = dossier;
    this.claim = claim;
    this.voices = new Voices(dossier);
    this.known = new Known(dossier, claim, voices, asOf);
  }

  /** One at a time: those that recorders look for first come first. */
  List<Supposition> single() {
    List<Supposition> all = new ArrayList<>();
    all.add(witness("witness"));
    all.addAll(actions());
    claim
        .responsible()
        .filter(party -> !says(party))
        .map(party -> ofParty("admission", party))
        .ifPresent(all::add);
    all.addAll(known.geolocated());
    all.addAll(known.named());
    all.add(denial());
    otherStatus().ifPresent(all::add);
    all.addAll(otherParties());
    known.photo().ifPresent(all::add);
    claim.responsible().map(this::insider).ifPresent(all::add);
    all.add(said("investigation", SourceKind.INTERNATIONAL_ORGANISATION, Basis.INTERVIEWS));
    all.add(said("records", SourceKind.MEDICAL, Basis.RECORDS));
    claim
        .victimsParty()
        .filter(party -> !claim.responsible().equals(Optional.of(party)) && !says(party))
        .map(party -> ofParty("own-losses", party))
        .ifPresent(all::add);
    all.addAll(known.chronolocated());
    known.relayed().ifPresent(all::add);
    all.addAll(known.retracted());
    known.identified().ifPresent(all::add);
    return all;
  }

  /** What is only worth supposing beside something else. */
  Supposition secondWitness() {
    return witness("second-witness");
  }

  private Supposition witness(String word) {
    return voices.local(word, Stance.Kind.ASSERTS, claim, Optional.empty());
  }

  private Supposition denial() {
    return voices.local("denial", Stance.Kind.DENIES, claim, Optional.empty());
  }

  private Supposition said(String word, SourceKind kind, Basis basis) {
    return voices.said(word, kind, Optional.empty(), Optional.of(basis), claim);
  }

  private Supposition ofParty(String word, String party) {
    return voices.said(word, voice(party), Optional.of(party), Optional.empty(), claim);
  }

  private Supposition insider(String party) {
    return voices.said(
        "insider", SourceKind.SECURITY_OFFICIAL, Optional.of(party), Optional.empty(), claim);
  }

  /** Regular forces speak through an army, all others through an armed group: both weigh alike. */
  private SourceKind voice(String party) {
    return party(party)
        .flatMap(Party::kind)
        .filter(
            kind ->
                kind == PartyKind.STATE_FORCES
                    || kind == PartyKind.FOREIGN_FORCES
                    || kind == PartyKind.PEACEKEEPERS)
        .map(kind -> SourceKind.MILITARY)
        .orElse(SourceKind.ARMED_GROUP);
  }

  /** Whether a voice of this party asserts the claim already, firmly: then nothing is supposed. */
  private boolean says(String party) {
    Set<String> voices =
        dossier.sources().stream()
            .filter(s -> s.voiceOfParty() && s.party().equals(Optional.of(party)))
            .map(Source::id)
            .collect(Collectors.toSet());
    return dossier.reports().stream()
        .filter(report -> voices.contains(report.source()))
        .flatMap(report -> report.stances().stream())
        .filter(stance -> stance.claim().equals(claim.id()))
        .anyMatch(s -> s.kind() == Stance.Kind.ASSERTS && s.hedged().equals(Optional.of(false)));
  }

  private boolean declared(Party party) {
    return dossier.incident().actions().stream()
        .anyMatch(a -> a.party().equals(party.id()) && a.status() == ActionStatus.DECLARED);
  }

  /** By the party that is blamed; where none is, by any; unless it has declared one already. */
  private List<Supposition> actions() {
    return dossier.incident().parties().stream()
        .filter(party -> claim.responsible().map(party.id()::equals).orElse(true))
        .filter(party -> !declared(party))
        .limit(OF_A_KIND)
        .map(
            party ->
                Supposition.of(
                    "action",
                    Additions.of(
                        new Action(
                            party.id(), Optional.empty(), ActionStatus.DECLARED, Optional.empty())),
                    party.label()))
        .toList();
  }

  private Optional<Supposition> otherStatus() {
    Optional<Victims> other =
        claim
            .status()
            .filter(status -> status != Victims.MIXED && !claim.nobody())
            .map(status -> status == Victims.CIVILIAN ? Victims.COMBATANT : Victims.CIVILIAN);
    return other.map(
        victims ->
            rival(
                victims == Victims.CIVILIAN ? "said-civilians" : "said-fighters",
                id -> claim(id, Optional.of(victims), Optional.empty(), claim.responsible())));
  }

  private List<Supposition> otherParties() {
    if (claim.responsible().isEmpty()) {
      return List.of();
    }
    return dossier.incident().parties().stream()
        .filter(party -> !claim.responsible().get().equals(party.id()))
        .filter(party -> !claim.victimsParty().equals(Optional.of(party.id())))
        .limit(OF_A_KIND)
        .map(
            party ->
                rival(
                    "blamed-another",
                    id -> claim(id, claim.victims(), claim.victimsParty(), Optional.of(party.id())),
                    party.label()))
        .toList();
  }

  private Supposition rival(String word, Function<String, Claim> other, Object... names) {
    Claim rival = other.apply(voices.fresh("supposed-claim"));
    return voices.local(word, Stance.Kind.ASSERTS, rival, Optional.of(rival), names);
  }

  private Claim claim(
      String id,
      Optional<Victims> victims,
      Optional<String> victimsParty,
      Optional<String> responsible) {
    return new Claim(
        id,
        claim.harm(),
        victims,
        victimsParty,
        claim.count(),
        responsible,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Optional<Party> party(String id) {
    return dossier.incident().parties().stream().filter(p -> p.id().equals(id)).findFirst();
  }
}
