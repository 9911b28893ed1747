package org.bilan.evidence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Proposition;

/** Turns a dossier into the facts that the rules judge, claim by claim. */
public final class Evidence {

  /** Every kind of fact that a question may ask for. */
  public static final List<Class<? extends Aspect>> FACT_TYPES =
      List.of(
          Independence.Corroboration.class,
          Independence.Diversity.class,
          Independence.Newsrooms.class,
          Stakes.SelfServing.class,
          Accused.Admission.class,
          Stakes.OwnLosses.class,
          Stakes.Insiders.class,
          Stakes.AdversaryAgreement.class,
          Stakes.PartyAndLocals.class,
          Accused.StatusGround.class,
          Stakes.VictimStatus.class,
          Accused.Acknowledgement.class,
          Contradictions.StatusContradiction.class,
          Contradictions.CountContradiction.class,
          Contradictions.ResponsibilityContradiction.class,
          Contradictions.InsiderContradiction.class,
          Contradictions.Denial.class,
          Contradictions.DenialByAccused.class,
          Contradictions.Doubt.class,
          Images.ImagesOfHarm.class,
          Images.ImagesOfEvent.class,
          Images.ImagesOfStatus.class,
          Images.ImagesOfOtherStatus.class,
          Images.SatelliteImages.class,
          Images.ImagePlace.class,
          Images.ImageTime.class,
          Images.RecycledImages.class,
          Images.ManipulatedImages.class,
          Images.VisualOrigins.class,
          ImageFlaws.ImagesTakenBefore.class,
          ImageFlaws.MisplacedImages.class,
          ImageFlaws.ImagesAbroad.class,
          ImageFlaws.ImageCredentials.class,
          ImageFiles.FilesFromBefore.class,
          ImageFiles.FilesFromElsewhere.class,
          ImageFiles.EditedFiles.class,
          ImageFiles.ContradictoryFiles.class,
          ImageFiles.SaidOtherwise.class,
          ImagePosters.ManyPosters.class,
          ImagePosters.InterestedPosters.class,
          ImagePosters.PostersAgainstInterest.class,
          OwnPictures.PicturingOrigins.class,
          Wording.Hedging.class,
          Wording.Grounds.class,
          Wording.FirstHand.class,
          Wording.Anonymity.class,
          Wording.Ratings.class,
          TrackRecords.BestRecord.class,
          TrackRecords.PoorRecords.class,
          Figures.Figure.class,
          Figures.FigureRange.class,
          Figures.NamedVictims.class,
          Figures.Revision.class,
          Figures.NamedShare.class,
          Figures.NamedExcess.class,
          Dispersion.AgreeingFigures.class,
          Dispersion.ScatteredFigures.class,
          Retractions.Retraction.class,
          Retractions.DeathsOfWounds.class,
          Nearness.Investigation.class,
          Nearness.Records.class,
          Nearness.NobodyNear.class,
          Setting.PlacePrecision.class,
          Setting.TimePrecision.class,
          Actions.NearAction.class,
          Voices.OwnMediaOnly.class,
          Voices.SympathisersOnly.class,
          Voices.EnemyAccusation.class,
          Voices.OfficialAgreement.class,
          Voices.MemberClaim.class,
          Grants.PartialAdmission.class,
          Grants.PartialLosses.class,
          Grants.PartGranted.class,
          Rivals.EventContradiction.class,
          Rivals.InterestedRivals.class,
          Rivals.RivalOfAccused.class,
          Rivals.DenialByAccusedSide.class,
          Rivals.StatusBalance.class,
          Accord.StatusAccord.class,
          Accord.BlameAccord.class,
          Blame.CompetingBlame.class,
          Blame.MutualBlame.class,
          Blame.OtherAdmission.class,
          Blame.BlameBalance.class,
          Circumstances.InvestigatorAccess.class,
          Circumstances.Blackout.class,
          Circumstances.SeveralActed.class);

  private Evidence() {}

  /** What is worked out once for all claims of a dossier. */
  private record Whole(
      Index index, Relations relations, Pictures pictures, Retractions retractions, View[] blame) {}

  /** The evidence on each claim, in the order of the dossier's claims. */
  public static List<ClaimEvidence> of(Dossier dossier) {
    Index index = new Index(dossier);
    Relations relations = new Relations(index);
    View[] blame = Blame.views(index, relations);
    Whole whole =
        new Whole(index, relations, new Pictures(index), new Retractions(index, relations), blame);
    List<ClaimEvidence> evidence = new ArrayList<>(dossier.claims().size());
    for (int claim = 0; claim < dossier.claims().size(); claim++) {
      evidence.add(of(claim, whole));
    }
    return evidence;
  }

  private static ClaimEvidence of(int place, Whole whole) {
    Index index = whole.index();
    Relations relations = whole.relations();
    Claim claim = relations.claim(place);
    FactSink sink = new FactSink();
    List<Cluster> carrying = List.of();
    int independent = Integer.MAX_VALUE;
    for (Proposition proposition : Proposition.values()) {
      if (claim.asserts(proposition)) {
        View view = whole.blame()[place];
        if (proposition != Proposition.RESPONSIBILITY) {
          List<Position> positions = Position.on(place, proposition, index, relations);
          view = View.of(claim, proposition, index, positions);
          carrying = proposition == Proposition.HARM ? carrying(positions, index) : carrying;
        }
        Independence.derive(view, sink);
        interest(view, sink);
        Wording.derive(view, sink);
        TrackRecords.derive(view, sink);
        Nearness.derive(view, sink);
        if (proposition == Proposition.HARM) {
          Dispersion.derive(view, sink);
          OwnPictures.derive(view, place, whole.pictures(), sink);
        }
        independent = Math.min(independent, view.independent().size());
      } else {
        Stakes.notAsserted(proposition, sink);
        Accused.notAsserted(proposition, sink);
        Contradictions.notAsserted(proposition, sink);
        Voices.notAsserted(proposition, sink);
        Grants.notAsserted(proposition, sink);
        Rivals.notAsserted(proposition, sink);
        Accord.notAsserted(proposition, sink);
      }
    }
    Images.derive(place, index, relations, whole.pictures(), sink);
    Figures.derive(place, relations, carrying, index, sink);
    whole.retractions().derive(place, sink);
    Setting.derive(claim, index.dossier.incident(), sink);
    Actions.derive(claim, index, sink);
    Blame.derive(place, whole.blame(), relations, sink);
    Circumstances.derive(claim, index, sink);

    return new ClaimEvidence(
        claim,
        sink.facts(),
        sink.missing(),
        carrying.stream().map(cluster -> origin(cluster, index)).toList(),
        carrying.stream()
            .filter(c -> c.stands() && !c.uncertain())
            .map(c -> c.lead().source())
            .toList(),
        independent,
        Figures.givenWayTo(place, relations, carrying, index));
  }

  private static void interest(View view, FactSink sink) {
    Stakes.derive(view, sink);
    Accused.derive(view, sink);
    Voices.derive(view, sink);
    Grants.derive(view, sink);
    Contradictions.derive(view, sink);
    Rivals.derive(view, sink);
    Accord.derive(view, sink);
  }

  /** The origins that carry the claim itself, whatever else supports a part of it. */
  private static List<Cluster> carrying(List<Position> onHarm, Index index) {
    List<Position> direct = new ArrayList<>();
    BitSet bearing = new BitSet();
    for (Position position : onHarm) {
      bearing.set(position.report());
      if (position.direct() && position.side() == Position.Side.FOR) {
        direct.add(position);
      }
    }
    return Clusters.of(index, direct, bearing);
  }

  private static ClaimEvidence.Origin origin(Cluster cluster, Index index) {
    return new ClaimEvidence.Origin(
        cluster.members().stream().map(report -> index.reports.get(report).id()).toList(),
        cluster.links().isEmpty()
            ? List.of()
            : cluster.links().stream().map(Link::word).sorted().toList());
  }
}
