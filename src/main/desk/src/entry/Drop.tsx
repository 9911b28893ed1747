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

/** A file to be sent, and how it was given: what is ticked later is for later files. */
interface Given {
  file: File;
  confidential: boolean;
}

/** A file that is not kept: why, and to send it again where that may help. */
interface Failed extends Given {
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
  /** Those that the service had before, and keeps otherwise than they were given now. */
  const [otherwise, setOtherwise] = useState<Given[]>([]);
  const queue = useRef<Given[]>([]);
  const now = useRef(document);
  now.current = document;
  const id = useId();

  const send = async (one: Given) => {
    const {sha256, confidential: hidden} = await sendFile(one.file, one.confidential);
    edit((before) => {
      now.current = told(before, sha256) ? before : added(before, "media", {kind: "photo", sha256});
      return now.current;
    });
    if (hidden !== one.confidential) {
      setOtherwise((before) => [...before, one]);
    }
  };
  const take = async (given: readonly Given[]) => {
    const all = queue.current;
    const sent = all.length;
    all.push(...given);
    setSending((before) => before && {...before, of: all.length});
    if (sent > 0 || given.length === 0) {
      // They are sent after those before them.
      return;
    }
    let taken = 0;
    try {
      for (let i = 0; i < all.length; i++) {
        const one = all[i]!;
        setSending({at: i, of: all.length, name: one.file.name});
        try {
          await send(one);
          taken++;
        } catch (failure) {
          if (!(failure instanceof Refused)) {
            throw failure;
          }
          setFailed((before) => [...before, {...one, refused: failure}]);
        }
      }
    } finally {
      queue.current = [];
      setSending(undefined);
    }
    if (taken > 0) {
      announce(words.taken(taken));
      setOpen("media", entries(now.current, "media").length - 1);
    }
  };
  const again = (one: Failed) => {
    setFailed((before) => before.filter((other) => other !== one));
    void take([one]);
  };
  const give = (files: Iterable<File>) =>
    void take([...files].map((file) => ({file, confidential})));
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    give(event.dataTransfer?.files ?? []);
  };
  return (
    <div
      class={over ? "drop over" : "drop"}
      onDragOver={(e) => (e.preventDefault(), setOver(true))}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      {/* Before what sends: whoever chooses a file has sent it. */}
      <label class="tick">
        <input
          type="checkbox"
          checked={confidential}
          onChange={(e) => setConfidential(e.currentTarget.checked)}
        />{" "}
        {words.confidential}
      </label>
      <label for={id}>{words.head}</label>
      <input
        id={id}
        type="file"
        multiple
        accept="image/*"
        onChange={(e) => {
          give(e.currentTarget.files ?? []);
          e.currentTarget.value = "";
        }}
      />
      {sending !== undefined && (
        <p role="status">
          <progress max={sending.of} value={sending.at} aria-label={words.progress} />{" "}
          {words.sending(sending.at + 1, sending.of)} <bdi>{cut(sending.name, 60)}</bdi>
        </p>
      )}
      {otherwise.map((one, i) => (
        <p key={i} class="refused" role="alert">
          <strong>
            <bdi>{cut(one.file.name, 80)}</bdi>
          </strong>{" "}
          {one.confidential ? words.isOpen : words.isHidden}
        </p>
      ))}
      {failed.map((one, i) => (
        <div key={i}>
          <p>
            <strong>
              <bdi>{cut(one.file.name, 80)}</bdi>
            </strong>
          </p>
          <Refusal
            refused={one.refused}
            {...(LASTING.has(one.refused.status) ? {} : {again: () => again(one)})}
          />
        </div>
      ))}
    </div>
  );
}
