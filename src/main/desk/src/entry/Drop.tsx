import {useId, useRef, useState} from "preact/hooks";
import {Refusal} from "../parts/Refusal";
import {cut} from "../parts/Said";
import {useSettings} from "../shell/settings";
import {drafts} from "../words/drafts";
import {useWords} from "../words/words";
import {mayHelp, type Failed, type Sent} from "./files";
import {useForm} from "./form";

/** Takes pictures that are dropped here, or chosen: each is examined, kept, and told of in the dossier. */
export function Drop() {
  const words = useWords(drafts).drop;
  const {announce} = useSettings();
  const {files, open, setOpen} = useForm();
  const [over, setOver] = useState(false);
  const [confidential, setConfidential] = useState(false);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  /** Which medium is open by then: not when the files were given. */
  const opened = useRef(open.media);
  opened.current = open.media;
  const {sending, failed, otherwise} = files;

  const taking = async (all: Promise<Sent | undefined>) => {
    const sent = await all;
    if (sent === undefined) {
      return;
    }
    if (sent.failed > 0) {
      announce(words.notTaken(sent.failed, sent.failed + sent.taken));
    } else {
      announce(words.taken(sent.taken));
    }
    // Somebody may be typing into the one that is open.
    if (sent.last !== undefined && opened.current === undefined) {
      setOpen("media", sent.last);
    }
  };
  const give = (given: Iterable<File>) =>
    void taking(files.take([...given].map((file) => ({file, confidential}))));
  const again = (one: Failed) => {
    // What was pressed is gone; whoever pressed it goes on from here.
    field.current?.focus();
    void taking(files.again(one));
  };
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
        ref={field}
        type="file"
        multiple
        accept="image/*"
        onChange={(e) => {
          give(e.currentTarget.files ?? []);
          e.currentTarget.value = "";
        }}
      />
      {/* It is there before what it tells: else that is not read out. */}
      <div role="status">
        {sending !== undefined && (
          <p>
            <progress max={sending.of} value={sending.at} aria-label={words.progress} />{" "}
            {words.sending(sending.at + 1, sending.of)} <bdi>{cut(sending.name, 60)}</bdi>
          </p>
        )}
      </div>
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
          <Refusal refused={one.refused} {...(mayHelp(one) ? {again: () => again(one)} : {})} />
        </div>
      ))}
    </div>
  );
}
