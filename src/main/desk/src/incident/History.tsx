import {useState} from "preact/hooks";
import {path} from "../api/api";
import type {HistoryEntry} from "../api/assessments";
import type {Page} from "../api/pages";
import {useAnswer} from "../api/useAnswer";
import {GradeBadge} from "../parts/GradeBadge";
import {Loading} from "../parts/Loading";
import {Refusal} from "../parts/Refusal";
import {records} from "../words/records";
import {useFormat} from "../words/format";
import {useWords} from "../words/words";
import {CompareEntries, CompareMoments} from "./Compare";
import {useFew} from "./Few";
import {useNames} from "./file";
import {lead, type Place} from "./place";
import {Wide} from "../parts/Wide";

/** Entries on a page: an assessment is long. */
const SIZE = 10;
/** Claims of which the grade is told in a row at first. */
const GRADES = 8;

function Row({entry}: {entry: HistoryEntry}) {
  const {moment, number} = useFormat();
  const names = useNames();
  const [shown, more] = useFew(entry.assessment.claims, GRADES);
  return (
    <tr>
      <th scope="row">{moment(entry.storedAt)}</th>
      <td class="number">{number(entry.version)}</td>
      <td>
        <code>{entry.ruleset.slice(0, 8)}</code>
      </td>
      <td>
        <ul class="plain">
          {shown.map((claim) => (
            <li>
              <GradeBadge grade={claim.grade} /> {number(claim.score)}{" "}
              <bdi class="muted">{names.claim(claim.claim)}</bdi>
            </li>
          ))}
          {more !== null && <li>{more}</li>}
        </ul>
      </td>
    </tr>
  );
}

/** How the dossier stood before, and what differs between any two times. */
export function History({place}: {place: Place}) {
  const words = useWords(records).history;
  const {number} = useFormat();
  const [page, setPage] = useState(0);
  const turn = (to: number) => {
    setPage(to);
    // The button that was pressed may be one that leads no further.
    lead("part-history");
  };
  const history = useAnswer<Page<HistoryEntry>>(
    path(`/dossiers/${encodeURIComponent(place.id)}/assessments`, {page, size: SIZE}),
    "lasting",
  );
  if (history.refused !== undefined) {
    return <Refusal refused={history.refused} again={history.again} />;
  }
  if (history.value === undefined) {
    return <Loading />;
  }
  const {items, total} = history.value;
  const pages = Math.max(1, Math.ceil(total / SIZE));
  return (
    <>
      <p class="muted">{words.lead}</p>
      <Wide>
        <table>
          <caption class="unseen">{words.table}</caption>
          <thead>
            <tr>
              <th scope="col">{words.made}</th>
              <th scope="col" class="number">
                {words.version}
              </th>
              <th scope="col">{words.rules}</th>
              <th scope="col">{words.grades}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((entry) => (
              <Row entry={entry} />
            ))}
          </tbody>
        </table>
      </Wide>
      {pages > 1 && (
        <p class="row screen">
          <button disabled={page === 0} onClick={() => turn(page - 1)}>
            {words.newer}
          </button>
          {words.page(number(page + 1), number(pages))}
          <button disabled={page + 1 >= pages} onClick={() => turn(page + 1)}>
            {words.older}
          </button>
        </p>
      )}
      <h3>{words.compare}</h3>
      {total < 2 ? (
        <p>{words.once}</p>
      ) : (
        <>
          {pages > 1 && <p class="muted">{words.compareAcross}</p>}
          <CompareEntries id={place.id} entries={items} />
        </>
      )}
      <h3>{words.moments}</h3>
      <CompareMoments id={place.id} />
    </>
  );
}
