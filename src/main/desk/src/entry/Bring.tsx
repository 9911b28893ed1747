import {useState} from "preact/hooks";
import {addDraft} from "../api/drafts";
import {useSending} from "../api/useSending";
import {Field} from "../parts/Field";
import {Refusal} from "../parts/Refusal";
import {address} from "../shell/route";
import {drafts} from "../words/drafts";
import {useWords} from "../words/words";

/** Opens a dossier that somebody has as JSON, as a draft. */
export function Bring() {
  const words = useWords(drafts).bring;
  const [text, setText] = useState("");
  const [over, setOver] = useState(false);
  const [refused, busy, sending] = useSending();
  const open = (content: Blob) =>
    sending(async (arrive) => {
      // As it stands: read and written once more, it might not be the same.
      const {body} = await addDraft(new Blob([content], {type: "application/json"}));
      arrive(address(["entry", String(body.id)]), words.opened);
    });
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) {
      open(file);
    }
  };
  return (
    <details
      class="bring"
      onDragOver={(e) => (e.preventDefault(), setOver(true))}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <summary>{words.head}</summary>
      <div class={over ? "drop over" : "drop"}>
        <Field label={words.paste} help={words.help}>
          {(tied) => (
            <textarea
              {...tied}
              rows={6}
              spellcheck={false}
              value={text}
              onInput={(e) => setText(e.currentTarget.value)}
            />
          )}
        </Field>
        <p class="row">
          <button
            type="button"
            aria-disabled={busy}
            disabled={text.trim() === ""}
            onClick={() => open(new Blob([text]))}
          >
            {words.open}
          </button>
          <label>
            {words.file}{" "}
            <input
              type="file"
              accept=".json,application/json"
              aria-disabled={busy}
              onChange={(e) => {
                const file = e.currentTarget.files?.[0];
                e.currentTarget.value = "";
                if (file !== undefined) {
                  open(file);
                }
              }}
            />
          </label>
        </p>
        {refused !== undefined && <Refusal refused={refused} />}
      </div>
    </details>
  );
}
