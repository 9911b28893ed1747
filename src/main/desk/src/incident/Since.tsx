import type {OverrideEntry} from "../api/overrides";
import {GradeBadge} from "../parts/GradeBadge";
import {Said} from "../parts/Said";
import {useFormat} from "../words/format";
import {incident} from "../words/incident";
import {useWords} from "../words/words";

/** What others said of a claim's grade while one was about to: read before one's own takes its place. */
export function Since({entries}: {entries: readonly OverrideEntry[]}) {
  const words = useWords(incident).grading;
  const {moment} = useFormat();
  return entries.length === 0 ? null : (
    <div role="alert">
      <p>
        <strong>{words.since}</strong>
      </p>
      <ul>
        {entries.map((entry) => (
          <li key={entry.number}>
            {entry.grade === undefined ? words.didWithdraw : <GradeBadge grade={entry.grade} />}
            {" · "}
            <bdi>{entry.by}</bdi>
            {" · "}
            {moment(entry.at)}
            <br />
            <Said text={entry.reason} quoted />
          </li>
        ))}
      </ul>
    </div>
  );
}
