import {max} from "d3-array";
import {scaleBand, scaleLinear} from "d3-scale";
import {useFormat} from "../words/format";
import {shell} from "../words/shell";
import {useWords} from "../words/words";
import {Axis} from "./Axis";
import {useWidth} from "./useWidth";

export interface Series {
  name: string;
  /** Its look: was, is or came. */
  look: "was" | "is" | "came";
  values: readonly number[];
}

const HEIGHT = 220;
const LEFT = 52;
const TOP = 10;
const BELOW = 28;

/** About how wide a letter of an axis is, in pixels. */
const LETTER = 6.5;

/**
 * Counts in bins as columns, of several series side by side. Whoever shows it shows the same numbers as a table.
 *
 * @param bins what each bin is called, as short as it can be
 */
export function Columns(props: {title: string; bins: readonly string[]; series: Series[]}) {
  const {colon} = useWords(shell);
  const {number} = useFormat();
  const [ref, width] = useWidth<HTMLElement>();
  const {title, bins, series} = props;
  const most = max(series, ({values}) => max(values)) ?? 0;
  const x = scaleBand(bins.map(String), [LEFT, width - 8]).paddingInner(0.15);
  const within = scaleBand(
    series.map(({look}) => look),
    [0, x.bandwidth()],
  );
  const y = scaleLinear([0, Math.max(1, most)], [HEIGHT, TOP]).nice(4);
  const letters = max(bins, ({length}) => length) ?? 0;
  const every = Math.ceil((bins.length * (letters * LETTER + 10)) / Math.max(1, width - LEFT));
  return (
    <figure ref={ref} class="plot">
      <figcaption>
        {title}
        {series.length > 1 &&
          series.map(({look, name}) => (
            <span class="key">
              <svg width="12" height="12" aria-hidden="true">
                <rect class={look} x="1" y="1" width="10" height="10" />
              </svg>{" "}
              {name}
            </span>
          ))}
      </figcaption>
      <svg
        width={width}
        height={HEIGHT + BELOW}
        viewBox={`0 0 ${width} ${HEIGHT + BELOW}`}
        role="img"
        aria-label={title}
      >
        {series.map(({look, name, values}) =>
          values.map((value, i) => (
            <rect
              class={look}
              x={(x(bins[i]!) ?? 0) + (within(look) ?? 0)}
              width={within.bandwidth()}
              y={y(value)}
              height={HEIGHT - y(value)}
            >
              <title>{`${bins[i]}${colon} ${name} ${number(value)}`}</title>
            </rect>
          )),
        )}
        <Axis
          side="left"
          from={TOP}
          to={HEIGHT}
          across={LEFT}
          ticks={y
            .ticks(4)
            .filter(Number.isInteger)
            .map((at) => ({at: y(at), text: number(at)}))}
        />
        <Axis
          side="bottom"
          from={LEFT}
          to={width - 8}
          across={HEIGHT}
          ticks={bins
            .map((text, i) => ({at: (x(bins[i]!) ?? 0) + x.bandwidth() / 2, text}))
            .filter((_, i) => i % every === 0)}
        />
      </svg>
    </figure>
  );
}
