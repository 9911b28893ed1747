package org.bilan.explain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Media;
import org.bilan.dossier.MediaKind;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Place;
import org.bilan.dossier.Report;
import org.bilan.dossier.Shows;
import org.bilan.dossier.Source;
import org.bilan.dossier.Stance;
import org.bilan.dossier.Victims;

/** What might yet be established of what a dossier holds already on one claim. */
final class Known {

  /** The contract spells years with four digits. */
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private final Dossier dossier;
  private final Claim claim;
  private final Voices voices;
  private final Instant latest;

  /**
   * @param asOf the moment by which the dossier is judged: what is dated later would be left out
   */
  Known(Dossier dossier, Claim claim, Voices voices, Optional<Instant> asOf) {
    this.dossier = dossier;
    this.claim = claim;
    this.voices = voices;
    this.latest = asOf.filter(LAST::isAfter).orElse(LAST);
  }

  /** Pictures whose place is not known, shown to be of the incident's. */
  List<Supposition> geolocated() {
    Optional<Place> place = dossier.incident().place().filter(Known::onTheMap);
    if (place.isEmpty()) {
      return List.of();
    }
    return offered()
        .filter(media -> media.place().filter(Known::onTheMap).isEmpty())
        .limit(Suppositions.OF_A_KIND)
        .map(
            media ->
                Supposition.of("geolocated", Additions.of(located(media, place.get())), media.id()))
        .toList();
  }

  /** Pictures whose time is not verified, shown to be of the incident's first day. */
  List<Supposition> chronolocated() {
    Instant begun = dossier.incident().date().from().earliest();
    if (begun.isBefore(FIRST) || begun.isAfter(LAST)) {
      return List.of();
    }
    return offered()
        .filter(media -> !media.chronolocated().orElse(false))
        .limit(Suppositions.OF_A_KIND)
        .map(media -> Supposition.of("chronolocated", Additions.of(dated(media)), media.id()))
        .toList();
  }

  private Stream<Media> offered() {
    return dossier.media().stream()
        .filter(media -> media.supports().contains(claim.id()))
        .filter(media -> media.kind() == MediaKind.PHOTO || media.kind() == MediaKind.VIDEO);
  }

  private static boolean onTheMap(Place place) {
    return place.lat().isPresent() && place.lon().isPresent();
  }

  private static Media located(Media media, Place place) {
    return media.taken(media.capturedAt(), Optional.of(place), media.chronolocated());
  }

  private Media dated(Media media) {
    Optional<Moment> day = Optional.of(dossier.incident().date().from());
    return media.taken(day, media.place(), Optional.of(true));
  }

  /** A photo that nobody has shown yet, of victims of the status that the claim asserts. */
  Optional<Supposition> photo() {
    if (claim.nobody()) {
      return Optional.empty();
    }
    List<Shows> shows = new ArrayList<>(List.of(Shows.VICTIMS));
    Optional<Victims> status = claim.status();
    status.filter(s -> s == Victims.CIVILIAN).ifPresent(s -> shows.add(Shows.CIVILIANS));
    status.filter(s -> s == Victims.COMBATANT).ifPresent(s -> shows.add(Shows.COMBATANTS));
    Optional<Place> place = dossier.incident().place().filter(Known::onTheMap);
    Media photo = Media.photo(voices.fresh("supposed-photo"), place, shows, List.of(claim.id()));
    String where = place.isPresent() ? "photo-geolocated" : "photo";
    String word =
        shows.size() == 1
            ? where
            : where + (status.get() == Victims.CIVILIAN ? "-civilians" : "-fighters");
    return Optional.of(Supposition.of(word, Additions.of(photo)));
  }

  /** Sources that assert the claim and are not named, named. */
  List<Supposition> named() {
    return asserting().stream()
        .filter(source -> source.anonymous().orElse(false))
        .limit(Suppositions.OF_A_KIND)
        .map(source -> Supposition.of("named", Additions.of(source.named()), source.label()))
        .toList();
  }

  /**
   * Sources that assert the claim, taking it back after all that the dossier holds; nothing, where
   * no time is left for that.
   */
  List<Supposition> retracted() {
    Instant until = dossier.knownUntil();
    Instant soon = until.truncatedTo(ChronoUnit.DAYS).plus(2, ChronoUnit.DAYS);
    Instant when = soon.isAfter(latest) ? latest : soon;
    if (!when.isAfter(until) || when.isBefore(FIRST)) {
      return List.of();
    }
    return asserting().stream()
        .limit(Suppositions.OF_A_KIND)
        .map(s -> voices.takenBack("retracted", s, claim, new Moment(when, when)))
        .toList();
  }

  private List<Source> asserting() {
    Set<String> speaking = new TreeSet<>();
    for (Report report : dossier.reports()) {
      report.stances().stream()
          .filter(s -> s.claim().equals(claim.id()) && s.kind() == Stance.Kind.ASSERTS)
          .forEach(s -> speaking.add(report.source()));
    }
    return dossier.sources().stream().filter(s -> speaking.contains(s.id())).toList();
  }

  /** A report that carries the claim, repeated by one more outlet. */
  Optional<Supposition> relayed() {
    return dossier.reports().stream()
        .filter(
            report ->
                report.stances().stream()
                    .anyMatch(s -> s.claim().equals(claim.id()) && s.kind().carries()))
        .findFirst()
        .map(report -> voices.relay("relayed", report, claim));
  }

  /** All whom the claim counts, identified by full name. */
  Optional<Supposition> identified() {
    OptionalInt all =
        claim.count().filter(c -> !claim.nobody()).map(c -> c.least()).orElse(OptionalInt.empty());
    if (all.isEmpty() || all.getAsInt() == 0 || claim.namedVictims().orElse(0) >= all.getAsInt()) {
      return Optional.empty();
    }
    Claim named =
        new Claim(
            claim.id(),
            claim.harm(),
            claim.victims(),
            claim.victimsParty(),
            claim.count(),
            claim.responsible(),
            all,
            claim.supersedes(),
            claim.text());
    return Optional.of(Supposition.of("identified", Additions.of(named), all.getAsInt()));
  }
}
