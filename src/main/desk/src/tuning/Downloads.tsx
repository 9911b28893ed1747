import {download} from "../api/api";
import type {Ruleset} from "../api/rulesets";
import {useSending} from "../api/useSending";
import {Refusal} from "../parts/Refusal";
import {rulesets} from "../words/rulesets";
import {useWords} from "../words/words";

/** A ruleset as files to keep, and to change elsewhere. */
export function Downloads({ruleset}: {ruleset: Ruleset}) {
  const words = useWords(rulesets);
  const [refused, busy, sending] = useSending();
  const get = (file: string, accept?: string) =>
    sending(() => download(`/rulesets/${ruleset.id}/${file}`, file, accept));
  return (
    <section class="screen">
      <h2>{words.downloads}</h2>
      <div class="row">
        <button aria-disabled={busy} onClick={() => get("files", "application/zip")}>
          {words.zip}
        </button>
        <button aria-disabled={busy} onClick={() => get("cards.xlsx")}>
          {words.xlsx}
        </button>
        <button aria-disabled={busy} onClick={() => get("cards.csv")}>
          {words.csv}
        </button>
      </div>
      {refused !== undefined && <Refusal refused={refused} />}
    </section>
  );
}
