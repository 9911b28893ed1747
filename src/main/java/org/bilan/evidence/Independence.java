package org.bilan.evidence;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.SourceKind;

/** Facts about how many know it, and how different they are. */
public final class Independence {

  private Independence() {}

  /**
   * How many origins support a proposition.
   *
   * @param origins all, also those with a stake in it
   * @param independentOrigins those without a known stake, or who speak against their own, and who
   *     certainly repeat nobody
   * @param uncertainOrigins those that would be independent, but for signs that they may go back to
   *     others
   */
  public record Corroboration(
      String claim,
      Proposition proposition,
      int origins,
      int independentOrigins,
      int uncertainOrigins,
      List<String> facts)
      implements Aspect {}

  /**
   * How many kinds of people, by where they stand to the facts, the independent origins are.
   *
   * @param kinds from 0 to 6: locals, medical staff, officials, monitors, press, accounts
   */
  public record Diversity(String claim, Proposition proposition, int kinds, List<String> facts)
      implements Aspect {}

  /**
   * How many of the independent origins are newsrooms: wire agencies, and media that no party owns.
   */
  public record Newsrooms(String claim, Proposition proposition, int newsrooms, List<String> facts)
      implements Aspect {}

  private enum Circle {
    LOCALS,
    MEDICAL,
    OFFICIALS,
    MONITORS,
    PRESS,
    ACCOUNTS
  }

  static void derive(View view, FactSink sink) {
    if (view.forIt().isEmpty()) {
      String needed = view.unattributed() ? "reports.cites" : "reports.stances";
      sink.missing(Corroboration.class, needed);
      sink.missing(Diversity.class, needed);
      sink.missing(Newsrooms.class, needed);
      return;
    }
    List<Cluster> independent = view.independent();
    sink.add(
        new Corroboration(
            view.claim().id(),
            view.proposition(),
            view.forIt().size(),
            independent.size(),
            View.where(view.uncertain(), Cluster::disinterested).size(),
            view.reports(independent)));
    Set<Circle> circles = EnumSet.noneOf(Circle.class);
    independent.forEach(c -> circle(c.lead().source().kind()).ifPresent(circles::add));
    if (circles.isEmpty() && !independent.isEmpty()) {
      sink.missing(Diversity.class, "sources.kind");
      sink.missing(Newsrooms.class, "sources.kind");
    } else {
      List<Cluster> newsrooms = View.where(independent, Independence::newsroom);
      sink.add(
          new Newsrooms(
              view.claim().id(), view.proposition(), newsrooms.size(), view.reports(newsrooms)));
      sink.add(
          new Diversity(
              view.claim().id(), view.proposition(), circles.size(), view.reports(independent)));
    }
  }

  private static boolean newsroom(Cluster cluster) {
    return circle(cluster.lead().source().kind()).filter(Circle.PRESS::equals).isPresent();
  }

  private static Optional<Circle> circle(SourceKind kind) {
    return switch (kind) {
      case SURVIVOR, WITNESS, RELATIVE, RESIDENT, COMMUNITY -> Optional.of(Circle.LOCALS);
      case MEDICAL -> Optional.of(Circle.MEDICAL);
      case MILITARY, GOVERNMENT, ARMED_GROUP, STATE_MEDIA, SECURITY_OFFICIAL, LOCAL_OFFICIAL ->
          Optional.of(Circle.OFFICIALS);
      case INTERNATIONAL_ORGANISATION, MONITOR, NGO -> Optional.of(Circle.MONITORS);
      case INDEPENDENT_MEDIA, WIRE_AGENCY -> Optional.of(Circle.PRESS);
      case SOCIAL_ACCOUNT -> Optional.of(Circle.ACCOUNTS);
      case UNKNOWN -> Optional.empty();
    };
  }
}
