package org.bilan.evidence;

import java.util.ArrayList;
import java.util.List;
import org.bilan.dossier.Proposition;

/**
 * Facts about how many agree who the victims were, or who did it, and whether anybody without a
 * stake disputes it: denies the claim, says otherwise, or calls it uncertain. What those with a
 * stake say is asked elsewhere: see {@link Contradictions} and {@link Rivals}.
 */
public final class Accord {

  private Accord() {}

  /**
   * On who the victims were.
   *
   * @param own independent origins that give them this status
   * @param undisputed whether nobody without a stake disputes it
   */
  public record StatusAccord(
      String claim, Proposition proposition, int own, boolean undisputed, List<String> facts)
      implements Aspect {}

  /**
   * On who did it.
   *
   * @param own independent origins that blame this party
   * @param undisputed whether nobody without a stake disputes it
   */
  public record BlameAccord(
      String claim, Proposition proposition, int own, boolean undisputed, List<String> facts)
      implements Aspect {}

  static void derive(View view, FactSink sink) {
    if (view.proposition() == Proposition.HARM) {
      return;
    }
    Class<? extends Aspect> type = type(view.proposition());
    if (view.forIt().isEmpty() && view.against().isEmpty() && view.inDoubt().isEmpty()) {
      sink.missing(type, "reports.stances");
      return;
    }
    List<Cluster> contrary = new ArrayList<>(view.against());
    contrary.addAll(view.inDoubt());
    List<Cluster> disputing = View.where(contrary, Cluster::independent);
    // Whether who disputes it has a stake must be known: else nobody could say that nobody does.
    List<Cluster> unknown =
        View.where(contrary, cluster -> cluster.lead().interest() == Interest.UNKNOWN);
    if (disputing.isEmpty() && !unknown.isEmpty()) {
      sink.missing(type, Stakes.interestFields(unknown));
      return;
    }
    String claim = view.claim().id();
    int own = view.independent().size();
    boolean undisputed = disputing.isEmpty();
    List<String> facts = view.reports(undisputed ? view.independent() : disputing);
    sink.add(
        view.proposition() == Proposition.STATUS
            ? new StatusAccord(claim, view.proposition(), own, undisputed, facts)
            : new BlameAccord(claim, view.proposition(), own, undisputed, facts));
  }

  /** What is missing where a claim leaves a proposition open. */
  static void notAsserted(Proposition proposition, FactSink sink) {
    if (proposition == Proposition.STATUS) {
      sink.missing(StatusAccord.class, "claims.victims");
    } else if (proposition == Proposition.RESPONSIBILITY) {
      sink.missing(BlameAccord.class, "claims.responsible");
    }
  }

  private static Class<? extends Aspect> type(Proposition proposition) {
    return proposition == Proposition.STATUS ? StatusAccord.class : BlameAccord.class;
  }
}
