import {useRef, useState} from "preact/hooks";
import {ask, path} from "../api/api";
import type {Ruleset} from "../api/rulesets";
import {useSending} from "../api/useSending";
import {Field} from "../parts/Field";
import {Refusal} from "../parts/Refusal";
import {address} from "../shell/route";
import {rulesets} from "../words/rulesets";
import {trial} from "../words/trial";
import {useWords} from "../words/words";
import {ReasonField} from "./ReasonField";

/** By how a file's name ends: browsers do not agree on the types of spreadsheets. */
const TYPES: Record<string, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
  zip: "application/zip",
};

function ending(file: File | undefined): string {
  return file?.name.toLowerCase().split(".").at(-1) ?? "";
}

/** Makes a draft of an edited sheet, or of a rules folder. */
export function Upload({inForce}: {inForce: string}) {
  const words = useWords(rulesets);
  const more = useWords(trial);
  const chosen = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const [why, setWhy] = useState("");
  const [base, setBase] = useState(inForce.slice(0, 8));
  const [refused, busy, sending] = useSending();
  const zip = ending(file) === "zip";
  const send = (event: Event) => {
    event.preventDefault();
    const type = TYPES[ending(file)];
    if (file === undefined || type === undefined) {
      chosen.current?.focus();
      return;
    }
    sending(async (arrive) => {
      const {body} = await ask<Ruleset>(
        path("/rulesets", {why: why.trim(), base: zip ? base.trim() : undefined}),
        {method: "POST", body: file, headers: {"Content-Type": type}},
      );
      arrive(address(["tuning", "rulesets", String(body.id)]), more.kept(body.id));
    });
  };
  const known = file === undefined || TYPES[ending(file)] !== undefined;
  return (
    <section class="screen">
      <h2>{words.upload}</h2>
      <p>{words.uploadWhat}</p>
      <form class="stack narrow" onSubmit={send}>
        <Field
          label={words.file}
          help={words.fileHelp}
          wrong={known ? undefined : [words.fileHelp]}
        >
          {(tied) => (
            <input
              {...tied}
              ref={chosen}
              type="file"
              accept=".xlsx,.csv,.zip"
              required
              onChange={(e) => setFile(e.currentTarget.files?.[0])}
            />
          )}
        </Field>
        {zip && (
          <Field label={words.madeFrom}>
            {(tied) => (
              <input {...tied} value={base} onInput={(e) => setBase(e.currentTarget.value)} />
            )}
          </Field>
        )}
        <ReasonField why={why} set={setWhy} />
        {refused !== undefined && <Refusal refused={refused} />}
        <p>
          <button type="submit" aria-disabled={busy}>
            {words.uploadGo}
          </button>
        </p>
      </form>
    </section>
  );
}
