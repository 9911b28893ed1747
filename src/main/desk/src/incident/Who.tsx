import type {Report} from "../api/dossiers";
import {Cut, Said} from "../parts/Said";
import {incident} from "../words/incident";
import {useWords} from "../words/words";
import {useFile} from "./file";
import {hrefOf, lead, type Place} from "./place";

/** Stands beside every name that not everybody may see. */
function Confidential({source}: {source: string}) {
  const {sources} = useFile();
  const words = useWords(incident);
  return sources.get(source)?.confidential === true ? (
    <small class="tag">{words.confidential}</small>
  ) : null;
}

/** A source by its name. */
export function Source({id, most = 80}: {id: string; most?: number}) {
  const {sources} = useFile();
  return (
    <>
      <Said text={sources.get(id)?.name ?? id} most={most} />
      <Confidential source={id} />
    </>
  );
}

/** A party by its name. */
export function Party({id}: {id: string}) {
  return <Said text={useFile().parties.get(id) ?? id} most={80} />;
}

/** Who speaks in a report, leading to it in the table of reports. */
export function ReportLink({report, place}: {report: Report; place: Place}) {
  const {sources} = useFile();
  const name = sources.get(report.source)?.name ?? report.source;
  return (
    <>
      <a
        href={hrefOf({...place, part: "reports", report: report.id})}
        onClick={() => lead(`report-${report.id}`)}
      >
        <Cut text={name} most={60} />
      </a>
      <Confidential source={report.source} />
    </>
  );
}
