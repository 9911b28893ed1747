import {useRef, useState} from "preact/hooks";
import {deleteView, type View} from "../api/archive";
import {useAnswer} from "../api/useAnswer";
import {Refusal} from "../parts/Refusal";
import {cut} from "../parts/Said";
import {go} from "../shell/route";
import {useSettings} from "../shell/settings";
import {incidents} from "../words/incidents";
import {useWords} from "../words/words";
import {DeleteView} from "./DeleteView";
import {SaveView} from "./SaveView";
import {hrefOf, read, written, type Spot} from "./search";

/** Searches that one has saved: chosen, saved, deleted. */
export function Views({here}: {here: Spot}) {
  const {views: words} = useWords(incidents);
  const {announce} = useSettings();
  const {value, refused, again} = useAnswer<View[]>("/views");
  const [open, setOpen] = useState<"save" | "remove">();
  const choice = useRef<HTMLSelectElement>(null);
  const views = value ?? [];
  const query = written(here.search).toString();
  const chosen = views.find((view) => queryOf(view) === query);
  const choose = (name: string) => {
    const view = views.find((one) => one.name === name);
    if (view !== undefined) {
      go(hrefOf({...here, search: read(new URLSearchParams(view.query)), page: 0}));
    }
  };
  const done = (sentence: string) => {
    setOpen(undefined);
    announce(sentence);
    again();
    // The button that was pressed may be gone.
    setTimeout(() => choice.current?.focus());
  };
  return (
    <div class="row views screen" role="group" aria-label={words.label}>
      <label>
        <span>{words.label}</span>{" "}
        <select
          ref={choice}
          value={chosen?.name ?? ""}
          onChange={(e) => choose(e.currentTarget.value)}
        >
          <option value="" disabled={chosen !== undefined}>
            {views.length === 0 ? words.none : words.choose}
          </option>
          {views.map(({name}) => (
            <option value={name}>{cut(name)}</option>
          ))}
        </select>
      </label>
      <button onClick={() => setOpen("save")}>{words.save}</button>
      {chosen !== undefined && <button onClick={() => setOpen("remove")}>{words.remove}</button>}
      {refused !== undefined && <Refusal refused={refused} again={again} />}
      {open === "save" && (
        <SaveView
          first={chosen?.name ?? ""}
          query={query}
          names={views.map(({name}) => name)}
          close={() => setOpen(undefined)}
          done={(name) => done(words.saved(cut(name)))}
        />
      )}
      {open === "remove" && chosen !== undefined && (
        <DeleteView
          name={chosen.name}
          close={() => setOpen(undefined)}
          remove={() => deleteView(chosen.name)}
          done={() => done(words.removed(cut(chosen.name)))}
        />
      )}
    </div>
  );
}

/** As this page writes it: views that programs have saved may be spelt otherwise. */
function queryOf(view: View): string {
  return written(read(new URLSearchParams(view.query))).toString();
}
