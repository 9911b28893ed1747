import {useEffect, useRef, useState} from "preact/hooks";
import {evaluate, type Evaluation, type Far} from "../api/evaluations";
import {useSending} from "../api/useSending";
import {Field} from "../parts/Field";
import {Refusal} from "../parts/Refusal";
import {useCould, useSettings} from "../shell/settings";
import {evaluation as texts} from "../words/evaluation";
import {useWords} from "../words/words";
import {ChooseRuleset} from "./ChooseRuleset";
import {EvaluationResult} from "./EvaluationResult";
import {Measuring} from "./Measuring";

/** Asks how rules agree with people's grades. Nothing of it is kept but in this page. */
export function Evaluate() {
  const words = useWords(texts);
  const could = useCould("editor", "approver");
  useEffect(() => {
    document.title = `${words.title} – Bilan`;
  }, [words]);
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.what}</p>
      <p>
        <strong>{words.kept}</strong> {words.tuned}
      </p>
      {could ? <Asking /> : <p>{words.onlyWho}</p>}
    </>
  );
}

function Asking() {
  const words = useWords(texts);
  const {announce} = useSettings();
  const [file, setFile] = useState<File>();
  const [pasted, setPasted] = useState("");
  const [ruleset, setRuleset] = useState("");
  const [split, setSplit] = useState("");
  const [resamples, setResamples] = useState("");
  const [seed, setSeed] = useState("");
  const [missing, setMissing] = useState(false);
  const [refused, busy, sending] = useSending();
  const [result, setResult] = useState<Evaluation>();
  const [far, setFar] = useState<Far>();
  const ending = useRef<AbortController>(undefined);
  const takeBack = useRef<() => void>(undefined);
  const shown = useRef<HTMLDivElement>(null);
  const begin = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const at = document.activeElement;
    const over = !busy && ending.current?.signal.aborted === false;
    // It may have taken long: whoever has gone on to something else stays there.
    if (over && (at === document.body || at === begin.current)) {
      (shown.current ?? begin.current)?.focus();
    }
  }, [busy]);
  useEffect(() => () => ending.current?.abort(), []);
  const stop = () => {
    ending.current?.abort();
    begin.current?.focus();
    takeBack.current = announce(words.stopped);
  };
  const send = (event: Event) => {
    event.preventDefault();
    takeBack.current?.();
    const table = file ?? (pasted.trim() === "" ? undefined : new Blob([pasted]));
    setMissing(table === undefined);
    if (table === undefined) {
      return;
    }
    sending(async () => {
      const going = new AbortController();
      ending.current = going;
      setFar(undefined);
      setResult(undefined);
      const fields = split.split(",").map((field) => field.trim());
      const asked = {ruleset, split: fields.filter(Boolean).join(","), resamples, seed};
      try {
        setResult(await evaluate(table, asked, going.signal, setFar));
        takeBack.current = announce(words.done);
      } catch (failure) {
        if (!going.signal.aborted) {
          throw failure;
        }
      }
    });
  };
  return (
    <>
      <form class="stack narrow screen" onSubmit={send}>
        <Field
          label={words.file}
          help={words.fileHelp}
          wrong={missing ? [words.noGrades] : undefined}
        >
          {(tied) => (
            <input
              {...tied}
              type="file"
              accept=".csv,text/csv"
              onChange={(e) => setFile(e.currentTarget.files?.[0])}
            />
          )}
        </Field>
        <Field label={words.pasted} help={words.pastedHelp}>
          {(tied) => (
            <textarea
              {...tied}
              rows={5}
              disabled={file !== undefined}
              placeholder="id,grade,claim"
              value={pasted}
              onInput={(e) => setPasted(e.currentTarget.value)}
            />
          )}
        </Field>
        <ChooseRuleset value={ruleset} change={setRuleset} />
        <Field label={words.split} help={words.splitHelp}>
          {(tied) => (
            <input {...tied} value={split} onInput={(e) => setSplit(e.currentTarget.value)} />
          )}
        </Field>
        <div class="row filters">
          <Field label={words.resamples} help={words.resamplesHelp}>
            {(tied) => (
              <input
                {...tied}
                type="number"
                min={39}
                max={10_000}
                value={resamples}
                onInput={(e) => setResamples(e.currentTarget.value)}
              />
            )}
          </Field>
          <Field label={words.seed}>
            {(tied) => (
              <input
                {...tied}
                type="number"
                min={0}
                max={999_999_999}
                value={seed}
                onInput={(e) => setSeed(e.currentTarget.value)}
              />
            )}
          </Field>
        </div>
        {refused !== undefined && <Refusal refused={refused} />}
        <p>
          <button ref={begin} type="submit" class="primary" aria-disabled={busy}>
            {words.go}
          </button>
        </p>
      </form>
      {/* Only the stage is spoken as it changes: numbers would never end. */}
      <p role="status" class="unseen">
        {busy && words.stages[far?.stage ?? "waiting"]}
      </p>
      {busy && <Measuring far={far} stop={stop} />}
      {result !== undefined && (
        <div ref={shown} tabIndex={-1}>
          <EvaluationResult evaluation={result} />
        </div>
      )}
    </>
  );
}
