package org.bilan.assess;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bilan.archive.Archive;
import org.bilan.archive.DossierState;
import org.bilan.archive.DossierSummary;
import org.bilan.archive.StoredClaim;
import org.bilan.archive.StoredDossier;
import org.bilan.assessment.Language;
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

  private final Archive archive;
  private final Pseudonyms pseudonyms;
  private final byte[] tagKey;

  /** What is redacted is read anew: a crowd of readers costs the memory of a few. */
  private final Turns turns =
      new Turns(Runtime.getRuntime().availableProcessors(), WAITING, Duration.ofSeconds(30));

  Discretion(Archive archive, Secret secret) {
    this.archive = archive;
    this.pseudonyms = Pseudonyms.of(secret);
    this.tagKey = secret.derive("bilan-redacted-tags");
  }

  /** Takes out of one incident's documents what somebody may not know. */
  public interface Teller {
    /**
     * A document as it may be told.
     *
     * @param json an assessment, comparison or timeline
     * @param language that it is in
     * @param versions of the dossier that it was made of, beside the current one
     */
    byte[] tell(byte[] json, Language language, long... versions);

    /** As {@link #tell(byte[], Language, long...)}. */
    default Rendered tell(Rendered rendered, long... versions) {
      return new Rendered(
          tell(rendered.json(), rendered.language(), versions), rendered.language());
    }

    /** As {@link #tell(byte[], Language, long...)}; pseudonyms in English where sides differ. */
    default Told tell(Told told, long... versions) {
      Language language = told.languages().size() == 1 ? told.languages().get(0) : Language.EN;
      return new Told(tell(told.json(), language, versions), told.languages());
    }
  }

  /**
   * Makes an answer about a kept dossier. The answer and what is taken out of it are of one state
   * of the dossier: were it replaced meanwhile, the names of the other state would be looked for.
   *
   * @param sees whether whoever asks may know confidential sources
   * @throws Busy when the dossier is replaced all the time
   */
  public <T> T telling(String incident, boolean sees, Function<Teller, T> answer) {
    if (sees) {
      return answer.apply((json, language, versions) -> json);
    }
    for (int i = 0; i < TRIES; i++) {
      Optional<DossierState> state = archive.state(incident);
      boolean confidential = state.map(DossierState::confidential).orElse(false);
      T told =
          answer.apply(confidential ? new Redacting(incident) : (json, language, versions) -> json);
      if (archive.state(incident).equals(state)) {
        return told;
      }
    }
    throw new Busy(Duration.ofSeconds(1));
  }

  /** What somebody may know who does not see confidential sources, of this state of a dossier. */
  public Redaction of(StoredDossier stored) {
    return redaction(stored.incident(), Stream.of(stored), LongStream.empty());
  }

  /**
   * A name for a state of a dossier, for who does not see all of it: their copy is another state,
   * and the state's own name would confirm who guesses at what was taken out.
   */
  public String tag(String tag) {
    byte[] hidden = Secret.hmac(tagKey, tag.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hidden, 0, 12) + "-redacted";
  }

  /** Tells the entries of one list to who does not see confidential sources. */
  public final class Listed {
    private final Map<String, Redaction> known = new HashMap<>();

    public DossierSummary tell(DossierSummary summary) {
      if (!summary.confidential()) {
        return summary;
      }
      Redaction redaction = redaction(summary.incident(), summary.version());
      return summary.with(
          summary.title().map(title -> redaction.text(title, Locale.ENGLISH)),
          summary.claims().stream()
              .map(claim -> claim.called(redaction.claim(claim.claim())))
              .toList());
    }

    public StoredClaim tell(StoredClaim claim) {
      return claim.confidential()
          ? claim.called(redaction(claim.incident(), claim.version()).claim(claim.claim()))
          : claim;
    }

    private Redaction redaction(String incident, long version) {
      return known.computeIfAbsent(
          incident,
          same -> Discretion.this.redaction(incident, Stream.empty(), LongStream.of(version)));
    }
  }

  /** Begins a list. */
  public Listed listed() {
    return new Listed();
  }

  /**
   * By this state and these versions, and every version in which a source is marked: a mark counts
   * for all.
   */
  private Redaction redaction(String incident, Stream<StoredDossier> state, LongStream versions) {
    return turns.take(
        () -> {
          LongStream marked =
              archive.confidentialVersions(incident).stream().mapToLong(version -> version);
          // One after the other, so that no more than one of them is held at a time.
          Stream<Dossier> dossiers =
              Stream.concat(
                      state,
                      LongStream.concat(versions, marked)
                          .distinct()
                          .mapToObj(version -> archive.get(incident, version))
                          .flatMap(Optional::stream))
                  .map(Assessor::read);
          return Redaction.of(incident, dossiers::iterator, pseudonyms);
        });
  }

  /** Redacts by the current version and those that a document was made of. */
  private final class Redacting implements Teller {
    private final String incident;
    private final Map<List<Long>, Redaction> known = new HashMap<>();

    Redacting(String incident) {
      this.incident = incident;
    }

    @Override
    public byte[] tell(byte[] json, Language language, long... versions) {
      List<Long> key = new ArrayList<>();
      for (long version : versions) {
        key.add(version);
      }
      return known
          .computeIfAbsent(key, this::redaction)
          .output(json, Locale.forLanguageTag(language.word()));
    }

    private Redaction redaction(List<Long> versions) {
      return Discretion.this.redaction(
          incident,
          archive.get(incident).stream(),
          versions.stream().mapToLong(version -> version));
    }
  }
}
