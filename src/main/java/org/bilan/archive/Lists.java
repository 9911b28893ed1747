package org.bilan.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bilan.dossier.Word;
import org.hibernate.Session;

/** Lists what is kept, by how it was last assessed. */
@ApplicationScoped
public class Lists {

  private final EntityManager entities;
  private final Dossiers dossiers;

  Lists(EntityManager entities, Dossiers dossiers) {
    this.entities = entities;
    this.dossiers = dossiers;
  }

  /** Lists dossiers. */
  @Transactional
  public Listing<DossierSummary> dossiers(DossierFilter filter, Order order, int page, int size) {
    // As of one moment: else a reason could be of a later state of the dossier than the one by
    // which it is told whether there are names in it.
    entities
        .createNativeQuery("set transaction isolation level repeatable read, read only")
        .executeUpdate();
    Listing<String> found =
        entities
            .unwrap(Session.class)
            .doReturningWork(connection -> find(connection, filter, order, page, size));
    Map<String, DossierRow> known =
        dossiers.list("incident in ?1", found.items()).stream()
            .collect(Collectors.toMap(row -> row.incident, row -> row));
    List<DossierRow> rows = found.items().stream().map(known::get).toList();
    List<Long> current = rows.stream().map(row -> row.assessment).toList();
    Map<Long, String> revisions =
        entities
            .createQuery(
                "select a.id, a.revision from AssessmentRow a where a.id in :ids", Object[].class)
            .setParameter("ids", current)
            .getResultStream()
            .collect(Collectors.toMap(pair -> (Long) pair[0], pair -> (String) pair[1]));
    Map<Long, List<ClaimRow>> claims =
        entities
            .createQuery(
                "from ClaimRow c where c.assessment in :ids order by c.claim", ClaimRow.class)
            .setParameter("ids", current)
            .getResultStream()
            .collect(Collectors.groupingBy(claim -> claim.assessment));
    Map<List<String>, OverrideInForceRow> overrides =
        entities
            .createQuery(
                "from OverrideInForceRow o where o.incident in :ids", OverrideInForceRow.class)
            .setParameter("ids", rows.stream().map(row -> row.incident).toList())
            .getResultStream()
            .collect(Collectors.toMap(row -> List.of(row.incident, row.claim), row -> row));
    return new Listing<>(
        rows.stream()
            .map(
                row ->
                    new DossierSummary(
                        row.incident,
                        Optional.ofNullable(row.title),
                        Optional.ofNullable(row.country),
                        row.from,
                        row.to,
                        row.version,
                        row.updatedAt,
                        revisions.get(row.assessment),
                        row.confidential,
                        where(row),
                        row.contested,
                        Arrays.stream(row.look)
                            .flatMap(word -> Word.of(Look.class, word).stream())
                            .toList(),
                        row.state(),
                        claims.getOrDefault(row.assessment, List.of()).stream()
                            .map(
                                claim ->
                                    claim.stored(
                                        row,
                                        revisions.get(row.assessment),
                                        overrides.get(List.of(row.incident, claim.claim))))
                            .toList()))
            .toList(),
        found.total());
  }

  static Listing<String> find(
      Connection connection, DossierFilter filter, Order order, int page, int size)
      throws SQLException {
    List<Object> values = new ArrayList<>();
    String from = " from dossier d where true" + filter.sql(values);
    long total =
        Jdbc.first(connection, row -> row.getLong(1), "select count(*)" + from, values.toArray())
            .orElseThrow();
    values.add(size);
    values.add((long) page * size);
    return new Listing<>(
        Jdbc.list(
            connection,
            row -> row.getString(1),
            "select d.incident" + from + order.sql() + " limit ? offset ?",
            values.toArray()),
        total);
  }

  private static Optional<DossierSummary.Where> where(DossierRow row) {
    return row.place == null && row.lat == null
        ? Optional.empty()
        : Optional.of(
            new DossierSummary.Where(
                Optional.ofNullable(row.place),
                Optional.ofNullable(row.lat),
                Optional.ofNullable(row.lon)));
  }

  /** How many dossiers there are. */
  @Transactional
  public long count() {
    return dossiers.count();
  }

  /** The ids of some incidents, spread over the archive: of the same archive always the same. */
  @Transactional
  public List<String> sample(int most) {
    return entities
        .createNativeQuery(
            "select incident from dossier order by hashtextextended(incident, 4), incident limit :most",
            String.class)
        .setParameter("most", most)
        .getResultList();
  }

  /** Lists the claims of all current assessments, by the incidents' and their own ids. */
  @Transactional
  public Listing<StoredClaim> claims(ClaimFilter filter, int page, int size) {
    Map<String, Object> values = new HashMap<>();
    String from =
        " from DossierRow d join AssessmentRow a on a.id = d.assessment"
            + " join ClaimRow c on c.assessment = a.id"
            + " left join OverrideInForceRow o on o.incident = d.incident and o.claim = c.claim"
            + (filter.none() ? "" : " where " + filter.where(values));
    var items =
        entities.createQuery(
            "select d, a.revision, c, o" + from + " order by d.incident, c.claim", Object[].class);
    var total = entities.createQuery("select count(*)" + from, Long.class);
    values.forEach(items::setParameter);
    values.forEach(total::setParameter);
    return new Listing<>(
        items
            .setFirstResult(page * size)
            .setMaxResults(size)
            .getResultStream()
            .map(
                row ->
                    ((ClaimRow) row[2])
                        .stored((DossierRow) row[0], (String) row[1], (OverrideInForceRow) row[3]))
            .toList(),
        total.getSingleResult());
  }

  /**
   * Lists the claims that a person has graded, by the incidents' and their own ids.
   *
   * @param incident only those of this one
   * @param disagreeing only those where the machine says otherwise, or only those where it says the
   *     same; a claim that the dossier has no more is neither
   */
  @Transactional
  public Listing<OverriddenClaim> overridden(
      Optional<String> incident, Optional<Boolean> disagreeing, int page, int size) {
    String from =
        " from OverrideInForceRow o join DossierRow d on d.incident = o.incident"
            + " join AssessmentRow a on a.id = d.assessment"
            + " left join ClaimRow c on c.assessment = d.assessment and c.claim = o.claim"
            + " where true"
            + incident.map(one -> " and o.incident = :incident").orElse("")
            + disagreeing
                .map(other -> " and c.grade " + (other ? "<>" : "=") + " o.grade")
                .orElse("");
    var items =
        entities.createQuery(
            "select o, d, a.revision, c" + from + " order by o.incident, o.claim", Object[].class);
    var total = entities.createQuery("select count(*)" + from, Long.class);
    incident.ifPresent(
        one -> {
          items.setParameter("incident", one);
          total.setParameter("incident", one);
        });
    return new Listing<>(
        items
            .setFirstResult(page * size)
            .setMaxResults(size)
            .getResultStream()
            .map(
                row ->
                    overridden(
                        (OverrideInForceRow) row[0],
                        (DossierRow) row[1],
                        (String) row[2],
                        Optional.ofNullable((ClaimRow) row[3])))
            .toList(),
        total.getSingleResult());
  }

  private static OverriddenClaim overridden(
      OverrideInForceRow row, DossierRow dossier, String revision, Optional<ClaimRow> claim) {
    GradeOverride override = row.stored();
    Optional<StoredClaim> judged = claim.map(found -> found.stored(dossier, revision, row));
    return new OverriddenClaim(
        row.incident,
        row.claim,
        judged.isEmpty(),
        judged.map(machine -> machine.grade() != override.grade()).orElse(false),
        judged.map(StoredClaim::grade),
        judged.map(StoredClaim::score),
        judged.map(StoredClaim::evidence),
        judged.map(StoredClaim::ruleset),
        override,
        dossier.state());
  }
}
