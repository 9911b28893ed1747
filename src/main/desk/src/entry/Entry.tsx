import {useEffect} from "preact/hooks";
import type {Route} from "../shell/route";
import {useSettings} from "../shell/settings";
import "../style/entry.css";
import {entry} from "../words/entry";
import {useWords} from "../words/words";
import {DraftPage} from "./DraftPage";
import {Drafts} from "./Drafts";
import {FromIncident} from "./FromIncident";

/** Where dossiers are entered: one's drafts, one of them, or a new one of a dossier that is kept. */
export default function Entry({route}: {route: Route}) {
  const words = useWords(entry);
  const {may} = useSettings();
  const draft = route.parts[1];
  const incident = route.query.get("incident");
  useEffect(() => {
    document.title = `${words.head} – Bilan`;
  }, [words]);
  if (!may("reporter")) {
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
