package org.bilan.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bilan.assessment.Grade;
import org.bilan.dossier.Word;
import org.bilan.ledger.Action;
import org.bilan.ledger.Actor;
import org.bilan.operation.Traced;

/**
 * People's grades for claims. Each stands until it is replaced or withdrawn, whatever the rules or
 * a new version of the dossier say; nothing that was said is ever changed. They go with the dossier
 * when that is deleted.
 */
@Guarded
@ApplicationScoped
@Traced
public class Overrides {

  private static final String OF_CLAIM = " where o.incident = :incident and o.claim = :claim";

  private final EntityManager entities;
  private final Dossiers dossiers;
  private final Traces traces;

  Overrides(EntityManager entities, Dossiers dossiers, Traces traces) {
    this.entities = entities;
    this.dossiers = dossiers;
    this.traces = traces;
  }

  /**
   * A grade that was given.
   *
   * @param created whether none was in force before
   */
  public record Made(OverrideEntry entry, boolean created) {}

  /**
   * A claim's id.
   *
   * @param version of a dossier that has it; empty where the current one has
   */
  public record Known(String claim, Optional<Long> version) {}

  /**
   * Sets a person's grade above the machine's, in place of the one that stood there. The same grade
   * by the same person for the same reason changes nothing: it was sent again.
   *
   * @param after the number of the newest entry that they have seen, 0 when none; empty: whatever
   *     stands there
   * @param sees whether whoever does it sees confidential sources
   * @return empty when there is no such dossier, or it has no such claim now
   * @throws GradedSince when there is a newer entry; then nothing has changed
   * @throws Withheld when they do not see all that they grade; then nothing has changed
   */
  @Guarded(writes = true)
  @Transactional
  public Optional<Made> make(
      String incident,
      String claim,
      Grade grade,
      String reason,
      OptionalInt after,
      boolean sees,
      Actor actor) {
    Optional<DossierRow> dossier = locked(incident, sees);
    if (dossier.isEmpty() || !current(incident).contains(claim)) {
      return Optional.empty();
    }
    Optional<OverrideRow> last = last(incident, claim);
    Optional<OverrideRow> same =
        last.filter(
            row ->
                grade.word().equals(row.grade)
                    && reason.equals(row.reason)
                    && actor.name().equals(row.person));
    if (same.isPresent()) {
      return same.map(row -> new Made(row.entry(row.number), false));
    }
    refuseOther(last, after);
    OverrideRow row = add(dossier.get(), claim, last, Optional.of(grade), reason, actor);
    boolean created = last.map(before -> before.grade == null).orElse(true);
    return Optional.of(new Made(row.entry(row.number), created));
  }

  /**
   * Takes back the grade that stands above the machine's; also of a claim that the dossier has no
   * more.
   *
   * @param after as of {@link #make}
   * @param sees whether whoever does it sees confidential sources
   * @return empty when none is in force
   * @throws GradedSince when there is a newer entry; then nothing has changed
   * @throws Withheld when they do not see all that was graded; then nothing has changed
   */
  @Guarded(writes = true)
  @Transactional
  public Optional<OverrideEntry> withdraw(
      String incident, String claim, String reason, OptionalInt after, boolean sees, Actor actor) {
    Optional<DossierRow> dossier = locked(incident, sees);
    Optional<OverrideRow> last = last(incident, claim);
    if (dossier.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    refuseOther(last, after);
    if (last.get().grade == null) {
      return Optional.empty();
    }
    OverrideRow row = add(dossier.get(), claim, last, Optional.empty(), reason, actor);
    return Optional.of(row.entry(row.number));
  }

  private static void refuseOther(Optional<OverrideRow> last, OptionalInt after) {
    int newest = last.map(row -> row.number).orElse(0);
    if (after.isPresent() && after.getAsInt() != newest) {
      throw new GradedSince();
    }
  }

  /** All that was ever said of a claim's grade, the newest first. */
  @Transactional
  public Listing<OverrideEntry> history(String incident, String claim, int page, int size) {
    long total =
        entities
            .createQuery("select count(*) from OverrideRow o" + OF_CLAIM, Long.class)
            .setParameter("incident", incident)
            .setParameter("claim", claim)
            .getSingleResult();
    int last = last(incident, claim).map(row -> row.number).orElse(0);
    return new Listing<>(
        entities
            .createQuery(
                "from OverrideRow o" + OF_CLAIM + " order by o.number desc", OverrideRow.class)
            .setParameter("incident", incident)
            .setParameter("claim", claim)
            .setFirstResult(page * size)
            .setMaxResults(size)
            .getResultStream()
            .map(row -> row.entry(last))
            .toList(),
        total);
  }

  /** The claims of a dossier, those that it has and those that it had when they were graded. */
  @Transactional
  public List<Known> claims(String incident) {
    Map<String, Known> known = new HashMap<>();
    entities
        .createQuery(
            "select o.claim, max(o.version) from OverrideRow o where o.incident = :incident"
                + " and o.grade is not null group by o.claim",
            Object[].class)
        .setParameter("incident", incident)
        .getResultStream()
        .map(pair -> new Known((String) pair[0], Optional.of((Long) pair[1])))
        .forEach(claim -> known.put(claim.claim(), claim));
    current(incident).forEach(claim -> known.put(claim, new Known(claim, Optional.empty())));
    return List.copyOf(known.values());
  }

  /** No other may change the dossier, or what people say of it, until the transaction ends. */
  private Optional<DossierRow> locked(String incident, boolean sees) {
    dossiers.lock(incident);
    DossierRow row = dossiers.findById(incident);
    if (row != null && row.confidential && !sees) {
      throw new Withheld();
    }
    return Optional.ofNullable(row);
  }

  private List<String> current(String incident) {
    return entities
        .createQuery(
            "select c.claim from DossierRow d join ClaimRow c on c.assessment = d.assessment"
                + " where d.incident = :incident",
            String.class)
        .setParameter("incident", incident)
        .getResultList();
  }

  private Optional<OverrideRow> last(String incident, String claim) {
    return entities
        .createQuery("from OverrideRow o" + OF_CLAIM + " order by o.number desc", OverrideRow.class)
        .setParameter("incident", incident)
        .setParameter("claim", claim)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  private OverrideRow add(
      DossierRow dossier,
      String claim,
      Optional<OverrideRow> last,
      Optional<Grade> grade,
      String reason,
      Actor actor) {
    OverrideRow row = new OverrideRow();
    row.incident = dossier.incident;
    row.claim = claim;
    row.number = last.map(before -> before.number).orElse(0) + 1;
    row.version = dossier.version;
    row.grade = grade.map(Word::word).orElse(null);
    row.reason = reason;
    row.person = actor.name();
    row.at = DossierRow.micros(Instant.now());
    entities.persist(row);
    dossiers.refresh(dossier.incident);
    // Neither the claim's id nor the reason: a source that they name may be marked some day, and
    // nothing is taken out of the ledger.
    Map<String, String> details = new HashMap<>();
    details.put("number", String.valueOf(row.number));
    details.put("version", String.valueOf(row.version));
    grade.ifPresent(given -> details.put("grade", given.word()));
    traces.hash(dossier, "claim", claim.getBytes(StandardCharsets.UTF_8), details);
    traces.hash(dossier, "reason", reason.getBytes(StandardCharsets.UTF_8), details);
    traces.add(
        actor,
        grade.isPresent() ? Action.OVERRIDE_MADE : Action.OVERRIDE_WITHDRAWN,
        dossier.incident,
        details);
    return row;
  }
}
