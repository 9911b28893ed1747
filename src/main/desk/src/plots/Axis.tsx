/** Ticks of an axis: where they stand, and what they say. */
export interface Tick {
  at: number;
  text: string;
}

/** An axis below a plot, or at its left, drawn as SVG from ticks that a d3 scale gives. */
export function Axis(props: {
  side: "bottom" | "left";
  from: number;
  to: number;
  across: number;
  ticks: readonly Tick[];
}) {
  const {side, from, to, across, ticks} = props;
  const bottom = side === "bottom";
  return (
    <g class="axis" aria-hidden="true">
      <line
        {...(bottom
          ? {x1: from, x2: to, y1: across, y2: across}
          : {x1: across, x2: across, y1: from, y2: to})}
      />
      {ticks.map((tick) => (
        <g
          transform={bottom ? `translate(${tick.at},${across})` : `translate(${across},${tick.at})`}
        >
          <line {...(bottom ? {y2: 5} : {x2: -5})} />
          <text
            {...(bottom
              ? {y: 18, "text-anchor": "middle"}
              : {x: -8, dy: "0.32em", "text-anchor": "end"})}
          >
            {tick.text}
          </text>
        </g>
      ))}
    </g>
  );
}
