import {useMemo} from "preact/hooks";
import type {JudgedClaim} from "../api/assessments";
import {reasons} from "../words/reasons";
import {useFormat} from "../words/format";
import {shell} from "../words/shell";
import {terms} from "../words/terms";
import {useWords} from "../words/words";
import {ChooseClaim} from "./ChooseClaim";
import {EchoGraph} from "./EchoGraph";
import {originsOf, type Counted} from "./echoes";
import {useFew} from "./Few";
import {useFile} from "./file";
import type {Place} from "./place";
import {ReportLink, Source} from "./Who";

/** Reports that are drawn: a larger graph is read by nobody. */
const DRAWN = 40;

/** What is drawn of both sides: each has half of the room, and what the other leaves of its own. */
function shares(carry: readonly string[], against: readonly string[]) {
  const room = (other: readonly string[]) => Math.max(DRAWN / 2, DRAWN - other.length);
  return {carry: carry.slice(0, room(against)), against: against.slice(0, room(carry))};
}

function Echo(props: {id: string; claim: string; place: Place; of?: readonly string[]}) {
  const {id, claim, place, of} = props;
  const words = useWords(reasons).origins;
  const stances = useWords(terms).stance;
  const file = useFile();
  const report = file.reports.get(id);
  const cites = (report?.cites ?? [])
    .filter((cited) => of?.includes(cited) ?? true)
    .flatMap((cited) => file.reports.get(cited) ?? []);
  const [shown, more] = useFew(cites, 8);
  if (report === undefined) {
    return <code>{id}</code>;
  }
  const stance = report.stances?.find((one) => one.claim === claim);
  return (
    <>
      <ReportLink report={report} place={place} />
      {stance !== undefined && <span class="muted"> {stances[stance.stance]}</span>}
      {report.via !== undefined && (
        <>
          , {words.through} <Source id={report.via} most={40} />
        </>
      )}
      {cites.length > 0 && (
        <>
          , {words.echoes}{" "}
          {shown.map((cited, i) => (
            <>
              {i > 0 && ", "}
              <Source id={cited.source} most={40} />
            </>
          ))}{" "}
          {more}
        </>
      )}
    </>
  );
}

function Origin({origin, claim, place}: {origin: Counted; claim: string; place: Place}) {
  const words = useWords(reasons).origins;
  const terminology = useWords(terms);
  const {list, number} = useFormat();
  const {colon} = useWords(shell);
  const [shown, more] = useFew(origin.reports, 10);
  return (
    <li>
      <strong>{words.origin(number(origin.number))}</strong>
      {colon}{" "}
      {origin.counts.length > 0
        ? words.counts(list(origin.counts.map((one) => terminology.proposition[one])))
        : words.countsNot}
      .{" "}
      <span class="muted">
        {origin.because.length === 0
          ? words.alone
          : `${words.because} ${list(origin.because.map((link) => terminology.link[link] ?? link))}.`}
      </span>
      <ul>
        {shown.map((id) => (
          <li>
            <Echo id={id} claim={claim} place={place} of={origin.reports} />
          </li>
        ))}
        {more !== null && <li>{more}</li>}
      </ul>
    </li>
  );
}

/** Reports beside the origins, where there are any. */
function Others(props: {label: string; ids: readonly string[]; claim: string; place: Place}) {
  const {label, ids, claim, place} = props;
  const [shown, more] = useFew(ids, 20);
  return ids.length === 0 ? null : (
    <>
      <p>{label}</p>
      <ul>
        {shown.map((id) => (
          <li>
            <Echo id={id} claim={claim} place={place} />
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}

/** Who echoes whom about one claim, and which origins count. */
export function Origins({judged, place}: {judged: JudgedClaim; place: Place}) {
  const words = useWords(reasons).origins;
  const {number} = useFormat();
  const file = useFile();
  const {origins, elsewhere} = useMemo(() => originsOf(judged), [judged]);
  const against = useMemo(
    () =>
      (file.stances.get(judged.claim) ?? [])
        .filter(({stance}) => stance.stance === "denies" || stance.stance === "doubts")
        .map(({report}) => report.id),
    [file, judged],
  );
  const carry = useMemo(() => origins.flatMap((origin) => origin.reports), [origins]);
  const drawn = useMemo(() => shares(carry, against), [carry, against]);
  const reports = useMemo(() => new Set([...drawn.carry, ...drawn.against]), [drawn]);
  const [shown, more] = useFew(origins, 20);
  return (
    <>
      <ChooseClaim place={place} chosen={judged.claim} />
      <p class="muted">{words.lead}</p>
      {reports.size === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <EchoGraph claim={judged.claim} origins={origins} against={against} reports={reports} />
          <p class="muted">
            {words.key} ✓ {words.marked}, ○ {words.countsNot}.{" "}
            {carry.length + against.length > DRAWN &&
              words.plotPart(
                number(drawn.carry.length),
                number(carry.length),
                number(drawn.against.length),
                number(against.length),
              )}
          </p>
        </>
      )}
      <h3>{words.list}</h3>
      <ul>
        {shown.map((origin) => (
          <Origin origin={origin} claim={judged.claim} place={place} />
        ))}
      </ul>
      {more}
      <Others label={words.elsewhere} ids={elsewhere} claim={judged.claim} place={place} />
      <Others label={words.against} ids={against} claim={judged.claim} place={place} />
    </>
  );
}
