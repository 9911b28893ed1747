import {useId} from "preact/hooks";
import type {Far} from "../api/evaluations";
import {useFormat} from "../words/format";
import {evaluation as texts} from "../words/evaluation";
import {useWords} from "../words/words";

/** How far an evaluation is; undefined: it is not its turn yet. */
export function Measuring({far, stop}: {far: Far | undefined; stop: () => void}) {
  const words = useWords(texts);
  const {number} = useFormat();
  const id = useId();
  return (
    <section class="progress screen">
      <p id={id}>
        <strong>{words.stages[far?.stage ?? "waiting"]}</strong>
        {far !== undefined && (
          <span class="muted"> · {words.stageOf[far.stage](number(far.done), number(far.of))}</span>
        )}
      </p>
      {far === undefined ? (
        <progress aria-labelledby={id} />
      ) : (
        <progress aria-labelledby={id} max={Math.max(1, far.of)} value={far.done} />
      )}
      <p>
        <button type="button" onClick={stop}>
          {words.stop}
        </button>
      </p>
    </section>
  );
}
