import {useId} from "preact/hooks";
import {go} from "../shell/route";
import {incident} from "../words/incident";
import {useWords} from "../words/words";
import {inOrder, useFile, useNames} from "./file";
import {hrefOf, type Place} from "./place";

/** Which claim a part of the page is about. */
export function ChooseClaim({place, chosen}: {place: Place; chosen: string}) {
  const words = useWords(incident);
  const file = useFile();
  const names = useNames();
  const id = useId();
  return (
    <p class="row">
      <label for={id}>{words.claim}</label>
      <select
        id={id}
        value={chosen}
        onChange={(e) => go(hrefOf({...place, claim: e.currentTarget.value}), true)}
      >
        {inOrder(file).map((judged) => {
          const by = file.claims.get(judged.claim)?.responsible;
          return (
            <option value={judged.claim}>
              {names.title(judged.claim)}
              {by === undefined ? "" : ` · ${names.party(by)}`} ({judged.claim})
            </option>
          );
        })}
      </select>
    </p>
  );
}
