import type {Timeline, TimelinePoint} from "../api/assessments";
import {GradeBadge} from "../parts/GradeBadge";
import {records} from "../words/records";
import {useFormat} from "../words/format";
import {useWords} from "../words/words";
import {Changes} from "./Changes";
import {useFew} from "./Few";
import {useFile, useNames} from "./file";
import type {Place} from "./place";
import {ReportLink} from "./Who";
import {Wide} from "../parts/Wide";

/** Claims at first: a table of a thousand columns is wide. */
const COLUMNS = 20;

/** Claims that stand beside each other on paper; more stand below each other. */
const ON_PAPER = 6;

function Came({point, timeline, place}: {point: TimelinePoint; timeline: Timeline; place: Place}) {
  const words = useWords(records).timeline;
  const {number} = useFormat();
  const file = useFile();
  const undated = new Set(timeline.undated.reports);
  const reports = point.came.reports.flatMap((id) => file.reports.get(id) ?? []);
  const [shown, more] = useFew(reports, 6);
  return (
    <>
      <ul class="plain">
        {shown.map((report) => (
          <li>
            <ReportLink report={report} place={place} />
            {undated.has(report.id) && <small class="muted"> ({words.undated})</small>}
          </li>
        ))}
        {point.came.media.length > 0 && (
          <li>{words.media(number(point.came.media.length), point.came.media.length > 1)}</li>
        )}
      </ul>
      {more}
    </>
  );
}

function Standing(props: {point: TimelinePoint; before: TimelinePoint | undefined; claim: string}) {
  const words = useWords(records).timeline;
  const {number} = useFormat();
  const now = props.point.claims.find((one) => one.claim === props.claim);
  const then = props.before?.claims.find((one) => one.claim === props.claim);
  if (now === undefined) {
    return <span class="muted">{words.notYet}</span>;
  }
  const moved = then === undefined ? 0 : Math.sign(now.evidence - then.evidence);
  return (
    <>
      {number(now.score)}{" "}
      {moved !== 0 && (
        <span role="img" aria-label={moved > 0 ? words.up : words.down}>
          {moved > 0 ? "▲" : "▼"}
        </span>
      )}
      <br />
      <GradeBadge grade={now.grade} />
      {then !== undefined && then.grade !== now.grade && (
        <span class="unseen"> ({words.regraded})</span>
      )}
    </>
  );
}

/** The timeline in numbers, point by point, with what changed. */
export function TimelineTable(props: {timeline: Timeline; claims: string[]; place: Place}) {
  const {timeline, claims, place} = props;
  const words = useWords(records).timeline;
  const names = useNames();
  const {day, moment} = useFormat();
  const {points} = timeline;
  const upTo = ({asOf}: TimelinePoint) => (/T23:59:59/.test(asOf) ? day(asOf) : moment(asOf));
  const [shown, more] = useFew(points, 15);
  const [columns, moreColumns] = useFew(claims, COLUMNS);
  return (
    <>
      <Wide>
        <table class={columns.length > ON_PAPER ? "stacked" : undefined}>
          <caption>{words.table}</caption>
          <thead>
            <tr>
              <th scope="col">{words.when}</th>
              <th scope="col">{words.came}</th>
              {columns.map((claim) => (
                <th scope="col">
                  <bdi>{names.claim(claim)}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((point, i) => (
              <tr>
                <th scope="row">{upTo(point)}</th>
                <td>
                  <Came point={point} timeline={timeline} place={place} />
                </td>
                {columns.map((claim) => (
                  <td data-of={names.claim(claim)}>
                    <Standing point={point} before={points[i - 1]} claim={claim} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {more}
      {moreColumns !== null && (
        <p>
          {words.columns} {moreColumns}
        </p>
      )}
      <h3>{words.changes}</h3>
      {shown.slice(1).map((point) => (
        <details open={place.all}>
          <summary>{upTo(point)}</summary>
          {point.changes === undefined ? (
            <p>{words.nothingChanged}</p>
          ) : (
            <Changes claims={point.changes} />
          )}
        </details>
      ))}
    </>
  );
}
