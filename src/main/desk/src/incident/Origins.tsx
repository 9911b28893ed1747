import {useMemo} from "preact/hooks";
import type {JudgedClaim} from "../api/assessments";
import {incident} from "../words/incident";
import {reasons} from "../words/reasons";
import {useFormat} from "../words/format";
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

function Echo(props: {id: string; claim: string; place: Place; of?: readonly string[]}) {
  const {id, claim, place, of} = props;
  const words = useWords(reasons).origins;
  const stances = useWords(terms).stance;
  const file = useFile();
  const report = file.reports.get(id);
  if (report === undefined) {
    return <code>{id}</code>;
  }
  const stance = report.stances?.find((one) => one.claim === claim);
  const cites = (report.cites ?? [])
    .filter((cited) => of?.includes(cited) ?? true)
    .flatMap((cited) => file.reports.get(cited) ?? [])
    .slice(0, 8);
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
          {cites.map((cited, i) => (
            <>
              {i > 0 && ", "}
              <Source id={cited.source} most={40} />
            </>
          ))}
        </>
      )}
    </>
  );
}

function Origin({origin, claim, place}: {origin: Counted; claim: string; place: Place}) {
  const words = useWords(reasons).origins;
  const terminology = useWords(terms);
  const {list, number} = useFormat();
  const {colon} = useWords(incident);
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
  const all = useMemo(
    () => [...new Set([...origins.flatMap((origin) => origin.reports), ...against])],
    [origins, against],
  );
  const reports = useMemo(() => new Set(all.slice(0, DRAWN)), [all]);
  const [shown, more] = useFew(origins, 20);
  return (
    <>
      <ChooseClaim place={place} chosen={judged.claim} />
      <p class="muted">{words.lead}</p>
      {all.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <EchoGraph claim={judged.claim} origins={origins} against={against} reports={reports} />
      )}
      {all.length > 0 && (
        <p class="muted">
          {words.key} ✓ {words.marked}, ○ {words.countsNot}.{" "}
          {all.length > DRAWN && words.plotPart(number(DRAWN))}
        </p>
      )}
      <h3>{words.list}</h3>
      <ul>
        {shown.map((origin) => (
          <Origin origin={origin} claim={judged.claim} place={place} />
        ))}
      </ul>
      {more}
      {(
        [
          [words.elsewhere, elsewhere],
          [words.against, against],
        ] as const
      ).map(
        ([label, ids]) =>
          ids.length > 0 && (
            <>
              <p>{label}</p>
              <ul>
                {ids.slice(0, 50).map((id) => (
                  <li>
                    <Echo id={id} claim={judged.claim} place={place} />
                  </li>
                ))}
              </ul>
            </>
          ),
      )}
    </>
  );
}
