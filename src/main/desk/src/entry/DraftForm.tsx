import {useCallback, useMemo, useState} from "preact/hooks";
import {useSettings} from "../shell/settings";
import {entry} from "../words/entry";
import {useWords} from "../words/words";
import {Beside} from "./Beside";
import {dossierOf, isConfidential, originOf} from "./draft";
import {DraftHead} from "./DraftHead";
import {FormContext, type Form} from "./form";
import {at, textOf} from "./json";
import type {Keeper} from "./keeper";
import {byPlace, counted} from "./problems";
import {Sections} from "./Sections";
import {useJudged} from "./useJudged";
import {useShow} from "./useShow";

const NOTHING = new Map();

/** The form of a draft, with how it is judged beside it. */
export function DraftForm({keeper}: {keeper: Keeper}) {
  const words = useWords(entry);
  const {may} = useSettings();
  const {document: draft} = keeper;
  const [open, setOpened] = useState<Form["open"]>({});
  const setOpen = useCallback<Form["setOpen"]>(
    (list, index) =>
      setOpened(({[list]: _, ...rest}) => (index === undefined ? rest : {...rest, [list]: index})),
    [],
  );
  const show = useShow(setOpen);
  const dossier = useMemo(() => dossierOf(draft), [draft]);
  const judged = useJudged(dossier);
  const problems = judged.refused?.problem.problems;
  const wrong = useMemo(() => (problems === undefined ? NOTHING : byPlace(problems)), [problems]);
  const edit = useCallback<Form["edit"]>((change) => keeper.edit(change), [keeper]);
  const form = useMemo<Form>(
    () => ({document: draft, edit, files: keeper.files, wrong, open, setOpen, show}),
    [draft, edit, keeper, wrong, open, setOpen, show],
  );
  const title = textOf(at(draft, ["incident", "title"])) || textOf(at(draft, ["incident", "id"]));
  const hidden = !may("confidant") && originOf(draft)?.confidential === true;
  const hides = !may("confidant") && isConfidential(draft);
  return (
    <FormContext.Provider value={form}>
      <div class="entry">
        <DraftHead keeper={keeper} title={title} invalid={counted(problems ?? [])} />
        {(hidden || hides) && <p class="refused">{hidden ? words.hidden : words.hides}</p>}
        <div class="beside">
          <Sections />
          <Beside keeper={keeper} judged={judged} />
        </div>
      </div>
    </FormContext.Provider>
  );
}
