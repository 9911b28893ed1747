package org.bilan.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.bilan.dossier.Proposition;

/** Facts about how many of those who say so show pictures of their own. */
public final class OwnPictures {

  private OwnPictures() {}

  /**
   * How many independent origins that support the harm show a picture with it that nobody else
   * posted before or may have. What the pictures show is not asked: that somebody shows pictures is
   * a ground that others can look into, and not yet what was found.
   */
  public record PicturingOrigins(
      String claim, Proposition proposition, int origins, List<String> facts) implements Aspect {}

  /**
   * Derives it.
   *
   * @param view of the harm
   * @param place of the claim in the dossier
   */
  static void derive(View view, int place, Pictures all, FactSink sink) {
    Predicate<Picture> offered =
        picture ->
            picture.visible()
                && picture.usable()
                && !picture.posting().againstClaim(place, view.index());
    // None can show that nobody was hurt.
    List<Picture> pictures =
        view.claim().nobody()
            ? List.of()
            : Picture.where(all.offeredFor(view.claim().id()), offered);
    if (pictures.isEmpty()) {
      sink.missing(PicturingOrigins.class, "media");
      return;
    }
    List<Cluster> picturing =
        View.where(view.independent(), cluster -> shows(cluster, pictures, view.index()));
    if (picturing.isEmpty() && !View.all(pictures, picture -> picture.posting().complete())) {
      sink.missing(PicturingOrigins.class, "media.report");
      return;
    }
    sink.add(
        new PicturingOrigins(
            view.claim().id(), Proposition.HARM, picturing.size(), ids(picturing, pictures, view)));
  }

  /** Whether the source that leads this origin, and it alone, was the first to post one of them. */
  private static boolean shows(Cluster cluster, List<Picture> pictures, Index index) {
    return View.any(pictures, picture -> isOf(cluster, picture, index));
  }

  private static boolean isOf(Cluster cluster, Picture picture, Index index) {
    List<Integer> first = picture.posting().first();
    return !first.isEmpty()
        && picture.posting().complete()
        && cluster.members().containsAll(first)
        && View.all(first, report -> index.source(report).equals(cluster.lead().source()));
  }

  private static List<String> ids(List<Cluster> picturing, List<Picture> pictures, View view) {
    List<Picture> theirs = new ArrayList<>();
    for (Picture picture : pictures) {
      if (View.any(picturing, cluster -> isOf(cluster, picture, view.index()))) {
        theirs.add(picture);
      }
    }
    return Picture.ids(theirs);
  }
}
