import {memo} from "preact/compat";
import {useRef} from "preact/hooks";
import type {ListedClaim, ListedIncident} from "../api/archive";
import {GradeBadge} from "../parts/GradeBadge";
import {Cut, Said} from "../parts/Said";
import {ScoreBar} from "../parts/ScoreBar";
import {address} from "../shell/route";
import {unlessAlone, useTitleOf} from "../words/claims";
import {useFormat} from "../words/format";
import {incidents} from "../words/incidents";
import {shell} from "../words/shell";
import {terms} from "../words/terms";
import {useWords} from "../words/words";
import {open, useComingBack} from "./opened";

/** Claims that are told of one incident; its page has them all. */
const CLAIMS = 4;

/** Letters of a title that are shown. */
const TITLE = 160;

/** An incident in short. */
export const Row = memo(function Row({incident}: {incident: ListedIncident}) {
  const words = useWords(incidents);
  const format = useFormat();
  const {title, place, country, claims} = incident;
  const id = incident.incident;
  const where = [place?.name, country === undefined ? undefined : format.country(country)].filter(
    (part) => part !== undefined,
  );
  const link = useRef<HTMLAnchorElement>(null);
  useComingBack(id, link);
  const titleOf = useTitleOf();
  const shown = chosen(claims);
  const titles = unlessAlone(
    new Map(shown.map((claim) => [claim.claim, titleOf({...claim, count: null})])),
    (claim) => claim,
  );
  return (
    <li class="card incident-row">
      <div class="about">
        <h3>
          <a href={address(["incidents", id])} ref={link} onClick={() => open(id)}>
            <Cut text={title ?? words.unnamed(id)} most={TITLE} />
          </a>
        </h3>
        <p>
          {where.map((part, i) => (
            <>
              {i > 0 && ", "}
              <Said text={part} most={80} />
            </>
          ))}
          {where.length > 0 && " · "}
          {format.days(incident.from, incident.to)}
        </p>
        <Marks incident={incident} />
        <p class="muted last-changed">
          {words.changed} {format.moment(incident.updatedAt)} · <code>{id}</code>
        </p>
      </div>
      {claims.length === 0 ? (
        <p class="muted">{words.noClaims}</p>
      ) : (
        <ul class="claims" aria-label={words.claims}>
          {shown.map((claim) => (
            <Claim key={claim.claim} claim={claim} title={titles.get(claim.claim)!} />
          ))}
          {claims.length > CLAIMS && (
            <li class="muted">{words.moreClaims(claims.length - CLAIMS)}</li>
          )}
        </ul>
      )}
    </li>
  );
});

/** One of each harm and status before any second: a row that told the best supported alone would take a side. */
function chosen(claims: readonly ListedClaim[]): ListedClaim[] {
  const seen = new Set<string>();
  const byScore = claims.toSorted((one, other) => other.score - one.score);
  const [first, others] = [[], []] as [ListedClaim[], ListedClaim[]];
  for (const claim of byScore) {
    const kind = `${claim.harm} ${claim.victims ?? "unknown"}`;
    (seen.has(kind) ? others : first).push(claim);
    seen.add(kind);
  }
  return [...first, ...others].slice(0, CLAIMS);
}

function Marks({incident}: {incident: ListedIncident}) {
  const words = useWords(incidents);
  const {colon} = useWords(shell);
  const {contested, look, confidential} = incident;
  if (!contested && look.length === 0 && !confidential) {
    return null;
  }
  return (
    <ul class="marks" aria-label={words.marks}>
      {contested && (
        <li class="tag contested">
          <span aria-hidden="true">◐</span> {words.isContested}
        </li>
      )}
      {look.map((why) => (
        <li class="tag look">
          <span aria-hidden="true">⚑</span> {words.lookAt}
          {colon} {words.looks[why]}
        </li>
      ))}
      {confidential && <li class="tag">{words.confidential}</li>}
    </ul>
  );
}

/** What is claimed, and how it stands: a person's grade first, the machine's beside it. */
function Claim({claim, title}: {claim: ListedClaim; title: string}) {
  const words = useWords(incidents);
  const names = useWords(terms);
  const {grade, override, score} = claim;
  return (
    <li>
      <Cut text={title} most={TITLE} />
      {override === undefined ? (
        <GradeBadge grade={grade} />
      ) : (
        <span>
          <GradeBadge grade={override.grade} />
          <br />
          <small>
            <bdi>{words.byPerson(override.by)}</bdi>
          </small>
          <br />
          <small class="muted">
            {words.machine} {names.grade[grade]}
          </small>
        </span>
      )}
      <ScoreBar score={score} label={words.score} />
    </li>
  );
}
