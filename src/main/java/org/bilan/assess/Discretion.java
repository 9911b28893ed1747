package org.bilan.assess;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

  private final Archive archive;
  private final Pseudonyms pseudonyms;

  Discretion(Archive archive, Secret secret) {
    this.archive = archive;
    this.pseudonyms = Pseudonyms.of(secret);
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

  /** What somebody may know of a dossier's document. */
  public Redaction of(StoredDossier stored) {
    return Redaction.of(Assessor.read(stored), pseudonyms);
  }

  /** A list's entry as it may be told to who does not know confidential sources. */
  public DossierSummary told(DossierSummary summary) {
    if (!summary.confidential()) {
      return summary;
    }
    Optional<StoredDossier> stored = archive.get(summary.incident(), summary.version());
    if (stored.isEmpty()) {
      return summary.nameless(); // deleted since
    }
    Dossier dossier = Assessor.read(stored.get());
    Redaction redaction = Redaction.of(dossier, pseudonyms);
    return summary.with(
        redaction.title(dossier, Locale.ENGLISH),
        summary.claims().stream()
            .map(claim -> claim.called(redaction.claim(claim.claim())))
            .toList());
  }

  /** A claim in a list, as it may be told to who does not know confidential sources. */
  public StoredClaim told(StoredClaim claim) {
    if (!claim.confidential()) {
      return claim;
    }
    return archive
        .get(claim.incident(), claim.version())
        .map(stored -> claim.called(of(stored).claim(claim.claim())))
        .orElse(claim.called("deleted"));
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
      List<Dossier> dossiers = new ArrayList<>();
      archive.get(incident).map(Assessor::read).ifPresent(dossiers::add);
      for (long version : versions) {
        archive.get(incident, version).map(Assessor::read).ifPresent(dossiers::add);
      }
      return dossiers.isEmpty() ? Redaction.none() : Redaction.of(dossiers, pseudonyms);
    }
  }
}
