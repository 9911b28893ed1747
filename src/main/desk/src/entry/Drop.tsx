import {useId, useRef, useState} from "preact/hooks";
import {Refused} from "../api/api";
import {sendFile} from "../api/media";
import {Refusal} from "../parts/Refusal";
import {cut} from "../parts/Said";
import {useSettings} from "../shell/settings";
import {drafts} from "../words/drafts";
import {useWords} from "../words/words";
import {at, type Json} from "./json";
import {useForm} from "./form";
import {added} from "./ids";
import {entries} from "./lists";

/** A file that is not kept: why, and to send it again where that may help. */
interface Failed {
  file: File;
  refused: Refused;
}

/** Refusals that come again however often it is sent. */
const LASTING = new Set([400, 403, 413, 415, 422]);

/** Whether the dossier tells of this file already. */
function told(document: Json, sha256: string): boolean {
  return entries(document, "media").some((one) => at(one, ["sha256"]) === sha256);
}

/** Takes pictures that are dropped here, or chosen: each is examined, kept, and told of in the dossier. */
export function Drop() {
  const words = useWords(drafts).drop;
  const {announce} = useSettings();
  const {document, edit, setOpen} = useForm();
  const [over, setOver] = useState(false);
  const [confidential, setConfidential] = useState(false);
  const [sending, setSending] = useState<{at: number; of: number; name: string}>();
  const [failed, setFailed] = useState<Failed[]>([]);
  const now = useRef(document);
  now.current = document;
  const id = useId();

  const take = async (files: readonly File[]) => {
    const refused: Failed[] = [];
    let taken = 0;
    for (const [i, file] of files.entries()) {
      setSending({at: i, of: files.length, name: file.name});
      try {
        const sha256 = await sendFile(file, confidential);
        edit((before) => {
          now.current = told(before, sha256)
            ? before
            : added(before, "media", {kind: "photo", sha256});
          return now.current;
        });
        taken++;
      } catch (failure) {
        if (!(failure instanceof Refused)) {
          throw failure;
        }
        refused.push({file, refused: failure});
      }
    }
    setSending(undefined);
    setFailed((before) => [...before, ...refused]);
    if (taken > 0) {
      announce(words.taken(taken));
      setOpen("media", entries(now.current, "media").length - 1);
    }
  };
  const again = (one: Failed) => {
    setFailed((before) => before.filter((other) => other !== one));
    void take([one.file]);
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0 && sending === undefined) {
      void take(files);
    }
  };
  return (
    <div
      class={over ? "drop over" : "drop"}
      onDragOver={(e) => (e.preventDefault(), setOver(true))}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <label for={id}>{words.head}</label>
      <input
        id={id}
        type="file"
        multiple
        accept="image/*"
        disabled={sending !== undefined}
        onChange={(e) => {
          const files = [...(e.currentTarget.files ?? [])];
          e.currentTarget.value = "";
          void take(files);
        }}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={confidential}
          onChange={(e) => setConfidential(e.currentTarget.checked)}
        />{" "}
        {words.confidential}
      </label>
      {sending !== undefined && (
        <p role="status">
          <progress max={sending.of} value={sending.at} aria-label={words.progress} />{" "}
          {words.sending(sending.at + 1, sending.of)} <bdi>{cut(sending.name, 60)}</bdi>
        </p>
      )}
      {failed.map((one, i) => (
        <div key={i}>
          <p>
            <strong>
              <bdi>{cut(one.file.name, 80)}</bdi>
            </strong>
          </p>
          <Refusal
            refused={one.refused}
            {...(LASTING.has(one.refused.status) || sending !== undefined
              ? {}
              : {again: () => again(one)})}
          />
        </div>
      ))}
    </div>
  );
}
