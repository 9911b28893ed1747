import {incident} from "../words/incident";
import {reasons} from "../words/reasons";
import {shell} from "../words/shell";
import {terms} from "../words/terms";
import {useWords} from "../words/words";
import {useFew} from "./Few";
import {useFile, useNames} from "./file";
import {hrefOf, lead, type Place} from "./place";
import {ReportLink, Source} from "./Who";

/** What a finding rests on: reports with what they say of the claim, pictures, other claims. */
export function Facts({ids, claim, place}: {ids: string[]; claim: string; place: Place}) {
  const words = useWords(reasons);
  const file = useFile();
  const [shown, more] = useFew(
    ids.filter((id) => id !== claim),
    5,
  );
  if (shown.length === 0) {
    return null;
  }
  return (
    <ul class="restson" aria-label={words.restsOn}>
      {shown.map((id) => (
        <li>
          {file.reports.has(id) ? (
            <ReportFact id={id} claim={claim} place={place} />
          ) : (
            <Other id={id} place={place} />
          )}
        </li>
      ))}
      {more !== null && <li>{more}</li>}
    </ul>
  );
}

function ReportFact({id, claim, place}: {id: string; claim: string; place: Place}) {
  const file = useFile();
  const names = useWords(terms);
  const words = useWords(incident);
  const {colon} = useWords(shell);
  const report = file.reports.get(id)!;
  const stance = report.stances?.find((one) => one.claim === claim);
  return (
    <>
      <ReportLink report={report} place={place} />
      {report.via !== undefined && (
        <>
          {" "}
          {words.via("")}
          <Source id={report.via} most={40} />
        </>
      )}
      {stance !== undefined && (
        <span class="muted">
          {colon} {names.stance[stance.stance]}
          {stance.basis !== undefined && `, ${words.grounds(names.basis[stance.basis])}`}
        </span>
      )}
    </>
  );
}

function Other({id, place}: {id: string; place: Place}) {
  const file = useFile();
  const names = useNames();
  const words = useWords(reasons);
  if (file.media.has(id)) {
    return (
      <a
        href={hrefOf({...place, part: "pictures", report: undefined})}
        onClick={() => lead("part-pictures")}
      >
        {words.picture(id)}
      </a>
    );
  }
  return file.claims.has(id) ? <bdi>{words.claim(names.claim(id))}</bdi> : <code>{id}</code>;
}
