import {Said} from "../parts/Said";
import {address} from "../shell/route";
import {useSettings} from "../shell/settings";
import {incident} from "../words/incident";
import {useFormat} from "../words/format";
import {shell} from "../words/shell";
import {terms} from "../words/terms";
import {useWords} from "../words/words";
import {Exports} from "./Exports";
import {useFew} from "./Few";
import {holdsConfidential, useFile} from "./file";
import {HEAD, hrefOf, type Place} from "./place";
import {Party} from "./Who";

function Where() {
  const words = useWords(incident);
  const precision = useWords(terms).precision;
  const format = useFormat();
  const {place} = useFile().dossier.incident;
  if (place === undefined) {
    return null;
  }
  const country = place.country === undefined ? undefined : format.country(place.country);
  const parts = [place.name, place.admin1, country].filter((part) => part !== undefined);
  return (
    <div>
      <dt>{words.where}</dt>
      <dd>
        {parts.map((part, i) => (
          <>
            {i > 0 && ", "}
            <Said text={part} most={100} />
          </>
        ))}
        {place.lat !== undefined && place.lon !== undefined && (
          <>
            {" "}
            <small class="muted">{format.degrees(place.lat, place.lon, 4)}</small>
          </>
        )}
        {place.precision !== undefined && (
          <small class="muted"> ({words.precise(precision[place.precision])})</small>
        )}
      </dd>
    </div>
  );
}

/** What the parties are known or said to have done there. */
function Actions() {
  const words = useWords(incident);
  const {colon} = useWords(shell);
  const names = useWords(terms);
  const actions = useFile().dossier.incident.actions ?? [];
  const [shown, more] = useFew(actions, 6);
  if (actions.length === 0) {
    return null;
  }
  return (
    <div>
      <dt>{words.actions}</dt>
      <dd>
        {shown.map((action, i) => (
          <>
            {i > 0 && " · "}
            <Party id={action.party} />
            {colon} {action.kind === undefined ? words.someAction : names.actionKind[action.kind]},{" "}
            {names.actionStatus[action.status]}
          </>
        ))}{" "}
        {more}
      </dd>
    </div>
  );
}

/**
 * What happened where and when, and what one can do with it.
 *
 * @param waits whether parts of the page are not there yet: paper would lack them
 */
export function Head({place, waits}: {place: Place; waits: boolean}) {
  const words = useWords(incident);
  const names = useWords(terms);
  const format = useFormat();
  const {may} = useSettings();
  const file = useFile();
  const {dossier, assessment} = file;
  const {date, title, id, conflict, access, communications} = dossier.incident;
  const facts: [string, string][] = [];
  if (access !== undefined) {
    facts.push([words.access, names.access[access]]);
  }
  if (communications !== undefined) {
    facts.push([words.communications, names.communications[communications]]);
  }
  return (
    <>
      {holdsConfidential(file) && may("confidant") && (
        <p class="paper">
          <strong>{words.paperNames}</strong>
        </p>
      )}
      <h1 id={HEAD} tabIndex={-1}>
        {title === undefined ? words.unnamed(id) : <Said text={title} most={160} />}
      </h1>
      <dl class="facts">
        <Where />
        <div>
          <dt>{words.when}</dt>
          <dd>
            {date.to === undefined || date.to === date.from
              ? format.moment(date.from)
              : format.span(date.from, date.to)}
          </dd>
        </div>
        {conflict !== undefined && (
          <div>
            <dt>{words.conflict}</dt>
            <dd>
              <Said text={conflict} most={80} />
            </dd>
          </div>
        )}
        <Actions />
        {facts.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{words.known}</dt>
          <dd>{format.day(assessment.asOf)}</dd>
        </div>
        <div>
          <dt>{words.id}</dt>
          <dd>
            <code>{id}</code>
          </dd>
        </div>
      </dl>
      <div class="row screen" role="group" aria-label={words.tools}>
        {may("reporter") && (
          <a class="button" href={address(["entry"], new URLSearchParams({incident: id}))}>
            {words.edit}
          </a>
        )}
        <a class="button" href={hrefOf({...place, all: !place.all})}>
          {place.all ? words.partOnly : words.all}
        </a>
        <button onClick={() => print()} disabled={waits}>
          {words.print}
        </button>
        <Exports />
      </div>
    </>
  );
}
