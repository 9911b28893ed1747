import {useId} from "preact/hooks";
import {go} from "../shell/route";
import {incident} from "../words/incident";
import {shell} from "../words/shell";
import {useWords} from "../words/words";
import {inOrder, useFile, useNames} from "./file";
import {hrefOf, type Place} from "./place";

/** Which claim a part of the page is about. */
export function ChooseClaim({place, chosen}: {place: Place; chosen: string}) {
  const words = useWords(incident);
  const {colon} = useWords(shell);
  const file = useFile();
  const names = useNames();
  const id = useId();
  const called = (claim: string) => {
    const by = file.claims.get(claim)?.responsible;
    return `${names.title(claim)}${by === undefined ? "" : ` · ${names.party(by)}`} (${claim})`;
  };
  return (
    <>
      <p class="row screen">
        <label for={id}>{words.claim}</label>
        <select
          id={id}
          value={chosen}
          onChange={(e) => go(hrefOf({...place, claim: e.currentTarget.value}), true)}
        >
          {inOrder(file).map((judged) => (
            <option value={judged.claim}>{called(judged.claim)}</option>
          ))}
        </select>
      </p>
      <p class="paper">
        {words.claim}
        {colon} <bdi>{called(chosen)}</bdi>
      </p>
    </>
  );
}
