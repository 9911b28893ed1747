package org.bilan.importer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bilan.dossier.Basis;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Precision;
import org.bilan.dossier.Proximity;
import org.bilan.dossier.Reliability;
import org.bilan.dossier.SourceKind;
import org.bilan.dossier.Stance;
import org.bilan.dossier.Victims;
import org.bilan.dossier.Word;

/** What a mapping can fill in: the names of the contract, and which words may stand there. */
final class MappingFields {

  /** Of the incident, its source, its outlet and its report, by their paths. */
  static final Map<String, Optional<Class<? extends Word>>> ROW = new LinkedHashMap<>();

  /** Of each claim. */
  static final Map<String, Optional<Class<? extends Word>>> CLAIM = new LinkedHashMap<>();

  /** What no two rows have in common. */
  static final Set<String> COLUMNS_ONLY =
      Set.of(
          "incident.id",
          "incident.place.lat",
          "incident.place.lon",
          "count",
          "min",
          "max",
          "namedVictims");

  static {
    Stream.of(
            "incident.id",
            "incident.title",
            "incident.date",
            "incident.date.from",
            "incident.date.to",
            "incident.conflict",
            "incident.place.name",
            "incident.place.admin1",
            "incident.place.country",
            "incident.place.lat",
            "incident.place.lon",
            "source.name",
            "source.party",
            "source.owner",
            "source.anonymous",
            "source.confidential",
            "outlet.name",
            "report.publishedAt",
            "report.url",
            "report.author",
            "report.language",
            "report.text",
            "report.hedged")
        .forEach(field -> ROW.put(field, Optional.empty()));
    ROW.put("incident.place.precision", Optional.of(Precision.class));
    ROW.put("source.kind", Optional.of(SourceKind.class));
    ROW.put("source.proximity", Optional.of(Proximity.class));
    ROW.put("source.reliability", Optional.of(Reliability.class));
    ROW.put("outlet.kind", Optional.of(SourceKind.class));
    ROW.put("report.stance", Optional.of(Stance.Kind.class));
    ROW.put("report.basis", Optional.of(Basis.class));
    Stream.of("count", "min", "max", "words", "victimsParty", "responsible", "namedVictims", "text")
        .forEach(field -> CLAIM.put(field, Optional.empty()));
    CLAIM.put("harm", Optional.of(Harm.class));
    CLAIM.put("victims", Optional.of(Victims.class));
  }

  private MappingFields() {}
}
