package org.bilan.evidence;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Media;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Period;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Shows;
import org.bilan.dossier.Victims;

/**
 * Facts about what the pictures offered for a claim show. A picture supports only what it shows;
 * one that cannot show the incident supports nothing, see {@link ImageFlaws}. What is not known of
 * a picture is neutral. However often it was posted, it counts once: see {@link Pictures}.
 */
public final class Images {

  private Images() {}

  /** How many usable pictures show people killed, injured or buried. */
  public record ImagesOfHarm(String claim, Proposition proposition, int images, List<String> facts)
      implements Aspect {}

  /** How many usable pictures show the event: a strike, damage, weapons, captured materiel. */
  public record ImagesOfEvent(String claim, Proposition proposition, int images, List<String> facts)
      implements Aspect {}

  /** How many usable pictures show people or things of the status that the claim asserts. */
  public record ImagesOfStatus(
      String claim, Proposition proposition, int images, List<String> facts) implements Aspect {}

  /**
   * How many usable pictures show people killed or injured together with people of the status that
   * the claim denies, and nobody of that which it asserts: fighters and no civilians where the
   * victims are said to be civilians, or the reverse. Weapons in the scene do not make a victim a
   * fighter, nor mourners at a burial a civilian: they are not counted.
   */
  public record ImagesOfOtherStatus(
      String claim, Proposition proposition, int images, List<String> facts) implements Aspect {}

  /** How many usable satellite images show damage or a strike. */
  public record SatelliteImages(
      String claim, Proposition proposition, int images, List<String> facts) implements Aspect {}

  /** How far from the incident the nearest geolocated usable picture was taken. */
  public record ImagePlace(
      String claim, Proposition proposition, int kilometres, List<String> facts)
      implements Aspect {}

  /** How many whole days outside the incident the nearest dated usable picture was taken. */
  public record ImageTime(String claim, Proposition proposition, int days, List<String> facts)
      implements Aspect {}

  /**
   * How many pictures had appeared somewhere before the incident began, as they are or nearly so.
   */
  public record RecycledImages(
      String claim, Proposition proposition, int images, List<String> facts) implements Aspect {}

  /**
   * Of all that is offered, pictures, sounds and documents, how many were established to be
   * manipulated, and how many others are suspected.
   */
  public record ManipulatedImages(
      String claim, Proposition proposition, int established, int suspected, List<String> facts)
      implements Aspect {}

  /** How many different usable pictures there are: one picture posted twice is one. */
  public record VisualOrigins(
      String claim, Proposition proposition, int origins, List<String> facts) implements Aspect {}

  private static final Set<Shows> HURT = EnumSet.of(Shows.VICTIMS, Shows.INJURED);
  private static final Set<Shows> HARM = EnumSet.of(Shows.VICTIMS, Shows.INJURED, Shows.BURIAL);
  private static final Set<Shows> EVENT =
      EnumSet.of(Shows.STRIKE, Shows.DAMAGE, Shows.WEAPONS, Shows.CAPTURED_MATERIEL);
  private static final Set<Shows> FROM_ORBIT = EnumSet.of(Shows.STRIKE, Shows.DAMAGE);
  private static final Set<Shows> FIGHTERS =
      EnumSet.of(Shows.COMBATANTS, Shows.WEAPONS, Shows.CAPTURED_MATERIEL);
  private static final Set<Shows> FIGHTERS_THEMSELVES = EnumSet.of(Shows.COMBATANTS);
  private static final Set<Shows> CIVILIANS = EnumSet.of(Shows.CIVILIANS);
  private static final Set<Shows> NOTHING = EnumSet.noneOf(Shows.class);
  private static final Set<Shows> ANYTHING = EnumSet.complementOf(EnumSet.of(Shows.OTHER));

  private static final List<Class<? extends Aspect>> ALL =
      List.of(
          ImagesOfHarm.class,
          ImagesOfEvent.class,
          ImagesOfStatus.class,
          ImagesOfOtherStatus.class,
          SatelliteImages.class,
          ImagePlace.class,
          ImageTime.class,
          VisualOrigins.class);

  static void derive(int place, Index index, Relations relations, Pictures all, FactSink sink) {
    Claim claim = relations.claim(place);
    Predicate<Picture> forIt = picture -> !picture.posting().againstClaim(place, index);
    List<Picture> offered =
        all.offeredFor(claim.id()).stream().map(p -> p.asOfferedFor(place, index)).toList();
    List<Picture> pictures = Picture.where(offered, Picture::visible);
    List<Picture> offeredForIt = Picture.where(pictures, forIt);
    ImageFlaws.derive(claim, all.scene(), Picture.where(offered, forIt), offeredForIt, sink);
    ImageFiles.derive(claim, all.scene(), offeredForIt, sink);
    ImagePosters.together(claim, offeredForIt, index, sink);
    if (pictures.isEmpty()) {
      ALL.forEach(type -> sink.missing(type, "media"));
      ImagePosters.none(sink, "media");
      return;
    }
    // A picture supports only what it shows, and none can show that nobody was hurt.
    List<Picture> usable = claim.nobody() ? List.of() : Picture.where(pictures, Picture::usable);
    if (pictures.stream().allMatch(picture -> picture.shows().isEmpty())) {
      ALL.forEach(type -> sink.missing(type, "media.shows"));
      ImagePosters.none(sink, "media.shows");
      return;
    }
    shown(claim, usable, sink);
    status(claim, usable, sink);
    posters(place, usable, index, relations, sink);
    List<Picture> telling = showing(usable, ANYTHING);
    if (telling.isEmpty()) {
      String field = usable.isEmpty() ? "media" : "media.shows";
      sink.missing(ImagePlace.class, field);
      sink.missing(ImageTime.class, field);
      sink.missing(VisualOrigins.class, field);
      return;
    }
    place(claim, all.scene(), telling, sink);
    time(claim, all.scene().date(), telling, sink);
    visualOrigins(claim, telling, sink);
  }

  private static void posters(
      int place, List<Picture> usable, Index index, Relations relations, FactSink sink) {
    Claim claim = relations.claim(place);
    boolean any = false;
    for (Proposition proposition : Proposition.values()) {
      if (claim.asserts(proposition)) {
        List<Picture> adding = showing(usable, adding(claim, proposition));
        if (!adding.isEmpty()) {
          any = true;
          ImagePosters.derive(place, proposition, adding, index, relations, sink);
        }
      }
    }
    if (!any) {
      ImagePosters.none(sink, usable.isEmpty() ? "media" : "media.shows");
    }
  }

  private static void shown(Claim claim, List<Picture> usable, FactSink sink) {
    List<Picture> harm = showing(usable, HARM);
    List<Picture> event = showing(usable, EVENT);
    List<Picture> orbit = showing(Picture.where(usable, Picture::satellite), FROM_ORBIT);
    String id = claim.id();
    sink.add(new ImagesOfHarm(id, Proposition.HARM, harm.size(), Picture.ids(harm)));
    sink.add(new ImagesOfEvent(id, Proposition.HARM, event.size(), Picture.ids(event)));
    sink.add(new SatelliteImages(id, Proposition.HARM, orbit.size(), Picture.ids(orbit)));
    if (claim.asserts(Proposition.RESPONSIBILITY)) {
      sink.add(new ImagesOfEvent(id, Proposition.RESPONSIBILITY, event.size(), Picture.ids(event)));
    }
  }

  private static void status(Claim claim, List<Picture> usable, FactSink sink) {
    if (claim.status().isEmpty()) {
      sink.missing(ImagesOfStatus.class, "claims.victims");
      sink.missing(ImagesOfOtherStatus.class, "claims.victims");
      return;
    }
    Victims status = claim.status().get();
    Set<Shows> own = ofStatus(status);
    Set<Shows> other =
        switch (status) {
          case CIVILIAN -> FIGHTERS_THEMSELVES;
          case COMBATANT -> CIVILIANS;
          default -> NOTHING;
        };
    List<Picture> fitting = showing(usable, own);
    Predicate<Picture> contrary = p -> p.showsAny(HURT) && p.showsAny(other) && !p.showsAny(own);
    List<Picture> unfit = Picture.where(usable, contrary);
    String id = claim.id();
    sink.add(new ImagesOfStatus(id, Proposition.STATUS, fitting.size(), Picture.ids(fitting)));
    sink.add(new ImagesOfOtherStatus(id, Proposition.STATUS, unfit.size(), Picture.ids(unfit)));
  }

  private static Set<Shows> ofStatus(Victims status) {
    return switch (status) {
      case CIVILIAN -> CIVILIANS;
      case COMBATANT -> FIGHTERS;
      default -> NOTHING;
    };
  }

  /** What a picture must show to add to a proposition of a claim. */
  private static Set<Shows> adding(Claim claim, Proposition proposition) {
    return switch (proposition) {
      case HARM -> {
        Set<Shows> either = EnumSet.copyOf(HARM);
        either.addAll(EVENT);
        yield either;
      }
      case STATUS -> ofStatus(claim.status().orElseThrow());
      case RESPONSIBILITY -> EVENT;
    };
  }

  private static void place(Claim claim, Scene scene, List<Picture> telling, FactSink sink) {
    int nearest = Integer.MAX_VALUE;
    Picture taken = null;
    for (Picture picture : telling) {
      Optional<Integer> distance = picture.kilometres();
      if (distance.isPresent() && distance.get() < nearest) {
        nearest = distance.get();
        taken = picture;
      }
    }
    if (taken != null) {
      List<String> facts = Picture.ids(List.of(taken));
      sink.add(new ImagePlace(claim.id(), Proposition.HARM, nearest, facts));
    } else {
      sink.missing(ImagePlace.class, scene.missingForDistance(telling));
    }
  }

  private static void time(Claim claim, Period incident, List<Picture> telling, FactSink sink) {
    int nearest = Integer.MAX_VALUE;
    Picture taken = null;
    for (Picture picture : telling) {
      for (Media file : picture.files()) {
        if (Picture.verified(file) && file.capturedAt().isPresent()) {
          int days = daysOutside(file.capturedAt().get(), incident);
          taken = days < nearest ? picture : taken;
          nearest = Math.min(days, nearest);
        }
      }
    }
    if (taken != null) {
      List<String> facts = Picture.ids(List.of(taken));
      sink.add(new ImageTime(claim.id(), Proposition.HARM, nearest, facts));
    } else {
      sink.missing(ImageTime.class, "media.capturedAt");
      sink.missing(ImageTime.class, "media.chronolocated");
    }
  }

  private static int daysOutside(Moment taken, Period incident) {
    if (taken.certainlyBefore(incident.from())) {
      return days(Duration.between(taken.latest(), incident.from().earliest()));
    }
    if (incident.end().certainlyBefore(taken)) {
      return days(Duration.between(incident.end().latest(), taken.earliest()));
    }
    return 0;
  }

  /** Begun days, so that an hour outside is one day outside. */
  private static int days(Duration gap) {
    long days = (gap.toSeconds() + 86_399) / 86_400;
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, days));
  }

  /** Only looks tell pictures apart: files of other content may still show one picture. */
  private static void visualOrigins(Claim claim, List<Picture> telling, FactSink sink) {
    List<Picture> identified =
        Picture.where(telling, picture -> picture.files().stream().anyMatch(SamePicture::hashed));
    if (identified.isEmpty()) {
      sink.missing(VisualOrigins.class, "media.perceptualHash");
      return;
    }
    sink.add(
        new VisualOrigins(
            claim.id(), Proposition.HARM, identified.size(), Picture.ids(identified)));
  }

  private static List<Picture> showing(List<Picture> pictures, Set<Shows> wanted) {
    return Picture.where(pictures, picture -> picture.showsAny(wanted));
  }
}
