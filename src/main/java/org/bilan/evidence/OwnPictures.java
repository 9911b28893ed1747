package org.bilan.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.bilan.dossier.Proposition;

/** Facts about how many of those who say so show pictures of their own. */
public final class OwnPictures {

  private OwnPictures() {}

  /**
   * How many independent origins that support the harm each show a picture with it, each another
   * one, which they may have been the first to post. What the pictures show is not asked: that
   * somebody shows pictures is a ground that others can look into, and not yet what was found.
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
    List<List<Picture>> shown = new ArrayList<>();
    for (Cluster cluster : view.independent()) {
      shown.add(View.where(pictures, picture -> isOf(cluster, picture, view.index())));
    }
    int origins = matched(shown);
    if (origins == 0 && !View.all(pictures, picture -> picture.posting().complete())) {
      sink.missing(PicturingOrigins.class, "media.report");
      return;
    }
    Set<Picture> showed = Collections.newSetFromMap(new IdentityHashMap<>());
    shown.forEach(showed::addAll);
    List<Picture> theirs = View.where(pictures, showed::contains);
    sink.add(
        new PicturingOrigins(view.claim().id(), Proposition.HARM, origins, Picture.ids(theirs)));
  }

  /** Whether the source that leads this origin may have been the first to post the picture. */
  private static boolean isOf(Cluster cluster, Picture picture, Index index) {
    return View.any(
        picture.posting().first(),
        report ->
            cluster.members().contains(report)
                && index.source(report).equals(cluster.lead().source()));
  }

  /**
   * To how many origins a picture can be given that is given to no other: a largest matching, by
   * augmenting paths (Kuhn 1955). So one more who posts a picture again takes none from anybody.
   */
  private static int matched(List<List<Picture>> shown) {
    Map<Picture, Integer> given = new IdentityHashMap<>();
    int matched = 0;
    for (int origin = 0; origin < shown.size(); origin++) {
      if (give(origin, shown, given, Collections.newSetFromMap(new IdentityHashMap<>()))) {
        matched++;
      }
    }
    return matched;
  }

  private static boolean give(
      int origin, List<List<Picture>> shown, Map<Picture, Integer> given, Set<Picture> tried) {
    for (Picture picture : shown.get(origin)) {
      if (tried.add(picture)) {
        Integer holder = given.get(picture);
        if (holder == null || give(holder, shown, given, tried)) {
          given.put(picture, origin);
          return true;
        }
      }
    }
    return false;
  }
}
