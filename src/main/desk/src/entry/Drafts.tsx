import {useEffect, useRef, useState} from "preact/hooks";
import {addDraft, type DraftLine} from "../api/drafts";
import {useAnswer} from "../api/useAnswer";
import {useSending} from "../api/useSending";
import {Loading} from "../parts/Loading";
import {Refusal} from "../parts/Refusal";
import {cut, Said} from "../parts/Said";
import {address} from "../shell/route";
import {useSettings} from "../shell/settings";
import {entry} from "../words/entry";
import {useFormat} from "../words/format";
import {useWords} from "../words/words";
import {Bring} from "./Bring";
import {BLANK} from "./draft";
import {RemoveDraft} from "./RemoveDraft";
import {Wide} from "../parts/Wide";

/** One's drafts, and ways to a new one. */
export function Drafts() {
  const words = useWords(entry);
  const drafts = useAnswer<DraftLine[]>("/drafts");
  const [refused, busy, sending] = useSending();
  const head = useRef<HTMLHeadingElement>(null);
  const removed = useRef(false);
  useEffect(() => {
    // What was pressed is gone with its draft.
    if (removed.current) {
      removed.current = false;
      head.current!.focus();
    }
  }, [drafts.value]);
  const gone = () => {
    removed.current = true;
    drafts.again();
  };
  const begin = () =>
    sending(async (arrive) => {
      const {body} = await addDraft(BLANK);
      arrive(address(["entry", String(body.id)]), words.made);
    });
  return (
    <div class="entry">
      <h1>{words.head}</h1>
      <p>{words.lead}</p>
      <button type="button" class="primary" aria-disabled={busy} onClick={begin}>
        {words.begin}
      </button>
      {refused !== undefined && <Refusal refused={refused} />}
      <Bring />
      <h2 ref={head} tabIndex={-1}>
        {words.drafts}
      </h2>
      {drafts.refused !== undefined && <Refusal refused={drafts.refused} again={drafts.again} />}
      {drafts.value === undefined ? (
        drafts.busy && <Loading />
      ) : (
        <List drafts={drafts.value} gone={gone} />
      )}
    </div>
  );
}

function List({drafts, gone}: {drafts: DraftLine[]; gone: () => void}) {
  const words = useWords(entry);
  const {moment} = useFormat();
  const {announce} = useSettings();
  const [going, setGoing] = useState<DraftLine>();
  if (drafts.length === 0) {
    return <p class="muted">{words.noDrafts}</p>;
  }
  const name = ({title, incident}: DraftLine) => title || incident || words.untitled;
  return (
    <>
      <Wide>
        <table>
          <caption class="unseen">{words.drafts}</caption>
          <thead>
            <tr>
              <th scope="col">{words.draft}</th>
              <th scope="col">{words.lastSaved}</th>
              <th scope="col">
                <span class="unseen">{words.removeDraft}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {drafts.map((draft) => (
              <tr key={draft.id}>
                <th scope="row">
                  <a href={address(["entry", String(draft.id)])}>
                    <bdi>{cut(name(draft), 120)}</bdi>
                  </a>{" "}
                  {draft.incident !== undefined && draft.title !== undefined && (
                    <small class="muted">
                      <Said text={draft.incident} most={60} />
                    </small>
                  )}
                </th>
                <td>{moment(draft.changedAt)}</td>
                <td>
                  <button
                    type="button"
                    aria-label={words.remove(cut(name(draft), 60))}
                    onClick={() => setGoing(draft)}
                  >
                    {words.removeShort}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {going !== undefined && (
        <RemoveDraft
          id={going.id}
          name={name(going)}
          close={() => setGoing(undefined)}
          gone={(said) => {
            announce(said);
            setGoing(undefined);
            gone();
          }}
        />
      )}
    </>
  );
}
