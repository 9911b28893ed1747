import {cut} from "../parts/Said";
import {useWidth} from "../plots/useWidth";
import {reasons} from "../words/reasons";
import {useFormat} from "../words/format";
import {terms} from "../words/terms";
import {useWords} from "../words/words";
import {arcsOf, type Arc, type Clash} from "./clashes";
import {useFile, useNames} from "./file";

/** Of a claim with its name and one line below it, in pixels; and of each more line. */
const ROW = 52;
const LINE = 15;
/** About as wide as a letter is, in pixels: of names, and of what is smaller. */
const WIDE = 9.2;
const LETTER = 7;

/** Claims below each other, and arcs between those that contradict each other. */
export function ArcPlot({shown, clashes}: {shown: readonly string[]; clashes: readonly Clash[]}) {
  const words = useWords(reasons).contradictions;
  const terminology = useWords(terms);
  const names = useNames();
  const {number, signed} = useFormat();
  const file = useFile();
  const [ref, width] = useWidth<HTMLDivElement>();
  const arcs = arcsOf(clashes, shown);
  const text = Math.min(380, Math.round(width * 0.55));
  const room = width - text - 16;
  const spoken = (claim: string, stance: string) =>
    new Set(
      (file.stances.get(claim) ?? [])
        .filter((one) => one.stance.stance === stance)
        .map((one) => one.report.source),
    ).size;
  const label = (arc: Arc, letters: number) => {
    const whole = `${arc.on.map((one) => terminology.proposition[one]).join(", ")} ${signed(arc.weight)}`;
    return whole.length <= letters ? whole : signed(arc.weight);
  };
  /** In as many lines as it takes. */
  const under = (claim: string) => {
    const denied = spoken(claim, "denies");
    const doubted = spoken(claim, "doubts");
    return [
      terminology.grade[file.judged.get(claim)!.grade],
      ...(denied > 0 ? [words.denied(number(denied))] : []),
      ...(doubted > 0 ? [words.doubted(number(doubted))] : []),
    ].reduce<string[]>((lines, part) => {
      const joined = `${lines.at(-1)} · ${part}`;
      return lines.length > 0 && joined.length <= text / LETTER
        ? [...lines.slice(0, -1), joined]
        : [...lines, part];
    }, []);
  };
  const unders = shown.map(under);
  const high = ROW + (Math.max(1, ...unders.map((lines) => lines.length)) - 1) * LINE;
  const y = (row: number) => row * high + ROW / 2;
  return (
    <div ref={ref} class="plot">
      <svg
        role="img"
        aria-label={words.plot}
        width={width}
        height={shown.length * high}
        viewBox={`0 0 ${width} ${shown.length * high}`}
      >
        {arcs.map((arc) => {
          const [a, b] = [y(arc.from), y(arc.to)];
          const bend = Math.min(room * 0.62, 30 + (arc.to - arc.from) * 34);
          return (
            <path
              class={arc.weight < 0 ? "arc" : "arc noted"}
              d={`M${text + 10},${a}C${text + 10 + bend * 1.33},${a} ${text + 10 + bend * 1.33},${b} ${text + 10},${b}`}
              stroke-width={1.5 + Math.min(6, -arc.weight * 0.7)}
            />
          );
        })}
        {arcs.map((arc) => {
          const bend = Math.min(room * 0.62, 30 + (arc.to - arc.from) * 34);
          return (
            <text
              class="arclabel"
              x={text + 14 + bend}
              y={(y(arc.from) + y(arc.to)) / 2}
              dy="0.32em"
            >
              {label(arc, Math.floor((room - bend) / LETTER))}
            </text>
          );
        })}
        {shown.map((claim, row) => (
          <g transform={`translate(0,${y(row)})`}>
            <circle class="dot" cx={text + 6} r="5" />
            <text class="title" x={text - 6} text-anchor="end" y="-3">
              {cut(names.claim(claim), Math.floor(text / WIDE))}
            </text>
            {unders[row]!.map((line, i) => (
              <text class="under" x={text - 6} text-anchor="end" y={14 + i * LINE}>
                {line}
              </text>
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}
