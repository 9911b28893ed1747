import {useState} from "preact/hooks";
import {logOut} from "../api/people";
import {useSending} from "../api/useSending";
import {Dialog} from "../parts/Dialog";
import {Refusal} from "../parts/Refusal";
import {shell} from "../words/shell";
import {useWords} from "../words/words";
import {useSettings} from "./settings";
import {saveAll} from "./unsaved";

/** The way out: what is typed is saved first, and nobody is told to be out who is not. */
export function LogOut({loggedOut}: {loggedOut: () => void}) {
  const words = useWords(shell);
  const {me} = useSettings();
  const [asking, setAsking] = useState<"unsaved" | "still">();
  const [refused, busy, sending] = useSending();
  const leave = (anyway: boolean) =>
    sending(async () => {
      if (!anyway && !(await saveAll(me.name))) {
        setAsking("unsaved");
        return;
      }
      setAsking("still");
      await logOut();
      loggedOut();
    });
  return (
    <>
      <button aria-disabled={busy} onClick={() => leave(false)}>
        {words.logOut}
      </button>
      {asking !== undefined && !busy && (
        <Dialog title={words.leaving[asking]} close={() => setAsking(undefined)}>
          {refused === undefined ? (
            <p>{words.leaving.unsavedWhat}</p>
          ) : (
            <Refusal refused={refused} />
          )}
          <p class="row">
            <button type="button" class="primary" onClick={() => setAsking(undefined)}>
              {words.leaving.stay}
            </button>
            <button type="button" onClick={() => leave(true)}>
              {refused === undefined ? words.leaving.anyway : words.again}
            </button>
          </p>
        </Dialog>
      )}
    </>
  );
}
