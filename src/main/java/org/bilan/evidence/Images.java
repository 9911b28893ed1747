package org.bilan.evidence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Manipulation;
import org.bilan.dossier.Media;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Period;
import org.bilan.dossier.Place;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Shows;
import org.bilan.dossier.Victims;

/**
 * Facts about the pictures offered for a claim. A picture supports only what it shows; one that is
 * recycled or tampered with supports nothing. What is not known of a picture is neutral.
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

  /** How far from the incident the nearest geolocated usable picture was taken. */
  public record ImagePlace(
      String claim, Proposition proposition, int kilometres, List<String> facts)
      implements Aspect {}

  /** How many whole days outside the incident the nearest dated usable picture was taken. */
  public record ImageTime(String claim, Proposition proposition, int days, List<String> facts)
      implements Aspect {}

  /** How many pictures had appeared somewhere before the incident began. */
  public record RecycledImages(
      String claim, Proposition proposition, int images, List<String> facts) implements Aspect {}

  /** How many pictures were established to be manipulated, and how many are suspected. */
  public record ManipulatedImages(
      String claim, Proposition proposition, int established, int suspected, List<String> facts)
      implements Aspect {}

  /** How many different usable pictures there are: one picture posted twice is one. */
  public record VisualOrigins(
      String claim, Proposition proposition, int origins, List<String> facts) implements Aspect {}

  private static final Set<Shows> HARM = EnumSet.of(Shows.VICTIMS, Shows.INJURED, Shows.BURIAL);
  private static final Set<Shows> EVENT =
      EnumSet.of(Shows.STRIKE, Shows.DAMAGE, Shows.WEAPONS, Shows.CAPTURED_MATERIEL);
  private static final Set<Shows> FIGHTERS =
      EnumSet.of(Shows.COMBATANTS, Shows.WEAPONS, Shows.CAPTURED_MATERIEL);
  private static final Set<Shows> CIVILIANS = EnumSet.of(Shows.CIVILIANS);
  private static final Set<Shows> ANYTHING = EnumSet.complementOf(EnumSet.of(Shows.OTHER));

  private static final List<Class<? extends Aspect>> ALL =
      List.of(
          ImagesOfHarm.class,
          ImagesOfEvent.class,
          ImagesOfStatus.class,
          ImagePlace.class,
          ImageTime.class,
          RecycledImages.class,
          ManipulatedImages.class,
          VisualOrigins.class);

  static void derive(Claim claim, Index index, FactSink sink) {
    List<Media> offered =
        index.dossier.media().stream().filter(m -> m.supports().contains(claim.id())).toList();
    if (offered.isEmpty()) {
      ALL.forEach(type -> sink.missing(type, "media"));
      return;
    }
    Period incident = index.dossier.incident().date();
    Predicate<Media> recycled =
        m -> m.firstSeenAt().filter(t -> t.certainlyBefore(incident.from())).isPresent();
    Predicate<Media> manipulated =
        m -> m.manipulation().filter(f -> f == Manipulation.ESTABLISHED).isPresent();
    List<Media> usable =
        offered.stream().filter(recycled.negate().and(manipulated.negate())).toList();

    shown(claim, offered, usable, sink);
    flaws(claim, offered, recycled, manipulated, sink);
    // A picture supports only what it shows, and none can show that nobody was hurt.
    List<Media> telling = claim.nobody() ? List.of() : showing(usable, ANYTHING);
    if (telling.isEmpty()) {
      sink.missing(ImagePlace.class, "media.shows");
      sink.missing(ImageTime.class, "media.shows");
      sink.missing(VisualOrigins.class, "media.shows");
      return;
    }
    place(claim, index.dossier.incident().place(), telling, sink);
    time(claim, incident, telling, sink);
    visualOrigins(claim, telling, sink);
  }

  private static void shown(Claim claim, List<Media> offered, List<Media> usable, FactSink sink) {
    if (offered.stream().allMatch(m -> m.shows().isEmpty())) {
      sink.missing(ImagesOfHarm.class, "media.shows");
      sink.missing(ImagesOfEvent.class, "media.shows");
      sink.missing(ImagesOfStatus.class, "media.shows");
      return;
    }
    // Nothing that a picture shows can show that nobody was hurt.
    List<Media> harm = claim.nobody() ? List.of() : showing(usable, HARM);
    List<Media> event = claim.nobody() ? List.of() : showing(usable, EVENT);
    String id = claim.id();
    sink.add(new ImagesOfHarm(id, Proposition.HARM, harm.size(), ids(harm)));
    sink.add(new ImagesOfEvent(id, Proposition.HARM, event.size(), ids(event)));
    if (claim.asserts(Proposition.RESPONSIBILITY)) {
      sink.add(new ImagesOfEvent(id, Proposition.RESPONSIBILITY, event.size(), ids(event)));
    }
    Optional<Victims> status = claim.status();
    if (status.isEmpty()) {
      sink.missing(ImagesOfStatus.class, "claims.victims");
    } else {
      Set<Shows> wanted =
          switch (status.get()) {
            case CIVILIAN -> CIVILIANS;
            case COMBATANT -> FIGHTERS;
            default -> EnumSet.noneOf(Shows.class);
          };
      List<Media> fitting = claim.nobody() ? List.of() : showing(usable, wanted);
      sink.add(new ImagesOfStatus(id, Proposition.STATUS, fitting.size(), ids(fitting)));
    }
  }

  private static void flaws(
      Claim claim,
      List<Media> offered,
      Predicate<Media> recycled,
      Predicate<Media> manipulated,
      FactSink sink) {
    if (offered.stream().allMatch(m -> m.firstSeenAt().isEmpty())) {
      sink.missing(RecycledImages.class, "media.firstSeenAt");
    } else {
      List<Media> old = offered.stream().filter(recycled).toList();
      sink.add(new RecycledImages(claim.id(), Proposition.HARM, old.size(), ids(old)));
    }
    if (offered.stream().allMatch(m -> m.manipulation().isEmpty())) {
      sink.missing(ManipulatedImages.class, "media.manipulation");
    } else {
      List<Media> suspect =
          offered.stream()
              .filter(m -> m.manipulation().filter(f -> f == Manipulation.SUSPECTED).isPresent())
              .toList();
      List<Media> established = offered.stream().filter(manipulated).toList();
      List<Media> both = new ArrayList<>(established);
      both.addAll(suspect);
      sink.add(
          new ManipulatedImages(
              claim.id(), Proposition.HARM, established.size(), suspect.size(), ids(both)));
    }
  }

  private static void place(
      Claim claim, Optional<Place> incident, List<Media> usable, FactSink sink) {
    int nearest = Integer.MAX_VALUE;
    Media taken = null;
    for (Media m : usable) {
      Optional<Integer> distance = m.place().flatMap(p -> incident.flatMap(p::kilometresTo));
      if (distance.isPresent() && distance.get() < nearest) {
        nearest = distance.get();
        taken = m;
      }
    }
    if (taken != null) {
      sink.add(new ImagePlace(claim.id(), Proposition.HARM, nearest, List.of(taken.id())));
    } else if (usable.stream().anyMatch(m -> located(m.place())) && !located(incident)) {
      sink.missing(ImagePlace.class, "incident.place");
    } else {
      sink.missing(ImagePlace.class, "media.place");
    }
  }

  private static boolean located(Optional<Place> place) {
    return place.filter(p -> p.lat().isPresent() && p.lon().isPresent()).isPresent();
  }

  private static void time(Claim claim, Period incident, List<Media> usable, FactSink sink) {
    int nearest = Integer.MAX_VALUE;
    Media taken = null;
    for (Media m : usable) {
      boolean unverified = m.chronolocated().filter(verified -> verified).isEmpty();
      if (m.capturedAt().isPresent() && !unverified) {
        int days = daysOutside(m.capturedAt().get(), incident);
        if (days < nearest) {
          nearest = days;
          taken = m;
        }
      }
    }
    if (taken != null) {
      sink.add(new ImageTime(claim.id(), Proposition.HARM, nearest, List.of(taken.id())));
    } else {
      sink.missing(ImageTime.class, "media.capturedAt", "media.chronolocated");
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

  /**
   * Two files with the same content, or that look the same, are one picture. Files with other
   * content may still show one picture, cut or compressed anew: only looks tell pictures apart.
   */
  private static void visualOrigins(Claim claim, List<Media> usable, FactSink sink) {
    List<Media> identified = usable.stream().filter(m -> m.perceptualHash().isPresent()).toList();
    if (identified.isEmpty()) {
      sink.missing(VisualOrigins.class, "media.perceptualHash");
      return;
    }
    UnionFind pictures = new UnionFind(identified.size());
    Map<String, Integer> byHash = new HashMap<>();
    for (int i = 0; i < identified.size(); i++) {
      int place = i;
      Stream.of(identified.get(i).perceptualHash(), identified.get(i).sha256())
          .flatMap(Optional::stream)
          .map(hash -> byHash.putIfAbsent(hash, place))
          .filter(Objects::nonNull)
          .forEach(earlier -> pictures.join(earlier, place));
    }
    int origins =
        (int) IntStream.range(0, identified.size()).map(pictures::find).distinct().count();
    sink.add(new VisualOrigins(claim.id(), Proposition.HARM, origins, ids(identified)));
  }

  private static List<Media> showing(List<Media> media, Set<Shows> wanted) {
    return media.stream().filter(m -> m.shows().stream().anyMatch(wanted::contains)).toList();
  }

  private static List<String> ids(List<Media> media) {
    return media.stream().map(Media::id).toList();
  }
}
