package org.bilan.evidence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bilan.dossier.DossierBuilder;
import org.bilan.dossier.Proposition;

/** The evidence on one claim of a small dossier. */
record Derived(ClaimEvidence evidence) {

  static Derived of(String claim, DossierBuilder dossier) {
    return new Derived(
        Evidence.of(dossier.build()).stream()
            .filter(evidence -> evidence.claim().id().equals(claim))
            .findFirst()
            .orElseThrow());
  }

  /** The fact of this kind about the claim's harm. */
  <T extends Aspect> T fact(Class<T> type) {
    return fact(type, Proposition.HARM);
  }

  <T extends Aspect> T fact(Class<T> type, Proposition proposition) {
    return find(type, proposition)
        .orElseThrow(
            () ->
                new AssertionError(
                    "No "
                        + type.getSimpleName()
                        + " of "
                        + proposition
                        + "; missing: "
                        + missing(type)));
  }

  <T extends Aspect> Optional<T> find(Class<T> type, Proposition proposition) {
    return evidence.facts().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .filter(fact -> fact.proposition() == proposition)
        .findFirst();
  }

  /** The fields that are missing for this kind of fact; empty when the fact is there. */
  Set<String> missing(Class<? extends Aspect> type) {
    return new TreeSet<>(evidence.missing().getOrDefault(type, List.of()));
  }

  /** The reports of each origin that carries the claim, the leading one first. */
  List<List<String>> origins() {
    return evidence.origins().stream().map(ClaimEvidence.Origin::reports).toList();
  }

  List<List<String>> links() {
    return evidence.origins().stream().map(ClaimEvidence.Origin::links).toList();
  }

  int independent(Proposition proposition) {
    return fact(Independence.Corroboration.class, proposition).independentOrigins();
  }

  int independent() {
    return independent(Proposition.HARM);
  }
}
