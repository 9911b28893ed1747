import {useEffect} from "preact/hooks";
import type {Route} from "../shell/route";
import {useSettings} from "../shell/settings";
import "../style/entry.css";
import {entry} from "../words/entry";
import {useWords} from "../words/words";
import {DraftPage} from "./DraftPage";
import {Drafts} from "./Drafts";
import {FromIncident} from "./FromIncident";
import {hasUnsaved} from "./keepers";
import {useNoStrayFiles} from "./useNoStrayFiles";

/** Where dossiers are entered: one's drafts, one of them, or a new one of a dossier that is kept. */
export default function Entry({route}: {route: Route}) {
  const words = useWords(entry);
  const {may, me} = useSettings();
  const draft = route.parts[1];
  const incident = route.query.get("incident");
  useEffect(() => {
    // A draft's without the dossier's, which the browser's history would show to whoever comes next.
    document.title = `${draft === undefined ? words.head : words.draft} – Bilan`;
  }, [words, draft]);
  useNoStrayFiles();
  // Whoever has lost the role amid typing still has what was typed, to take it along.
  if (!may("reporter") && !(draft !== undefined && hasUnsaved(me.name, draft))) {
    return (
      <>
        <h1>{words.head}</h1>
        <p>{words.mayNot}</p>
      </>
    );
  }
  if (draft !== undefined) {
    return <DraftPage key={draft} id={draft} />;
  }
  return incident === null ? <Drafts /> : <FromIncident key={incident} id={incident} />;
}
