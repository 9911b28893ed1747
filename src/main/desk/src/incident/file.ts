import {createContext} from "preact";
import {useContext, useMemo} from "preact/hooks";
import type {Assessment, JudgedClaim} from "../api/assessments";
import type {Claim, Dossier, Media, Report, Source, Stance} from "../api/dossiers";
import type {Override} from "../api/overrides";
import {cut} from "../parts/Said";
import {unlessAlone, useTitleOf} from "../words/claims";

/** All that is known of one incident, with what each id stands for. */
export interface File {
  dossier: Dossier;
  assessment: Assessment;
  /** People's grades in force, by the claims' ids. */
  overrides: Map<string, Override>;
  claims: Map<string, Claim>;
  judged: Map<string, JudgedClaim>;
  sources: Map<string, Source>;
  reports: Map<string, Report>;
  media: Map<string, Media>;
  parties: Map<string, string>;
  /** By the id of a claim the reports that speak of it, with what each says. */
  stances: Map<string, {report: Report; stance: Stance}[]>;
}

export const FileContext = createContext<File | undefined>(undefined);

export function useFile(): File {
  const file = useContext(FileContext);
  if (file === undefined) {
    throw new Error("outside of an incident");
  }
  return file;
}

export function fileOf(
  dossier: Dossier,
  assessment: Assessment,
  overrides: Map<string, Override>,
): File {
  const stances: File["stances"] = new Map();
  for (const report of dossier.reports) {
    for (const stance of report.stances ?? []) {
      const known = stances.get(stance.claim);
      if (known === undefined) {
        stances.set(stance.claim, [{report, stance}]);
      } else {
        known.push({report, stance});
      }
    }
  }
  return {
    dossier,
    assessment,
    overrides,
    claims: new Map(dossier.claims.map((claim) => [claim.id, claim])),
    judged: new Map(assessment.claims.map((claim) => [claim.claim, claim])),
    sources: new Map(dossier.sources.map((source) => [source.id, source])),
    reports: new Map(dossier.reports.map((report) => [report.id, report])),
    media: new Map((dossier.media ?? []).map((media) => [media.id, media])),
    parties: new Map(
      (dossier.incident.parties ?? []).map((party) => [party.id, party.name ?? party.id]),
    ),
    stances,
  };
}

/** Whether it holds sources of whom not everybody may see who they are. */
export function holdsConfidential({dossier}: Pick<File, "dossier">): boolean {
  return dossier.sources.some((source) => source.confidential === true);
}

/** Those that nothing revises first, then the best supported. */
export function inOrder(file: File): JudgedClaim[] {
  const revised = new Set(file.dossier.claims.flatMap((claim) => claim.supersedes ?? []));
  return [...file.assessment.claims].sort(
    (a, b) =>
      Number(revised.has(a.claim)) - Number(revised.has(b.claim)) ||
      b.evidence - a.evidence ||
      a.claim.localeCompare(b.claim),
  );
}

/** What things are called, as text: for plots, options and titles. */
export interface Names {
  /** What a claim says: with whom it holds responsible, or its id, where another says it in the same words. */
  claim: (id: string) => string;
  /** What a claim says, where the rest of it stands beside. */
  title: (id: string) => string;
  source: (id: string) => string;
  /** Who speaks in a report. */
  report: (id: string) => string;
  party: (id: string) => string;
}

export function useNames(): Names {
  const file = useFile();
  const titleOf = useTitleOf();
  const source = (id: string) => cut(file.sources.get(id)?.name ?? id);
  const {titles, names} = useMemo(() => called(file, titleOf), [file, titleOf]);
  return {
    source,
    report: (id) => source(file.reports.get(id)?.source ?? id),
    party: (id) => cut(file.parties.get(id) ?? id),
    title: (id) => titles.get(id) ?? id,
    claim: (id) => names.get(id) ?? id,
  };
}

function called(file: File, titleOf: (claim: Claim) => string) {
  const titles = new Map(file.dossier.claims.map((claim) => [claim.id, titleOf(claim)]));
  const withParty = unlessAlone(titles, (id) => {
    const party = file.claims.get(id)?.responsible;
    return party === undefined ? undefined : cut(file.parties.get(party) ?? party, 40);
  });
  return {titles, names: unlessAlone(withParty, (id) => id)};
}
