import type {Report} from "../api/dossiers";
import {Said} from "../parts/Said";
import {incident} from "../words/incident";
import {records} from "../words/records";
import {useFormat} from "../words/format";
import {terms} from "../words/terms";
import {useWords} from "../words/words";
import {useFile} from "./file";
import {Party, Source} from "./Who";

/** Who speaks in a report, and what is known of them. */
export function SourceCard({report}: {report: Report}) {
  const words = useWords(records).reports;
  const names = useWords(terms);
  const shared = useWords(incident);
  const {number} = useFormat();
  const source = useFile().sources.get(report.source);
  if (source === undefined) {
    return <code>{report.source}</code>;
  }
  const known = [
    source.kind === "unknown" ? shared.unknownKind : names.kind[source.kind],
    ...(source.anonymous === true ? [shared.unnamedSource] : []),
    ...(source.proximity === undefined ? [] : [names.proximity[source.proximity]]),
    ...(source.reliability === undefined ? [] : [words.rated(source.reliability)]),
    ...(source.record === undefined
      ? []
      : [words.record(number(source.record.right), number(source.record.wrong))]),
  ];
  return (
    <>
      <Source id={source.id} />
      {report.via !== undefined && (
        <div>
          {shared.via("")}
          <Source id={report.via} />
        </div>
      )}
      <div class="of">
        <small>
          {known.join(", ")}
          {source.party !== undefined && (
            <>
              , {words.speaksFor} <Party id={source.party} />
            </>
          )}
          {(source.alignedWith ?? []).map((party) => (
            <>
              , {words.favours} <Party id={party} />
            </>
          ))}
          {source.owner !== undefined && (
            <>
              , {words.owner} <Said text={source.owner} most={60} />
            </>
          )}
        </small>
      </div>
      <code>{report.id}</code>
    </>
  );
}
