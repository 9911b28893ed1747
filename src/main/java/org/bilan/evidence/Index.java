package org.bilan.evidence;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bilan.dossier.Basis;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Party;
import org.bilan.dossier.Report;
import org.bilan.dossier.Source;
import org.bilan.dossier.SourceKind;
import org.bilan.dossier.Stance;

/**
 * A dossier with its ids resolved: entries are known by their place in the dossier's lists, which
 * does not depend on what a client called them.
 */
final class Index {

  private static final Pattern ACCENTS = Pattern.compile("[\\p{Mn}\\p{Cf}]");
  private static final char FIRST_BEYOND_ASCII = 0x80;
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

  final Dossier dossier;
  final List<Report> reports;
  private final int[] sourceOf;
  private final Map<String, Integer> reportOf;
  private final Map<String, Party> partyOf;
  private final Map<String, Set<String>> adversariesOf;
  private final Set<String> fighting;
  private final int[][] saidBy;
  private final int[] kin;
  private final Ancestry ancestry;
  private final BitSet predating;
  private final Echoes echoes;
  private final Attribution attribution;
  private final Posterior[] posteriors;

  Index(Dossier dossier) {
    this.dossier = dossier;
    this.reports = dossier.reports();
    Map<String, Integer> sources = places(dossier.sources(), Source::id);
    this.sourceOf = reports.stream().mapToInt(report -> sources.get(report.source())).toArray();
    this.reportOf = places(reports, Report::id);
    Map<String, Integer> claimOf = places(dossier.claims(), Claim::id);
    this.saidBy =
        reports.stream()
            .map(r -> r.stances().stream().mapToInt(s -> claimOf.get(s.claim())).toArray())
            .toArray(int[][]::new);
    this.partyOf = new HashMap<>();
    this.adversariesOf = new HashMap<>();
    this.fighting = new HashSet<>();
    for (Party party : dossier.incident().parties()) {
      partyOf.put(party.id(), party);
      adversariesOf.put(party.id(), Set.copyOf(party.adversaries()));
      if (!party.adversaries().isEmpty()) {
        fighting.add(party.id());
        fighting.addAll(party.adversaries());
      }
    }
    this.predating = predating();
    this.kin = kinship();
    this.echoes = new Echoes(this);
    this.ancestry = new Ancestry(echoes, reports.size());
    this.attribution = new Attribution(this);
    this.posteriors = new Posterior[dossier.sources().size()];
  }

  /** Place of the report of this id; empty where there is none, as nobody checks what it cites. */
  Optional<Integer> report(String id) {
    return Optional.ofNullable(reportOf.get(id));
  }

  Source source(int report) {
    return dossier.sources().get(sourcePlace(report));
  }

  /** What the record of a report's source tells, which it must have: worked out once. */
  Posterior posterior(int report) {
    int place = sourcePlace(report);
    if (posteriors[place] == null) {
      posteriors[place] = Posterior.of(source(report).record().orElseThrow());
    }
    return posteriors[place];
  }

  /** Of a report, for each of its stances the place of the claim that it is about. */
  int[] saidBy(int report) {
    return saidBy[report];
  }

  /** Place of a report's source. */
  int sourcePlace(int report) {
    return sourceOf[report];
  }

  /** The name to show for a party. */
  String label(String party) {
    return partyOf.containsKey(party) ? partyOf.get(party).label() : party;
  }

  /**
   * The kin of a report's source: sources of one owner, and all voices of one party (an army, its
   * government, its state media), are kin; any other source is kin to itself alone.
   */
  int kin(int report) {
    return kin[sourcePlace(report)];
  }

  /** All reports that this one goes back to: cites, copies, and so on. */
  BitSet ancestors(int report) {
    return ancestry.ancestors(report);
  }

  /** All reports that go back to this one. */
  BitSet descendants(int report) {
    return ancestry.descendants(report);
  }

  /** Whether a report goes back to somebody who is not its kin and says something. */
  boolean repeatsOthers(int report) {
    return ancestors(report).stream()
        .anyMatch(ancestor -> saidBy[ancestor].length > 0 && kin(ancestor) != kin(report));
  }

  /** By the kind of sign the reports that this one may go back to, though it is not certain. */
  Map<Link, BitSet> perhaps(int report) {
    return echoes.perhaps(report);
  }

  /** What shows that a report repeats others. */
  Optional<Link> link(int report) {
    return echoes.link(report);
  }

  /** Whether two parties are known to fight each other, whichever of them says so. */
  boolean adversaries(String one, String other) {
    return adversariesOf.getOrDefault(one, Set.of()).contains(other)
        || adversariesOf.getOrDefault(other, Set.of()).contains(one);
  }

  /** Whether anything is known about whom a party fights, whichever side says so. */
  boolean enemiesKnown(String party) {
    return fighting.contains(party);
  }

  private static <T> Map<String, Integer> places(List<T> list, Function<T, String> id) {
    Map<String, Integer> places = new HashMap<>(list.size() * 2);
    for (int i = 0; i < list.size(); i++) {
      places.put(id.apply(list.get(i)), i);
    }
    return places;
  }

  /** Who says nothing of any claim makes nobody kin: he changes nothing. */
  private int[] kinship() {
    List<Source> sources = dossier.sources();
    BitSet speaking = new BitSet();
    for (int report = 0; report < saidBy.length; report++) {
      if (saidBy[report].length > 0) {
        speaking.set(sourcePlace(report));
      }
    }
    UnionFind union = new UnionFind(sources.size());
    Map<String, Integer> byOwner = new HashMap<>();
    Map<String, Integer> byVoice = new HashMap<>();
    for (int i = speaking.nextSetBit(0); i >= 0; i = speaking.nextSetBit(i + 1)) {
      Source source = sources.get(i);
      int place = i;
      source
          .owner()
          .map(Index::plain)
          .filter(owner -> !NoName.is(owner))
          .map(owner -> byOwner.putIfAbsent(owner, place))
          .ifPresent(earlier -> union.join(earlier, place));
      if (source.voiceOfParty()) {
        Integer earlier = byVoice.putIfAbsent(source.party().orElseThrow(), place);
        if (earlier != null) {
          union.join(earlier, place);
        }
      }
    }
    // An owner may be a source itself: the broadcaster that owns a channel.
    speaking.stream()
        .filter(i -> !byOwner.isEmpty() && sources.get(i).kind().outlet())
        .forEach(
            i ->
                sources
                    .get(i)
                    .name()
                    .map(name -> byOwner.get(plain(name)))
                    .ifPresent(owned -> union.join(owned, i)));
    int[] kin = new int[sources.size()];
    for (int i = 0; i < kin.length; i++) {
      kin[i] = union.find(i);
    }
    return kin;
  }

  /** A name as it is compared: case, spaces, accents and signs do not tell names apart. */
  static String plain(String name) {
    StringBuilder words = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= FIRST_BEYOND_ASCII) {
        return plainBeyondAscii(name);
      }
      boolean between = !words.isEmpty() && words.charAt(words.length() - 1) == ' ';
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        words.append(c);
      } else if (c >= 'A' && c <= 'Z') {
        words.append((char) (c | 0x20));
      } else if (!between) {
        words.append(' ');
      }
    }
    return words.toString().strip();
  }

  private static String plainBeyondAscii(String name) {
    String decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD);
    String letters = ACCENTS.matcher(decomposed).replaceAll("");
    return SIGNS.matcher(letters).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Why what a report says counts for nothing, where it does.
   *
   * @param said place of the claim that the stance is about
   */
  Optional<Link> flaw(int report, Stance stance, int said) {
    if (predates(report)) {
      return Optional.of(Link.PUBLISHED_BEFORE_THE_INCIDENT);
    }
    boolean relays = stance.kind() == Stance.Kind.RELAYS || hearsay(report, stance);
    return relays && !attribution.named(report, said)
        ? Optional.of(Link.UNATTRIBUTED)
        : Optional.empty();
  }

  /** What an outlet carries on hearsay it repeats, however firmly: unless a party speaks by it. */
  boolean hearsay(int report, Stance stance) {
    return source(report).kind().outlet()
        && !source(report).voiceOfParty()
        && stance.kind().carries()
        && stance.basis().filter(Basis.HEARSAY::equals).isPresent();
  }

  /** Whether a report was published before the incident: it can know nothing of it. */
  boolean predates(int report) {
    return predating.get(report);
  }

  /**
   * The reports by whose text it can be told what goes back to what: those that bear on a claim.
   */
  BitSet texts() {
    BitSet texts = new BitSet();
    for (int i = 0; i < reports.size(); i++) {
      Report report = reports.get(i);
      texts.set(i, report.text().isPresent() && !report.stances().isEmpty() && !predates(i));
    }
    return texts;
  }

  /** A day's grace: dates without a time of day may be local ones anywhere on earth. */
  private BitSet predating() {
    Instant begun = dossier.incident().date().from().earliest().minus(Duration.ofDays(1));
    BitSet before = new BitSet();
    for (int i = 0; i < reports.size(); i++) {
      before.set(
          i, reports.get(i).publishedAt().filter(t -> !t.latest().isAfter(begun)).isPresent());
    }
    return before;
  }

  /** Whether the source belongs to a party's state media: for the wording of links. */
  boolean stateMedia(int report) {
    return source(report).kind() == SourceKind.STATE_MEDIA;
  }

  Optional<String> owner(int report) {
    return source(report).owner();
  }
}
