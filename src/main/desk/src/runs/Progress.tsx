import {useEffect, useId, useRef, useState} from "preact/hooks";
import {ask} from "../api/api";
import {ENDED, type Rescoring} from "../api/rescorings";
import {useSending} from "../api/useSending";
import {Dialog} from "../parts/Dialog";
import {isLost} from "../parts/keyboard";
import {Refusal} from "../parts/Refusal";
import {useSettings} from "../shell/settings";
import {useFormat} from "../words/format";
import {runs} from "../words/runs";
import {shell} from "../words/shell";
import {useWords} from "../words/words";

type Step = "pause" | "resume" | "cancel";

/** Which steps a run in this state can take. */
function steps({state}: Rescoring): Step[] {
  switch (state) {
    case "running":
      return ["pause", "cancel"];
    case "paused":
    case "failed":
      return ["resume", "cancel"];
    default:
      return [];
  }
}

/** How far a run is, and what stops it or lets it go on. */
export function Progress(props: {
  run: Rescoring;
  live: boolean;
  look: () => void;
  took: (now: Rescoring) => void;
  /** Takes the keyboard when what it was at is gone. */
  leave: () => void;
}) {
  const {run, live, look, took, leave} = props;
  const words = useWords(runs);
  const {cancel} = useWords(shell);
  const {may, announce} = useSettings();
  const {number} = useFormat();
  const id = useId();
  const [sure, setSure] = useState(false);
  const [refused, busy, sending] = useSending();
  const ended = ENDED.includes(run.state);
  const takeBack = useRef<() => void>(undefined);
  const wasThere = useRef(false);
  useEffect(() => {
    if (ended && !sure && wasThere.current && isLost()) {
      leave();
    }
  }, [ended, sure]);
  const take = (step: Step) =>
    sending(async () => {
      takeBack.current?.();
      try {
        const {body} = await ask<Rescoring>(`/rescorings/${run.id}/${step}`, {method: "POST"});
        took(body);
        takeBack.current = announce(words.did[step]);
      } catch (failure) {
        look();
        throw failure;
      } finally {
        setSure(false);
      }
    });
  const left = run.secondsLeft === undefined ? undefined : words.left(time(words, run.secondsLeft));
  return (
    <section class="progress">
      <p id={id}>
        <strong>{words.progressOf(run.dossiers, run.total, number)}</strong>
        {[
          run.rate === undefined ? undefined : words.rate(number(run.rate)),
          run.state === "running" ? left : undefined,
          run.dryRun ? undefined : words.appended(number(run.appended)),
          run.failed === 0 ? undefined : words.failedCount(number(run.failed)),
        ]
          .filter((part) => part !== undefined)
          .map((part) => (
            <span class="muted"> · {part}</span>
          ))}
      </p>
      <progress aria-labelledby={id} max={Math.max(1, run.total)} value={run.dossiers} />
      {!ended && (
        <p class="muted">
          <small>{live ? words.live : words.asked}</small>
        </p>
      )}
      {refused !== undefined && <Refusal refused={refused} />}
      {may("operator", "editor", "approver") && (
        <div class="row screen" onFocusIn={() => (wasThere.current = true)}>
          {steps(run).map((step) => (
            <button
              aria-disabled={busy}
              onClick={() => (step === "cancel" ? setSure(true) : take(step))}
            >
              {words.acts[step]}
            </button>
          ))}
        </div>
      )}
      {sure && (
        <Dialog title={words.acts.cancel} close={() => setSure(false)} busy={busy}>
          <p>{words.cancelAsk}</p>
          <div class="row">
            <button class="primary" aria-disabled={busy} onClick={() => take("cancel")}>
              {words.acts.cancel}
            </button>
            <button aria-disabled={busy} onClick={() => setSure(false)}>
              {cancel}
            </button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

function time(words: typeof runs.en, seconds: number): string {
  return seconds < 90
    ? words.seconds(seconds)
    : seconds < 5_400
      ? words.minutes(Math.round(seconds / 60))
      : words.hours(Math.round(seconds / 3_600));
}
