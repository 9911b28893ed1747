package org.bilan.assess;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bilan.archive.ArchivedClaims;
import org.bilan.archive.DossierFilter;
import org.bilan.archive.GradeOverride;
import org.bilan.archive.Snapshot;
import org.bilan.archive.Snapshots;
import org.bilan.archive.StoredDossier;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.Language;
import org.bilan.confidential.Pseudonyms;
import org.bilan.confidential.Redaction;
import org.bilan.dossier.Dossier;
import org.bilan.export.About;
import org.bilan.export.ExportFormat;
import org.bilan.export.ExportWriter;
import org.bilan.export.ExportedClaim;
import org.bilan.export.HumanGrade;
import org.bilan.people.Secret;
import org.jboss.logging.Logger;

/**
 * Exports the claims of the archive as they were last assessed, as of one moment. One dossier is
 * held at a time, however many there are. One that no longer fits the contract is left out.
 */
@ApplicationScoped
public class Exporting {

  private static final Logger LOG = Logger.getLogger(Exporting.class);

  private final Snapshots snapshots;
  private final Pseudonyms pseudonyms;

  /** Each holds a connection to the database for as long as its reader takes. */
  private final Turns turns = new Turns(2, 4, Duration.ofSeconds(10));

  /**
   * Exports of an archive.
   *
   * @param secret of the archive: pseudonyms are those of all its other answers
   */
  public Exporting(Snapshots snapshots, Secret secret) {
    this.snapshots = snapshots;
    this.pseudonyms = Pseudonyms.of(secret);
  }

  /**
   * Which claims are exported, and how.
   *
   * @param filter claims that pass, of dossiers that pass
   * @param sees whether whoever reads it may know confidential sources
   * @param newsroom who publishes
   */
  public record Wanted(
      ExportFormat format,
      DossierFilter filter,
      boolean sees,
      Optional<About.Newsroom> newsroom,
      Language language) {}

  /**
   * Writes an export.
   *
   * @param out is not closed
   * @param begins is told the moment that the export is of, before anything is written
   * @return dossiers that were left out
   * @throws Busy when others export already
   */
  public int write(Wanted wanted, OutputStream out, Consumer<Instant> begins) throws IOException {
    try {
      return turns.take(
          () -> {
            AtomicInteger leftOut = new AtomicInteger();
            try {
              snapshots.read(snapshot -> leftOut.set(write(wanted, snapshot, out, begins)));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            return leftOut.get();
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private int write(Wanted wanted, Snapshot snapshot, OutputStream out, Consumer<Instant> begins)
      throws IOException {
    begins.accept(snapshot.asOf());
    About about = new About(Optional.of(snapshot.asOf()), wanted.newsroom(), wanted.language());
    ExportWriter export = wanted.format().writer(out, about);
    AtomicInteger leftOut = new AtomicInteger();
    snapshot.each(
        wanted.filter(),
        archived -> {
          List<ExportedClaim> claims;
          try {
            claims = told(wanted, snapshot, archived);
          } catch (Unfit unfit) {
            // Without its problems: those of keys that are not known quote them.
            LOG.warnf(
                "Dossier %s is left out of an export, since it no longer fits the contract",
                archived.dossier().incident());
            leftOut.incrementAndGet();
            return;
          }
          for (ExportedClaim claim : claims) {
            if (wanted.filter().claims().passes(claim.grade(), claim.judged().score())) {
              export.write(claim);
            }
          }
        });
    export.end(leftOut.get());
    return leftOut.get();
  }

  private List<ExportedClaim> told(Wanted wanted, Snapshot snapshot, ArchivedClaims archived) {
    Locale locale = Locale.forLanguageTag(wanted.language().word());
    boolean hides = archived.confidential() && !wanted.sees();
    Redaction redaction = hides ? redaction(snapshot, archived) : Redaction.none();
    StoredDossier stored = archived.dossier();
    Dossier dossier =
        Assessor.read(
            new StoredDossier(
                stored.incident(),
                stored.version(),
                stored.tag(),
                redaction.dossier(stored.document(), locale),
                stored.storedAt()));
    Assessment assessment = AssessmentJson.read(redaction.output(archived.assessment(), locale));
    Map<String, HumanGrade> human = new HashMap<>();
    archived
        .overrides()
        .forEach(
            (claim, said) -> {
              // Who gave a reason knew the names of that version, also those that no later one has.
              Redaction ofReason =
                  hides ? redaction(snapshot, archived, said.version()) : Redaction.none();
              human.put(
                  redaction.claim(claim), human(said.told(text -> ofReason.text(text, locale))));
            });
    return ExportedClaim.of(dossier, assessment, human, archived.judgedAt());
  }

  private static HumanGrade human(GradeOverride said) {
    return new HumanGrade(said.grade(), said.by(), said.reason(), said.at());
  }

  /** By the current version, the others, and every version in which a source is marked. */
  private Redaction redaction(Snapshot snapshot, ArchivedClaims archived, long... others) {
    String incident = archived.dossier().incident();
    LongStream marked =
        snapshot.confidentialVersions(incident).stream().mapToLong(version -> version);
    Stream<Dossier> versions =
        Stream.concat(
                Stream.of(archived.dossier()),
                LongStream.concat(LongStream.of(others), marked)
                    .distinct()
                    .mapToObj(version -> snapshot.version(incident, version))
                    .flatMap(Optional::stream))
            .map(Assessor::read);
    return Redaction.of(
        incident, versions::iterator, pseudonyms.within(String.valueOf(archived.lineage())));
  }
}
