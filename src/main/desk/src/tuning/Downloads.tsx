import {useState} from "preact/hooks";
import {download, Refused} from "../api/api";
import type {Ruleset} from "../api/rulesets";
import {Refusal} from "../parts/Refusal";
import {rulesets} from "../words/rulesets";
import {useWords} from "../words/words";

/** A ruleset as files to keep, and to change elsewhere. */
export function Downloads({ruleset}: {ruleset: Ruleset}) {
  const words = useWords(rulesets);
  const [refused, setRefused] = useState<Refused>();
  const get = (file: string, accept?: string) => {
    setRefused(undefined);
    const at = `/rulesets/${ruleset.id}/${file}`;
    download(at, file, accept).catch((failure: unknown) => {
      if (!(failure instanceof Refused)) {
        throw failure;
      }
      setRefused(failure);
    });
  };
  return (
    <section class="screen">
      <h2>{words.downloads}</h2>
      <div class="row">
        <button onClick={() => get("files", "application/zip")}>{words.zip}</button>
        <button onClick={() => get("cards.xlsx")}>{words.xlsx}</button>
        <button onClick={() => get("cards.csv")}>{words.csv}</button>
      </div>
      {refused !== undefined && <Refusal refused={refused} />}
    </section>
  );
}
