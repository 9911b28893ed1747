package org.bilan.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads dossiers by the contract, and reports all that is wrong with a bad one at once. */
public final class DossierReader {

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  // Possessive, since Java gives a group that may go back a stack frame for each time it repeats.
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]++)*+");
  static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s\\p{Cc}]+");
  static final String URI_FORM = "form.address";

  private DossierReader() {}

  /**
   * Reads one dossier.
   *
   * @param json UTF-8 (or UTF-16/32 with its marks), at most {@link Limits#BYTES}
   * @throws InvalidDossier with every problem that was found
   */
  public static Dossier read(byte[] json) throws InvalidDossier {
    return read(json, Locale.ROOT);
  }

  /**
   * Reads one dossier, as {@link #read(byte[])}.
   *
   * @param language that problems are told in, English if it is not spoken; what keeps it from
   *     being JSON is always told in English
   */
  public static Dossier read(byte[] json, Locale language) throws InvalidDossier {
    return read(JsonText.parse(json), language);
  }

  /** Reads one dossier that is parsed already: an example of a rule, written in YAML. */
  public static Dossier read(JsonNode json) throws InvalidDossier {
    return read(json, Locale.ROOT);
  }

  private static Dossier read(JsonNode json, Locale language) throws InvalidDossier {
    Problems problems = new Problems(language);
    Fields root = new Fields(json, Pointer.ROOT, problems, DOSSIER);
    Incident incident = root.requiredObject("incident", INCIDENT, DossierReader::incident);
    if (!json.path("incident").isObject()) {
      problems.unread("parties");
    }
    if (Moment.parse(json.at("/incident/date/from").asText()).isEmpty()) {
      problems.unread("date");
    }
    if (json.isObject()) {
      root.requireList("sources", 1);
      root.requireList("claims", 0);
      root.requireList("reports", 0);
    }
    List<Source> sources = root.objects("sources", Limits.SOURCES, SOURCE, DossierReader::source);
    List<Claim> claims =
        root.objects("claims", Limits.CLAIMS, CLAIM, fields -> claim(fields, problems));
    List<Report> reports = root.objects("reports", Limits.REPORTS, REPORT, DossierReader::report);
    List<Media> media = root.objects("media", Limits.MEDIA, MediaReader.FIELDS, MediaReader::read);
    new Extent(problems).check(incident, sources, claims, reports, media);
    new Consistency(problems).check(incident, sources, claims, reports, media);
    if (!problems.none()) {
      throw new InvalidDossier(problems.all());
    }
    return new Dossier(incident, sources, claims, reports, media);
  }

  private static final Set<String> DOSSIER =
      Set.of("incident", "sources", "claims", "reports", "media");
  private static final Set<String> INCIDENT =
      Set.of(
          "id",
          "title",
          "date",
          "place",
          "conflict",
          "access",
          "communications",
          "parties",
          "actions");
  private static final Set<String> PERIOD = Set.of("from", "to");
  private static final Set<String> PARTY = Set.of("id", "name", "kind", "adversaries");
  private static final Set<String> ACTION = Set.of("party", "kind", "status", "report");
  private static final Set<String> PLACE =
      Set.of("name", "admin1", "country", "lat", "lon", "precision");
  private static final Set<String> SOURCE =
      Set.of(
          "id",
          "name",
          "kind",
          "party",
          "alignedWith",
          "owner",
          "anonymous",
          "proximity",
          "reliability",
          "record",
          "copies",
          "confidential");
  private static final Set<String> RECORD = Set.of("right", "wrong", "unknown", "usual", "asOf");
  private static final Set<String> COPYING = Set.of("source", "percent", "shared", "asOf");
  private static final Set<String> CLAIM =
      Set.of(
          "id",
          "harm",
          "victims",
          "victimsParty",
          "count",
          "responsible",
          "namedVictims",
          "supersedes",
          "text");
  private static final Set<String> COUNT = Set.of("min", "max", "words");
  private static final Set<String> REPORT =
      Set.of(
          "id",
          "source",
          "via",
          "publishedAt",
          "cites",
          "url",
          "archiveUrl",
          "author",
          "language",
          "text",
          "stances");
  private static final Set<String> STANCE = Set.of("claim", "stance", "hedged", "basis");

  private static Incident incident(Fields f) {
    return new Incident(
        f.id("id"),
        f.text("title", 500),
        f.requiredObject("date", PERIOD, p -> new Period(p.requiredMoment("from"), p.moment("to"))),
        place(f),
        f.text("conflict", 200),
        f.wordIfAny("access", Access.class),
        f.wordIfAny("communications", Communications.class),
        f.objects(
            "parties",
            Limits.PARTIES,
            PARTY,
            p ->
                new Party(
                    p.id("id"),
                    p.text("name", Limits.NAME),
                    p.wordIfAny("kind", PartyKind.class),
                    p.ids("adversaries", Limits.PARTIES))),
        f.objects(
            "actions",
            Limits.ACTIONS,
            ACTION,
            a ->
                new Action(
                    a.id("party"),
                    a.wordIfAny("kind", ActionKind.class),
                    a.word("status", ActionStatus.class),
                    a.idIfAny("report"))));
  }

  static Optional<Place> place(Fields f) {
    return f.object(
        "place",
        PLACE,
        p ->
            new Place(
                p.text("name", Limits.NAME),
                p.text("admin1", Limits.NAME),
                p.text("country", COUNTRY, "form.country"),
                p.number("lat", -90, 90),
                p.number("lon", -180, 180),
                p.wordIfAny("precision", Precision.class)));
  }

  private static Source source(Fields f) {
    return new Source(
        f.id("id"),
        f.text("name", Limits.NAME),
        f.word("kind", SourceKind.class),
        f.idIfAny("party"),
        f.ids("alignedWith", Limits.PARTIES),
        f.text("owner", Limits.NAME),
        f.flag("anonymous"),
        f.wordIfAny("proximity", Proximity.class),
        f.wordIfAny("reliability", Reliability.class),
        f.object(
            "record",
            RECORD,
            r ->
                new TrackRecord(
                    r.requiredInteger("right", 0, Limits.CASES),
                    r.requiredInteger("wrong", 0, Limits.CASES),
                    r.requiredInteger("unknown", 0, Limits.CASES),
                    r.requiredInteger("usual", 0, 100),
                    r.requiredMoment("asOf"))),
        f.objects(
            "copies",
            Limits.SOURCES,
            COPYING,
            c ->
                new Copying(
                    c.id("source"),
                    c.requiredInteger("percent", 0, 100),
                    c.requiredInteger("shared", 0, Limits.CASES),
                    c.requiredMoment("asOf"))),
        f.flag("confidential"));
  }

  private static Claim claim(Fields f, Problems problems) {
    return new Claim(
        f.id("id"),
        f.word("harm", Harm.class),
        f.wordIfAny("victims", Victims.class),
        f.idIfAny("victimsParty"),
        f.object("count", COUNT, c -> count(c, problems)),
        f.idIfAny("responsible"),
        f.integer("namedVictims", 0, Limits.PEOPLE),
        f.idIfAny("supersedes"),
        f.text("text", 2_000));
  }

  private static Count count(Fields f, Problems problems) {
    Count count =
        new Count(
            f.integer("min", 0, Limits.PEOPLE),
            f.integer("max", 0, Limits.PEOPLE),
            f.text("words", 100));
    if (count.bounded() && count.min().getAsInt() > count.max().getAsInt()) {
      problems.add(
          "count.min-over-max",
          f.at(),
          problems.say("count.found", count.min().getAsInt(), count.max().getAsInt()),
          problems.say("count.expected"),
          problems.say("count.advice"));
    } else if (count.contradictory()) {
      problems.add(
          "count.words-against-numbers",
          f.at(),
          count.spelt(),
          problems.say("words.expected"),
          problems.say("words.advice"));
    }
    return count;
  }

  private static Report report(Fields f) {
    return new Report(
        f.id("id"),
        f.id("source"),
        f.idIfAny("via"),
        f.moment("publishedAt"),
        f.ids("cites", Limits.REPORTS),
        f.text("url", URI, URI_FORM),
        f.text("archiveUrl", URI, URI_FORM),
        f.text("author", Limits.NAME),
        f.text("language", LANGUAGE, "form.language"),
        f.text("text", 100_000),
        f.objects(
            "stances",
            Limits.CLAIMS,
            STANCE,
            s ->
                new Stance(
                    s.id("claim"),
                    s.word("stance", Stance.Kind.class),
                    s.flag("hedged"),
                    s.wordIfAny("basis", Basis.class))));
  }
}
