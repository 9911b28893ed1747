package org.bilan.evidence;

import java.util.List;
import java.util.Optional;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Count;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Proposition;

/** Facts about the figure that a claim gives. */
public final class Figures {

  private Figures() {}

  /**
   * How a figure is worded.
   *
   * @param open whether it has no upper end ("several")
   */
  public record Figure(String claim, Proposition proposition, boolean open, List<String> facts)
      implements Aspect {}

  /** How wide a figure's range is, in percent of its upper end. */
  public record FigureRange(
      String claim, Proposition proposition, int spreadPercent, List<String> facts)
      implements Aspect {}

  /** How many victims are identified by full name. */
  public record NamedVictims(String claim, Proposition proposition, int named, List<String> facts)
      implements Aspect {}

  /**
   * Whether a later claim revises this one.
   *
   * @param by ids of the claims that do
   */
  public record Revision(
      String claim,
      Proposition proposition,
      boolean superseded,
      List<String> by,
      List<String> facts)
      implements Aspect {}

  static void derive(Claim claim, Dossier dossier, FactSink sink) {
    Optional<Count> count = claim.count();
    List<String> own = List.of(claim.id());
    boolean open =
        count.isPresent()
            && count.get().max().isEmpty()
            && (count.get().min().isPresent() || count.get().words().isPresent());
    if (count.isEmpty() || !open && count.get().max().isEmpty()) {
      sink.missing(Figure.class, "claims.count");
    } else {
      sink.add(new Figure(claim.id(), Proposition.HARM, open, own));
    }
    if (count.isPresent() && count.get().bounded()) {
      long least = count.get().min().getAsInt();
      long most = count.get().max().getAsInt();
      int spread = most == 0 ? 0 : (int) ((most - least) * 100 / most);
      sink.add(new FigureRange(claim.id(), Proposition.HARM, spread, own));
    } else {
      sink.missing(FigureRange.class, "claims.count.min", "claims.count.max");
    }
    if (claim.namedVictims().isPresent()) {
      sink.add(
          new NamedVictims(claim.id(), Proposition.HARM, claim.namedVictims().getAsInt(), own));
    } else {
      sink.missing(NamedVictims.class, "claims.namedVictims");
    }
    revision(claim, dossier, sink);
  }

  private static void revision(Claim claim, Dossier dossier, FactSink sink) {
    boolean anyRevision = dossier.claims().stream().anyMatch(c -> c.supersedes().isPresent());
    if (!anyRevision) {
      sink.missing(Revision.class, "claims.supersedes");
      return;
    }
    List<String> by =
        dossier.claims().stream()
            .filter(c -> c.supersedes().filter(claim.id()::equals).isPresent())
            .map(Claim::id)
            .toList();
    sink.add(new Revision(claim.id(), Proposition.HARM, !by.isEmpty(), by, by));
  }
}
