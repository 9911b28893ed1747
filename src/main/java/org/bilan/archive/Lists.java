package org.bilan.archive;

import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lists what is kept, by how it was last assessed. */
@ApplicationScoped
public class Lists {

  private final EntityManager entities;
  private final Dossiers dossiers;

  Lists(EntityManager entities, Dossiers dossiers) {
    this.entities = entities;
    this.dossiers = dossiers;
  }

  /** Lists dossiers by the incidents' ids. */
  @Transactional
  public Listing<DossierSummary> dossiers(DossierFilter filter, int page, int size) {
    Map<String, Object> values = new HashMap<>();
    String where = filter.where(values);
    var query = dossiers.find("from DossierRow d where " + where + " order by d.incident", values);
    List<DossierRow> rows = query.page(Page.of(page, size)).list();
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
                        row.state(),
                        claims.getOrDefault(row.assessment, List.of()).stream()
                            .map(claim -> claim.stored(row, revisions.get(row.assessment)))
                            .toList()))
            .toList(),
        query.count());
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
            + (filter.none() ? "" : " where " + filter.where(values));
    var items =
        entities.createQuery(
            "select d, a.revision, c" + from + " order by d.incident, c.claim", Object[].class);
    var total = entities.createQuery("select count(*)" + from, Long.class);
    values.forEach(items::setParameter);
    values.forEach(total::setParameter);
    return new Listing<>(
        items
            .setFirstResult(page * size)
            .setMaxResults(size)
            .getResultStream()
            .map(row -> ((ClaimRow) row[2]).stored((DossierRow) row[0], (String) row[1]))
            .toList(),
        total.getSingleResult());
  }
}
