package org.bilan.evidence;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bilan.dossier.Basis;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Manipulation;
import org.bilan.dossier.Media;
import org.bilan.dossier.MediaKind;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Proximity;
import org.bilan.dossier.SourceKind;

/** Facts about investigations, about records, and about whether anybody was near. */
public final class Nearness {

  static final Set<SourceKind> INVESTIGATORS =
      EnumSet.of(SourceKind.INTERNATIONAL_ORGANISATION, SourceKind.MONITOR, SourceKind.NGO);

  private static final Set<Basis> INQUIRY =
      EnumSet.of(Basis.INTERVIEWS, Basis.RECORDS, Basis.IMAGERY);

  private static final Set<Proximity> FAR = EnumSet.of(Proximity.SECOND_HAND, Proximity.REMOTE);

  private Nearness() {}

  /**
   * Who has looked into it.
   *
   * @param origins how many independent origins are led by an international organisation, a monitor
   *     or an NGO that gives interviews, records or imagery as its grounds
   */
  public record Investigation(
      String claim, Proposition proposition, int origins, List<String> speakers, List<String> facts)
      implements Aspect {}

  /**
   * Who holds records: of a hospital, a burial, a registry.
   *
   * @param origins how many independent origins give records as their grounds or, of the harm,
   *     published a document that is offered for the claim
   */
  public record Records(
      String claim, Proposition proposition, int origins, List<String> speakers, List<String> facts)
      implements Aspect {}

  /** Whether everybody who supports it is known to speak at second hand or from afar. */
  public record NobodyNear(String claim, Proposition proposition, boolean known, List<String> facts)
      implements Aspect {}

  static void derive(View view, FactSink sink) {
    if (view.forIt().isEmpty()) {
      sink.missing(Investigation.class, "reports.stances");
      sink.missing(Records.class, "reports.stances");
      sink.missing(NobodyNear.class, "reports.stances");
      return;
    }
    boolean grounds = View.any(view.forIt(), c -> basis(c).isPresent());
    investigation(view, grounds, sink);
    records(view, grounds, sink);
    nobodyNear(view, sink);
  }

  private static Optional<Basis> basis(Cluster cluster) {
    return cluster.lead().stance().basis();
  }

  private static void investigation(View view, boolean grounds, FactSink sink) {
    if (!grounds) {
      sink.missing(Investigation.class, "reports.stances.basis");
      return;
    }
    List<Cluster> investigators =
        View.where(
            view.independent(),
            c ->
                INVESTIGATORS.contains(c.lead().source().kind())
                    && basis(c).filter(INQUIRY::contains).isPresent());
    sink.add(
        new Investigation(
            view.claim().id(),
            view.proposition(),
            investigators.size(),
            view.speakers(investigators),
            view.reports(investigators)));
  }

  private static void records(View view, boolean grounds, FactSink sink) {
    List<Media> documents = view.proposition() == Proposition.HARM ? documents(view) : List.of();
    if (!grounds && documents.isEmpty()) {
      sink.missing(Records.class, "reports.stances.basis");
      return;
    }
    Set<String> published = new TreeSet<>();
    documents.forEach(document -> document.report().ifPresent(published::add));
    List<Cluster> holders =
        View.where(
            view.independent(),
            c ->
                basis(c).filter(Basis.RECORDS::equals).isPresent()
                    || published.contains(view.index().reports.get(c.lead().report()).id()));
    sink.add(
        new Records(
            view.claim().id(),
            view.proposition(),
            holders.size(),
            view.speakers(holders),
            view.reports(holders)));
  }

  /** The documents that are offered for a claim and are not known to be forged or older. */
  private static List<Media> documents(View view) {
    Dossier dossier = view.index().dossier;
    if (dossier.media().isEmpty()) {
      return List.of();
    }
    Moment begun = dossier.incident().date().from();
    return dossier.media().stream()
        .filter(m -> m.kind() == MediaKind.DOCUMENT)
        .filter(m -> m.supports().contains(view.claim().id()))
        .filter(m -> m.manipulation().filter(Manipulation.ESTABLISHED::equals).isEmpty())
        .filter(m -> m.knownSince().filter(t -> t.certainlyBefore(begun)).isEmpty())
        .toList();
  }

  private static void nobodyNear(View view, FactSink sink) {
    boolean far = View.all(view.forIt(), c -> proximity(c).filter(FAR::contains).isPresent());
    boolean near =
        View.any(view.forIt(), c -> proximity(c).filter(Proximity.FIRST_HAND::equals).isPresent());
    if (!far && !near) {
      sink.missing(NobodyNear.class, "sources.proximity");
    } else {
      sink.add(
          new NobodyNear(
              view.claim().id(),
              view.proposition(),
              far,
              far ? view.reports(view.forIt()) : List.of()));
    }
  }

  private static Optional<Proximity> proximity(Cluster cluster) {
    return cluster.lead().source().proximity();
  }
}
