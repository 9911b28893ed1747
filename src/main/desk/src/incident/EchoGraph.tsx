import {curveBasis, line} from "d3-shape";
import {useMemo} from "preact/hooks";
import {cut} from "../parts/Said";
import {incident} from "../words/incident";
import {reasons} from "../words/reasons";
import {terms} from "../words/terms";
import {useWords} from "../words/words";
import {AGAINST, BOX, drawn, type Counted} from "./echoes";
import {useFile, useNames} from "./file";

const path = line<{x: number; y: number}>(
  (point) => point.x,
  (point) => point.y,
).curve(curveBasis);

/** Who echoes whom, drawn; the list beside it says the same. */
export function EchoGraph(props: {
  claim: string;
  origins: readonly Counted[];
  against: readonly string[];
  reports: ReadonlySet<string>;
}) {
  const {claim, origins, against, reports} = props;
  const words = useWords(reasons).origins;
  const stances = useWords(terms).stance;
  const {confidential} = useWords(incident);
  const file = useFile();
  const names = useNames();
  const graph = useMemo(
    () => drawn(file, origins, against, reports),
    [file, origins, against, reports],
  );
  const says = (id: string) => {
    const report = file.reports.get(id);
    const stance = report?.stances?.find((one) => one.claim === claim)?.stance;
    const closed = (source: string | undefined) =>
      file.sources.get(source ?? "")?.confidential === true ? [confidential] : [];
    // What is secret comes first: only what is last is cut off.
    const told = [...closed(report?.source), ...(stance === undefined ? [] : [stances[stance]])];
    const via =
      report?.via === undefined
        ? []
        : ["←", ...closed(report.via).map((mark) => `(${mark})`), names.source(report.via)];
    return {stance, text: [told.join(", "), ...via].join(" ")};
  };
  return (
    <div class="wide" tabIndex={0} role="group" aria-label={words.plot}>
      <svg
        class="echoes"
        role="img"
        aria-label={words.plot}
        width={graph.width}
        height={graph.height}
        viewBox={`0 0 ${graph.width} ${graph.height}`}
      >
        <defs>
          <marker
            id="arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0,0L8,4L0,8z" />
          </marker>
        </defs>
        {graph.lines.map(({points, echo}) => (
          <path
            class={echo ? "line echo" : "line"}
            d={path(points) ?? ""}
            marker-end={echo ? "url(#arrow)" : undefined}
          />
        ))}
        {graph.boxes.map((box) => {
          if (box.origin !== undefined) {
            const counts = origins[box.origin - 1]!.counts.length > 0;
            return (
              <g
                class={counts ? "origin counts" : "origin"}
                transform={`translate(${box.x},${box.y})`}
              >
                <rect x="-48" y="-18" width="96" height="36" rx="18" />
                <text text-anchor="middle" dy="0.35em">
                  {counts ? "✓ " : "○ "}
                  {words.origin(String(box.origin))}
                </text>
              </g>
            );
          }
          if (box.id === AGAINST) {
            return (
              <g class="origin against" transform={`translate(${box.x},${box.y})`}>
                <rect x="-48" y="-18" width="96" height="36" rx="18" />
                <text text-anchor="middle" dy="0.35em">
                  ✗ {words.againstIt}
                </text>
              </g>
            );
          }
          const {stance, text} = says(box.report!);
          return (
            <g class={`report ${stance ?? ""}`} transform={`translate(${box.x},${box.y})`}>
              <rect
                x={-BOX.width / 2}
                y={-BOX.height / 2}
                width={BOX.width}
                height={BOX.height}
                rx="4"
              />
              <text text-anchor="middle" y="-4">
                {cut(names.report(box.report!), 25)}
              </text>
              <text class="under" text-anchor="middle" y="13">
                {cut(text, 30)}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
