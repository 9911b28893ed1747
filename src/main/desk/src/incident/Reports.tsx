import {useContext, useEffect} from "preact/hooks";
import type {Report, Stance} from "../api/dossiers";
import {Link} from "../parts/Link";
import {Said} from "../parts/Said";
import {Whole} from "../parts/whole";
import {incident} from "../words/incident";
import {records} from "../words/records";
import {useFormat} from "../words/format";
import {terms} from "../words/terms";
import {useWords} from "../words/words";
import {useFew} from "./Few";
import {useFile, useNames} from "./file";
import {lead, type Place} from "./place";
import {SourceCard} from "./SourceCard";
import {Source} from "./Who";
import {Wide} from "../parts/Wide";

/** Rows at first. */
const SHOWN = 40;
/** Characters of a report's text that are shown at first. */
const TEXT = 3_000;

function Says({stance}: {stance: Stance}) {
  const words = useWords(records).reports;
  const names = useWords(terms);
  const shared = useWords(incident);
  const {claim} = useNames();
  return (
    <li class={`stance ${stance.stance}`}>
      <strong>{names.stance[stance.stance]}</strong> <bdi>{claim(stance.claim)}</bdi>
      <span class="muted">
        {stance.hedged !== undefined && `, ${stance.hedged ? words.hedged : words.firm}`}
        {stance.basis !== undefined && `, ${shared.grounds(names.basis[stance.basis])}`}
      </span>
    </li>
  );
}

function Where({report}: {report: Report}) {
  const words = useWords(records).reports;
  const {url, archiveUrl, author, text, cites = []} = report;
  const file = useFile();
  const whole = useContext(Whole);
  const [cited, more] = useFew(cites, 8);
  return (
    <>
      {url !== undefined && (
        <>
          <Link to={url}>{words.address}</Link>{" "}
        </>
      )}
      {archiveUrl !== undefined && <Link to={archiveUrl}>{words.archived}</Link>}
      {url === undefined && archiveUrl === undefined && (
        <span class="muted">{words.noAddress}</span>
      )}
      {author !== undefined && (
        <div>
          <span class="label">{words.author}</span> <Said text={author} most={60} />
        </div>
      )}
      {cites.length > 0 && (
        <div>
          <span class="label">{words.cites}</span>{" "}
          {cited.map((id, i) => (
            <>
              {i > 0 && ", "}
              <Source id={file.reports.get(id)?.source ?? id} most={40} />
            </>
          ))}{" "}
          {more}
        </div>
      )}
      {text !== undefined && (
        <details open={whole}>
          <summary>{words.text}</summary>
          <p lang={report.language} class="reporttext">
            <Said text={text} most={TEXT} />
          </p>
        </details>
      )}
    </>
  );
}

function Row({report, pointed}: {report: Report; pointed: boolean}) {
  const words = useWords(records).reports;
  const {moment} = useFormat();
  const [stances, more] = useFew(report.stances ?? [], 8);
  return (
    <tr id={`report-${report.id}`} tabIndex={-1} class={pointed ? "pointed" : undefined}>
      <th scope="row">
        <SourceCard report={report} />
      </th>
      <td>
        {report.publishedAt === undefined ? (
          <span class="muted">{words.undated}</span>
        ) : (
          moment(report.publishedAt)
        )}
      </td>
      <td>
        {stances.length === 0 ? (
          <span class="muted">{words.nothing}</span>
        ) : (
          <ul class="plain">
            {stances.map((stance) => (
              <Says stance={stance} />
            ))}
          </ul>
        )}
        {more}
      </td>
      <td>
        <Where report={report} />
      </td>
    </tr>
  );
}

/** All reports: who speaks, through whom, when, and where each stands on each claim. */
export function Reports({place}: {place: Place}) {
  const words = useWords(records).reports;
  const all = useFile().dossier.reports;
  const pointed = all.findIndex((report) => report.id === place.report);
  const [shown, more] = useFew(all, pointed >= SHOWN ? all.length : SHOWN);
  useEffect(() => {
    if (place.report !== undefined) {
      lead(`report-${place.report}`);
    }
  }, [place.report]);
  if (all.length === 0) {
    return <p>{words.none}</p>;
  }
  return (
    <>
      <p class="muted">{words.lead}</p>
      <Wide>
        <table class="reports">
          <caption class="unseen">{words.table}</caption>
          <thead>
            <tr>
              <th scope="col">{words.source}</th>
              <th scope="col">{words.when}</th>
              <th scope="col">{words.says}</th>
              <th scope="col">{words.where}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((report) => (
              <Row key={report.id} report={report} pointed={report.id === place.report} />
            ))}
          </tbody>
        </table>
      </Wide>
      {more}
    </>
  );
}
