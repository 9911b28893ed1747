package org.bilan.assess;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bilan.archive.Archive;
import org.bilan.archive.DossierState;
import org.bilan.archive.DossierSummary;
import org.bilan.archive.GradeOverride;
import org.bilan.archive.OverriddenClaim;
import org.bilan.archive.StoredClaim;
import org.bilan.archive.StoredDossier;
import org.bilan.confidential.Pseudonyms;
import org.bilan.confidential.Redaction;
import org.bilan.dossier.Dossier;
import org.bilan.people.Secret;

/**
 * Keeps confidential sources from those who have no right to know them. Whatever is told of a kept
 * dossier passes through here.
 */
@ApplicationScoped
public class Discretion {

  /** A dossier that is replaced this often while it is read is better read later. */
  private static final int TRIES = 5;

  /** Short work: as many may wait as the service has threads for. */
  private static final int WAITING = 64;

  /** Characters of names in the redactions that are kept: some tens of megabytes. */
  private static final long MOST_KEPT = 2_000_000;

  private final Archive archive;
  private final Pseudonyms pseudonyms;
  private final byte[] tagKey;

  /**
   * For a redaction all versions are read in which a source is marked: a crowd of readers costs the
   * memory of a few.
   */
  private final Turns turns =
      new Turns(Runtime.getRuntime().availableProcessors(), WAITING, Duration.ofSeconds(30));

  /** By what they are made of: lists would make hundreds anew for a page. */
  private final Cache<Made, Redaction> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_KEPT)
          .weigher((Made made, Redaction redaction) -> redaction.size())
          .expireAfterAccess(Duration.ofMinutes(10))
          .build();

  Discretion(Archive archive, Secret secret) {
    this.archive = archive;
    this.pseudonyms = Pseudonyms.of(secret);
    this.tagKey = secret.derive("bilan-redacted-tags");
  }

  /**
   * What a redaction is made of.
   *
   * @param state the dossier's; it settles which versions have marks
   * @param versions others, without marks
   */
  private record Made(String incident, DossierState state, List<Long> versions) {}

  /** The dossier is in another state than the one that was asked for. */
  private static final class Moved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Moved() {
      super("The dossier was replaced meanwhile", null, false, false);
    }
  }

  /** A kept dossier and how it may be told. */
  public record Shown(StoredDossier stored, Redaction redaction) {}

  /**
   * Makes an answer about a kept dossier. The answer and what is taken out of it are of one state
   * of the dossier: were it replaced meanwhile, the names of the other state would be looked for.
   *
   * @param sees whether whoever asks may know confidential sources
   * @throws Busy when the dossier is replaced all the time
   */
  public <T> T telling(String incident, boolean sees, Function<Teller, T> answer) {
    if (sees) {
      return answer.apply(versions -> Redaction.none());
    }
    return untilSettled(
        () -> {
          Optional<DossierState> state = archive.state(incident);
          T told =
              answer.apply(
                  state
                      .filter(DossierState::confidential)
                      .<Teller>map(marked -> new Redacting(incident, marked))
                      .orElse(versions -> Redaction.none()));
          if (!archive.state(incident).equals(state)) {
            throw new Moved();
          }
          return told;
        });
  }

  /**
   * The dossier of an incident as it stands.
   *
   * @param sees whether whoever asks may know confidential sources
   * @throws Busy when the dossier is replaced all the time
   */
  public Optional<Shown> dossier(String incident, boolean sees) {
    if (sees) {
      return archive.get(incident).map(stored -> new Shown(stored, Redaction.none()));
    }
    return untilSettled(
        () -> {
          Optional<DossierState> state = archive.state(incident);
          // First, so that whoever waits for a turn holds no dossier.
          Redaction redaction =
              state
                  .filter(DossierState::confidential)
                  .map(marked -> redaction(new Made(incident, marked, List.of())))
                  .orElse(Redaction.none());
          Optional<StoredDossier> stored = archive.get(incident);
          if (!stored.map(StoredDossier::tag).equals(state.map(DossierState::tag))) {
            throw new Moved();
          }
          return stored.map(kept -> new Shown(kept, redaction));
        });
  }

  private static <T> T untilSettled(Supplier<T> answer) {
    for (int i = 0; i < TRIES; i++) {
      try {
        return answer.get();
      } catch (Moved again) {
        // Then the state that it is in now may last.
      }
    }
    throw new Busy(Duration.ofSeconds(1));
  }

  /**
   * A name for a state of a dossier, for who does not see all of it: their copy is another state,
   * and the state's own name would confirm who guesses at what was taken out.
   */
  public String tag(String tag) {
    byte[] hidden = Secret.hmac(tagKey, tag.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hidden, 0, 12) + "-redacted";
  }

  /**
   * What claims of a kept dossier are called for who does not see confidential sources.
   *
   * @param tag of the state in which the dossier had those claims
   * @return empty when the dossier is gone or another: who was named in it is no longer known
   */
  public Optional<UnaryOperator<String>> claims(String incident, String tag) {
    return untilSettled(
        () ->
            archive
                .state(incident)
                .filter(state -> state.tag().equals(tag))
                .map(
                    state ->
                        state.confidential()
                            ? redaction(new Made(incident, state, List.of()))::claim
                            : UnaryOperator.identity()));
  }

  /** A list's entry, for who does not see confidential sources. */
  public DossierSummary tell(DossierSummary summary) {
    if (!summary.confidential()) {
      return summary;
    }
    Redaction redaction = listed(summary.incident(), summary.state());
    return summary.with(
        text -> redaction.text(text, Locale.ENGLISH),
        summary.claims().stream().map(this::tell).toList());
  }

  /** A list's entry, for who does not see confidential sources. */
  public StoredClaim tell(StoredClaim claim) {
    if (!claim.dossier().confidential()) {
      return claim;
    }
    return claim.told(
        listed(claim.incident(), claim.dossier()).claim(claim.claim()),
        claim.override().map(said -> tell(said, claim.incident(), claim.dossier())));
  }

  /** A list's entry, for who does not see confidential sources. */
  public OverriddenClaim tell(OverriddenClaim claim) {
    if (!claim.dossier().confidential()) {
      return claim;
    }
    // One that is gone stands in the version that was graded.
    long[] versions = claim.claimGone() ? new long[] {claim.override().version()} : new long[0];
    return claim.told(
        listed(claim.incident(), claim.dossier(), versions).claim(claim.claim()),
        tell(claim.override(), claim.incident(), claim.dossier()));
  }

  /** Who gave a reason knew the names of that version, also those that no later one has. */
  private GradeOverride tell(GradeOverride override, String incident, DossierState state) {
    Redaction redaction = listed(incident, state, override.version());
    return override.told(reason -> redaction.text(reason, Locale.ENGLISH));
  }

  private Redaction listed(String incident, DossierState state, long... versions) {
    try {
      return versions.length == 0
          ? redaction(new Made(incident, state, List.of()))
          : new Redacting(incident, state).of(versions);
    } catch (Moved since) {
      throw new Busy(Duration.ofSeconds(1)); // the whole list has to be read again
    }
  }

  /**
   * By the current version, the others, and every version in which a source is marked: a mark
   * counts for all.
   *
   * @throws Moved when the dossier is in another state
   */
  private Redaction redaction(Made made) {
    Redaction known = kept.getIfPresent(made);
    if (known != null) {
      return known;
    }
    Redaction redaction = turns.take(() -> make(made));
    // What was read is of that state only if the dossier is in it still.
    if (!archive.state(made.incident).equals(Optional.of(made.state))) {
      throw new Moved();
    }
    kept.put(made, redaction);
    return redaction;
  }

  private Redaction make(Made made) {
    LongStream marked =
        archive.confidentialVersions(made.incident).stream().mapToLong(version -> version);
    LongStream others = made.versions.stream().mapToLong(version -> version);
    // One after the other, so that no more than one of them is held at a time.
    Stream<Dossier> dossiers =
        Stream.concat(
                archive.get(made.incident).stream(),
                LongStream.concat(others, marked)
                    .distinct()
                    .mapToObj(version -> archive.get(made.incident, version))
                    .flatMap(Optional::stream))
            .map(Assessor::read);
    return Redaction.of(
        made.incident, dossiers::iterator, pseudonyms.within(String.valueOf(made.state.lineage())));
  }

  /** Redacts by the state that an answer is of, and the versions that a document was made of. */
  private final class Redacting implements Teller {
    private final String incident;
    private final DossierState state;

    /** What is taken out for these anyway. */
    private final Set<Long> marked;

    Redacting(String incident, DossierState state) {
      this.incident = incident;
      this.state = state;
      this.marked = Set.copyOf(archive.confidentialVersions(incident));
    }

    @Override
    public Redaction of(long... versions) {
      List<Long> others =
          LongStream.of(versions).filter(version -> !marked.contains(version)).boxed().toList();
      return redaction(new Made(incident, state, others));
    }
  }
}
