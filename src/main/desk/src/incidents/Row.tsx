import {memo} from "preact/compat";
import {useRef} from "preact/hooks";
import type {ListedClaim, ListedIncident} from "../api/archive";
import {GradeBadge} from "../parts/GradeBadge";
import {Cut, Said} from "../parts/Said";
import {ScoreBar} from "../parts/ScoreBar";
import {address} from "../shell/route";
import {useFormat} from "../words/format";
import {incidents} from "../words/incidents";
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
  const best = [...claims].sort((one, other) => other.score - one.score).slice(0, CLAIMS);
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
          {best.map((claim) => (
            <Claim key={claim.claim} claim={claim} />
          ))}
          {claims.length > CLAIMS && (
            <li class="muted">{words.moreClaims(claims.length - CLAIMS)}</li>
          )}
        </ul>
      )}
    </li>
  );
});

function Marks({incident}: {incident: ListedIncident}) {
  const words = useWords(incidents);
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
          {words.colon} {words.looks[why]}
        </li>
      ))}
      {confidential && <li class="tag">{words.confidential}</li>}
    </ul>
  );
}

/** What is claimed, and how it stands: a person's grade first, the machine's beside it. */
function Claim({claim}: {claim: ListedClaim}) {
  const words = useWords(incidents);
  const names = useWords(terms);
  const {harm, victims, grade, override, score} = claim;
  return (
    <li>
      <span>
        {names.harm[harm]}
        {victims !== undefined && <>, {names.victims[victims]}</>}
        <br />
        <code>
          <bdi>{claim.claim}</bdi>
        </code>
      </span>
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
