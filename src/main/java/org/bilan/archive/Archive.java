package org.bilan.archive;

import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.AssessmentJson;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Source;
import org.bilan.ledger.Action;
import org.bilan.ledger.Actor;
import org.bilan.operation.Traced;
import org.hibernate.Session;

/**
 * What Bilan keeps: each dossier as it was sent, each time it was sent, and every assessment made
 * of it. Incidents are named by well-formed ids; another text finds nothing.
 */
@Guarded
@ApplicationScoped
@Traced
public class Archive {

  private final EntityManager entities;
  private final Dossiers dossiers;
  private final Assessments assessments;
  private final Traces traces;

  Archive(EntityManager entities, Dossiers dossiers, Assessments assessments, Traces traces) {
    this.entities = entities;
    this.dossiers = dossiers;
    this.assessments = assessments;
    this.traces = traces;
  }

  /**
   * Keeps a dossier as the new state of its incident, together with its assessment.
   *
   * @param document the dossier's bytes exactly as they were sent
   * @param sees whether whoever does it sees confidential sources
   * @throws ConditionFailed when the condition does not allow it; then nothing has changed
   * @throws Withheld when they would overwrite what they do not see; then nothing has changed
   */
  @Guarded(writes = true)
  @Transactional
  public Receipt put(
      Dossier dossier,
      byte[] document,
      Assessment assessment,
      Condition condition,
      boolean sees,
      Actor actor) {
    String incident = dossier.incident().id();
    dossiers.lock(incident);
    DossierRow known = dossiers.findById(incident);
    allow(known, condition, sees);
    Instant now = DossierRow.micros(Instant.now());
    DossierRow row = known;
    if (known == null) {
      row = new DossierRow();
      row.incident = incident;
      row.lineage = dossiers.newLineage();
      row.version = 1;
    }
    row.describe(dossier, DigestUtils.sha256Hex(document), now);
    if (known == null) {
      dossiers.persist(row);
    }
    dossiers.flush(); // counts the version up
    dossiers.word(row);
    DossierVersionRow version = new DossierVersionRow();
    version.incident = incident;
    version.version = row.version;
    version.document = document;
    version.sha256 = row.sha256;
    version.confidential = dossier.sources().stream().anyMatch(Source::marked);
    version.storedAt = now;
    entities.persist(version);
    entities.flush();
    appendAndPoint(dossier, row.version, assessment, now);
    remember(row, dossier, now);
    Map<String, String> details = judged(row, row.version, assessment);
    traces.hash(row, "document", document, details);
    traces.add(actor, Action.DOSSIER_PUT, incident, details);
    return new Receipt(known == null, row.version, row.tag());
  }

  private void remember(DossierRow row, Dossier dossier, Instant now) {
    List<String> incident = List.of(row.incident);
    List<PostedPicture> posted = row.confidential ? List.of() : PostedPicture.of(dossier);
    entities
        .unwrap(Session.class)
        .doWork(
            connection -> {
              HeldPictures.hold(connection, incident, posted);
              PostedPicture.remember(connection, incident, posted, now);
            });
  }

  /** The dossier of an incident as it stands. */
  @Transactional
  public Optional<StoredDossier> get(String incident) {
    return entities
        .createQuery(
            "select d, v from DossierRow d join DossierVersionRow v"
                + " on v.incident = d.incident and v.version = d.version"
                + " where d.incident = :incident",
            Object[].class)
        .setParameter("incident", incident)
        .getResultStream()
        .findFirst()
        .map(Archive::stored);
  }

  private static StoredDossier stored(Object[] pair) {
    DossierRow row = (DossierRow) pair[0];
    DossierVersionRow version = (DossierVersionRow) pair[1];
    return new StoredDossier(
        row.incident, row.version, row.tag(), version.document, version.storedAt);
  }

  /** A version of the dossier of an incident. */
  @Transactional
  public Optional<StoredDossier> get(String incident, long version) {
    DossierVersionRow row =
        entities.find(DossierVersionRow.class, new DossierVersionRow.Key(incident, version));
    // Its tag names no current state: nothing is changed on the strength of an old version.
    return Optional.ofNullable(row)
        .map(v -> new StoredDossier(incident, version, "", v.document, v.storedAt));
  }

  /** Where the dossier of an incident stands; empty when there is none. */
  @Transactional
  public Optional<DossierState> state(String incident) {
    return Optional.ofNullable(dossiers.findById(incident)).map(DossierRow::state);
  }

  /** The versions of a dossier in which a source is marked as confidential. */
  @Transactional
  public List<Long> confidentialVersions(String incident) {
    return entities
        .createQuery(
            "select v.version from DossierVersionRow v"
                + " where v.incident = :incident and v.confidential order by v.version",
            Long.class)
        .setParameter("incident", incident)
        .getResultList();
  }

  /**
   * Forgets a dossier, its history and all its assessments.
   *
   * @param sees whether whoever does it sees confidential sources
   * @return whether there was one
   * @throws ConditionFailed when the condition does not allow it; then nothing has changed
   * @throws Withheld when they do not see all that would be deleted; then nothing has changed
   */
  @Guarded(writes = true)
  @Transactional
  public boolean delete(String incident, Condition condition, boolean sees, Actor actor) {
    dossiers.lock(incident);
    DossierRow row = dossiers.findById(incident);
    if (row == null) {
      return false;
    }
    allow(row, condition, sees);
    entities
        .unwrap(Session.class)
        .doWork(connection -> HeldPictures.hold(connection, List.of(incident), List.of()));
    dossiers.delete(row);
    traces.add(
        actor, Action.DOSSIER_DELETED, incident, Map.of("version", String.valueOf(row.version)));
    return true;
  }

  /**
   * The assessment that a dossier's lists and filters go by: of its current version, under the
   * revision that last judged it.
   */
  @Transactional
  public Optional<StoredAssessment> assessment(String incident) {
    return entities
        .createQuery(
            "select a from DossierRow d join AssessmentRow a on a.id = d.assessment"
                + " where d.incident = :incident",
            AssessmentRow.class)
        .setParameter("incident", incident)
        .getResultStream()
        .findFirst()
        .map(AssessmentRow::stored);
  }

  /** All assessments ever made of a dossier, the newest first; empty when there is no dossier. */
  @Transactional
  public Optional<Listing<StoredAssessment>> history(String incident, int page, int size) {
    if (dossiers.findById(incident) == null) {
      return Optional.empty();
    }
    var query = assessments.find("incident", Sort.descending("id"), incident);
    List<StoredAssessment> items =
        query.page(Page.of(page, size)).list().stream().map(AssessmentRow::stored).toList();
    return Optional.of(new Listing<>(items, query.count()));
  }

  /**
   * Adds an assessment to a dossier's history, and makes it the current one if the dossier has not
   * been replaced meanwhile. One that is there already is kept as it is.
   *
   * @param version of the dossier that was judged
   * @return the assessment as stored; empty when the dossier has been deleted meanwhile
   */
  @Guarded(writes = true)
  @Transactional
  public Optional<StoredAssessment> append(
      Dossier dossier, long version, Assessment assessment, Actor actor) {
    String incident = dossier.incident().id();
    dossiers.lock(incident);
    var key = new DossierVersionRow.Key(incident, version);
    if (entities.find(DossierVersionRow.class, key) == null) {
      return Optional.empty();
    }
    boolean known = assessments.holds(incident, version, assessment.ruleset());
    long id = appendAndPoint(dossier, version, assessment, DossierRow.micros(Instant.now()));
    StoredAssessment stored = assessments.findById(id).stored();
    if (!known) {
      traces.add(
          actor,
          Action.DOSSIER_JUDGED,
          incident,
          judged(dossiers.findById(incident), version, assessment));
    }
    return Optional.of(stored);
  }

  /** What reproduces an assessment, and proves it to be the one: in the ledger by hashes. */
  private Map<String, String> judged(DossierRow row, long version, Assessment assessment) {
    Map<String, String> details = new HashMap<>();
    details.put("version", String.valueOf(version));
    details.put("ruleset", assessment.ruleset());
    traces.hash(row, "assessment", AssessmentJson.write(assessment), details);
    return details;
  }

  private static void allow(DossierRow row, Condition condition, boolean sees) {
    Optional<String> current = Optional.ofNullable(row).map(DossierRow::tag);
    // First, since a condition that fails is answered with the tag of what they do not see.
    if (!sees && row != null && row.confidential) {
      throw new Withheld();
    }
    if (!condition.allows(current)) {
      throw new ConditionFailed(current);
    }
  }

  private long appendAndPoint(Dossier dossier, long version, Assessment assessment, Instant now) {
    long id = assessments.append(dossier, version, assessment, now);
    entities.flush();
    Signs signs = Signs.of(assessment);
    entities
        .createQuery(
            "update DossierRow set assessment = :id, disputed = :disputed, picture = :picture"
                + " where incident = :incident and version = :version")
        .setParameter("id", id)
        .setParameter("disputed", signs.disputed())
        .setParameter("picture", signs.picture())
        .setParameter("incident", dossier.incident().id())
        .setParameter("version", version)
        .executeUpdate();
    dossiers.refresh(dossier.incident().id());
    return id;
  }
}
