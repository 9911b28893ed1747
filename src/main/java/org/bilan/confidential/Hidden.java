package org.bilan.confidential;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bilan.confidential.Tokenizer.Token;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Media;
import org.bilan.dossier.Party;
import org.bilan.dossier.Report;
import org.bilan.dossier.Source;

/**
 * All that names the confidential sources of one incident, and what is said instead: in any of the
 * versions of its dossier, of each source that is marked in any of them.
 */
final class Hidden {

  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

  /** What holds a few names costs, beside them, as many characters. */
  private static final int KEY = 200;

  private final Pseudonyms pseudonyms;
  private final String incident;
  private final Map<Kind, Set<String>> entries = new EnumMap<>(Kind.class);
  private final Map<Kind, Map<String, Pseudonym>> ids = new EnumMap<>(Kind.class);
  private final Map<Kind, Set<String>> confidential = new EnumMap<>(Kind.class);
  private final Set<String> taken = new HashSet<>();

  /** What sources are called, folded, and what is said instead. */
  private final Map<String, Function<Locale, String>> labels = new HashMap<>();

  /** Of what is named in reasons, as it stands there. */
  private final Set<String> named = new TreeSet<>();

  private final Set<String> hashes = new HashSet<>();

  private final int size;

  private final Words words = new Words();
  private final Addresses addresses = new Addresses(words);

  /**
   * All that names the confidential sources of an incident.
   *
   * @param versions gone through once, and none of them held on to
   * @throws IllegalArgumentException when they are of two incidents
   */
  Hidden(String incident, Iterable<Dossier> versions, Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
    this.incident = incident;
    for (Kind kind : Kind.values()) {
      entries.put(kind, new TreeSet<>());
      ids.put(kind, new LinkedHashMap<>());
      confidential.put(kind, new HashSet<>());
    }
    Versions read = new Versions();
    versions.forEach(version -> read(version, read));
    entries.values().forEach(taken::addAll);
    mark(read);
    for (Kind kind : Kind.values()) {
      new TreeSet<>(confidential.get(kind)).forEach(id -> call(kind, id));
    }
    Map<String, Set<String>> names = new TreeMap<>();
    read.sources().stream()
        .filter(source -> is(Kind.SOURCE, source.id()))
        .forEach(s -> s.name().ifPresent(names.computeIfAbsent(s.id(), x -> new TreeSet<>())::add));
    names.forEach(this::hideNames);
    read.reports().forEach(this::hide);
    hideIds(names);
    // What is called after a confidential source tells its name as well.
    entries.forEach((kind, all) -> all.stream().filter(words::in).forEach(id -> call(kind, id)));
    this.size =
        KEY
            + read.size()
            + entries.values().stream()
                .flatMap(Set::stream)
                .mapToInt(id -> id.length() + KEY / 4)
                .sum();
  }

  private void read(Dossier dossier, Versions read) {
    if (!dossier.incident().id().equals(incident)) {
      throw new IllegalArgumentException("Dossiers of two incidents");
    }
    read.sources().addAll(dossier.sources());
    dossier.reports().stream().map(Versions.Published::of).forEach(read.reports()::add);
    read.media().addAll(dossier.media());
    dossier.incident().parties().stream().map(Party::id).forEach(entries.get(Kind.PARTY)::add);
    dossier.sources().stream().map(Source::id).forEach(entries.get(Kind.SOURCE)::add);
    dossier.claims().stream().map(Claim::id).forEach(entries.get(Kind.CLAIM)::add);
    dossier.reports().stream().map(Report::id).forEach(entries.get(Kind.REPORT)::add);
    dossier.media().stream().map(Media::id).forEach(entries.get(Kind.MEDIA)::add);
    dossier.incident().parties().stream().map(Party::label).forEach(named::add);
    dossier.sources().stream().map(Source::label).forEach(named::add);
    dossier.sources().stream()
        .filter(Source::marked)
        .map(Source::id)
        .forEach(confidential.get(Kind.SOURCE)::add);
  }

  private void mark(Versions read) {
    read.reports().stream()
        .filter(r -> is(Kind.SOURCE, r.source()) || r.via().filter(this::isSource).isPresent())
        .map(Versions.Published::id)
        .forEach(confidential.get(Kind.REPORT)::add);
    for (Media picture : read.media()) {
      if (picture.report().filter(id -> is(Kind.REPORT, id)).isPresent()) {
        confidential.get(Kind.MEDIA).add(picture.id());
        Stream.of(picture.sha256(), picture.perceptualHash(), picture.fingerprint())
            .flatMap(Optional::stream)
            .forEach(hashes::add);
      }
    }
  }

  private void call(Kind kind, String id) {
    if (ids.get(kind).containsKey(id)) {
      return;
    }
    Pseudonym pseudonym = new Pseudonym(kind, id.substring(Math.max(0, id.length() - 10)));
    for (int attempt = 0; !kind.is(id) && (attempt == 0 || !free(pseudonym)); attempt++) {
      pseudonym = new Pseudonym(kind, pseudonyms.digits(incident, kind, id, attempt));
    }
    taken.add(pseudonym.id());
    ids.get(kind).put(id, pseudonym);
    words.keep(pseudonym.id());
  }

  private boolean free(Pseudonym pseudonym) {
    return !taken.contains(pseudonym.id());
  }

  private void hideNames(String id, Set<String> names) {
    Pseudonym pseudonym = ids.get(Kind.SOURCE).get(id);
    LANGUAGES.forEach(language -> words.keep(pseudonym.name(language)));
    for (String name : names.stream().filter(n -> !n.isBlank()).toList()) {
      labels.putIfAbsent(folded(name), pseudonym::name);
      if (!Commonplaces.is(name)) {
        words.hide(name, pseudonym::name);
      }
    }
  }

  private void hide(Versions.Published report) {
    if (is(Kind.REPORT, report.id())) {
      Pseudonym pseudonym = ids.get(Kind.REPORT).get(report.id());
      LANGUAGES.forEach(language -> words.keep(pseudonym.author(language)));
      report
          .author()
          .filter(author -> !Commonplaces.is(author))
          .ifPresent(author -> words.hide(author, pseudonym::author));
      report.url().ifPresent(url -> addresses.hide(url, pseudonym));
      report.archiveUrl().ifPresent(url -> addresses.hide(url, pseudonym));
    }
  }

  /**
   * In running text an id is looked for where it can hardly be a word: it has a digit or a sign, or
   * is what the source is called.
   */
  private void hideIds(Map<String, Set<String>> names) {
    ids.forEach(
        (kind, all) ->
            all.forEach(
                (id, pseudonym) -> {
                  boolean nameless = kind == Kind.SOURCE && !names.containsKey(id);
                  if (nameless) {
                    labels.putIfAbsent(folded(id), language -> pseudonym.id());
                  }
                  boolean called =
                      names.getOrDefault(id, Set.of()).stream()
                          .flatMap(name -> Tokenizer.of(name).stream())
                          .anyMatch(word -> word.folded().equals(folded(id)));
                  boolean odd = id.chars().anyMatch(c -> !Character.isLetter(c));
                  if (odd || (nameless || kind == Kind.SOURCE && called) && !Commonplaces.is(id)) {
                    words.hideSpelt(id, language -> pseudonym.id());
                  }
                }));
  }

  private boolean isSource(String id) {
    return is(Kind.SOURCE, id);
  }

  /** Whether nothing is confidential. */
  boolean none() {
    return confidential.get(Kind.SOURCE).isEmpty();
  }

  /** Whether an entry is a confidential source, or is published by one. */
  boolean is(Kind kind, String id) {
    return confidential.get(kind).contains(id);
  }

  /** The pseudonym of an entry that has one. */
  Optional<Pseudonym> pseudonym(Kind kind, String id) {
    return Optional.ofNullable(ids.get(kind).get(id));
  }

  /** What an entry is called by others: its pseudonym, or its id. */
  String id(Kind kind, String id) {
    return pseudonym(kind, id).map(Pseudonym::id).orElse(id);
  }

  /** A pseudonym for an entry that is not confidential itself: nothing connects it with one. */
  Pseudonym apart(Kind kind, String id) {
    return pseudonym(kind, id)
        .orElseGet(() -> new Pseudonym(kind, pseudonyms.digits(incident, kind, id, 0)));
  }

  /** Whether it is the hash of a picture that a confidential source has published. */
  boolean hash(String hash) {
    return hashes.contains(hash);
  }

  /** About how many characters it holds, of names and of what holds them. */
  int size() {
    return size;
  }

  Addresses addresses() {
    return addresses;
  }

  /** Labels of parties and sources, ids of reports and media: what reasons may name. */
  Set<String> named() {
    return Stream.of(named, ids.get(Kind.REPORT).keySet(), ids.get(Kind.MEDIA).keySet())
        .flatMap(Set::stream)
        .collect(Collectors.toSet());
  }

  /** What is said instead of what a source is called, or of a text that names one. */
  String name(String name, Locale language) {
    Function<Locale, String> said = labels.get(folded(name));
    return said == null ? text(name, language) : said.apply(language);
  }

  /** A text without what names a confidential source. */
  String text(String text, Locale language) {
    return none() ? text : addresses.redacted(text, language);
  }

  /** As it is compared; what has no letters, as it is. */
  private static String folded(String name) {
    List<Token> tokens = Tokenizer.of(name);
    return tokens.isEmpty()
        ? name.strip()
        : tokens.stream().map(Token::folded).collect(Collectors.joining(" "));
  }
}
