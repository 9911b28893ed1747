import {useState} from "preact/hooks";
import {useArrive} from "../api/useSending";
import {cut, Said} from "../parts/Said";
import {address} from "../shell/route";
import {drafts} from "../words/drafts";
import {entry} from "../words/entry";
import {useWords} from "../words/words";
import {originOf} from "./draft";
import {at, textOf} from "./json";
import {Keep} from "./Keep";
import type {Keeper} from "./keeper";
import type {Count} from "./problems";
import {RemoveDraft} from "./RemoveDraft";
import {saveFile} from "./SaveState";

/** What is worked on, and what one can do with all of it. */
export function DraftHead(props: {keeper: Keeper; title: string; invalid: Count}) {
  const {keeper, title} = props;
  const words = useWords(entry);
  const {saving} = useWords(drafts);
  const arrive = useArrive();
  const [removing, setRemoving] = useState(false);
  const origin = originOf(keeper.document);
  return (
    <>
      <p>
        <a href={address(["entry"])}>{words.toDrafts}</a>
      </p>
      <h1>{title === "" ? words.untitled : <Said text={title} most={160} />}</h1>
      <p class="muted">
        {origin === undefined ? words.isNew : words.isEdit}{" "}
        {origin === undefined ? (
          <code>{cut(textOf(at(keeper.document, ["incident", "id"])), 130)}</code>
        ) : (
          <a href={address(["incidents", origin.incident])}>
            <bdi>{origin.incident}</bdi>
          </a>
        )}
      </p>
      <div class="row" role="group" aria-label={words.tools}>
        <Keep keeper={keeper} invalid={props.invalid} />
        <button type="button" onClick={() => saveFile(keeper.document)}>
          {saving.download}
        </button>
        <button type="button" onClick={() => setRemoving(true)}>
          {words.removeDraft}
        </button>
      </div>
      {removing && (
        <RemoveDraft
          id={keeper.id}
          name={title}
          close={() => setRemoving(false)}
          gone={(said) => arrive(address(["entry"]), said)}
        />
      )}
    </>
  );
}
