import {useEffect, useMemo, useRef} from "preact/hooks";
import {path} from "../api/api";
import type {Assessment} from "../api/assessments";
import type {Dossier} from "../api/dossiers";
import type {OverriddenClaim} from "../api/overrides";
import type {Page} from "../api/pages";
import {useAnswer} from "../api/useAnswer";
import {Loading} from "../parts/Loading";
import {Refusal} from "../parts/Refusal";
import {cut} from "../parts/Said";
import {useWaiting, Waiting, Whole} from "../parts/whole";
import type {Route} from "../shell/route";
import {useSettings} from "../shell/settings";
import "../style/incident.css";
import {incident} from "../words/incident";
import {useWords} from "../words/words";
import {FileContext, fileOf, holdsConfidential, inOrder, type File} from "./file";
import {Glance} from "./Glance";
import {Head} from "./Head";
import {Parts} from "./Parts";
import {HEAD, leadLost, placeOf} from "./place";

/** One disputed incident: who says what, what holds, and why. */
export default function Incident({route, id}: {route: Route; id: string}) {
  const words = useWords(incident);
  const base = `/dossiers/${encodeURIComponent(id)}`;
  const dossier = useAnswer<Dossier>(base);
  const assessment = useAnswer<Assessment>(`${base}/assessment`);
  const graded = useAnswer<Page<OverriddenClaim>>(path("/overrides", {incident: id, size: 500}));
  const confidant = useSettings().may("confidant");
  // Several incidents open side by side are told apart by it. It stays in the browser's history, for whoever sits here
  // next: beside the id, which stands there anyway; not that of an incident of which not everybody may see all.
  const title =
    dossier.value === undefined || holdsConfidential({dossier: dossier.value})
      ? undefined
      : dossier.value.incident.title;
  useEffect(() => {
    document.title = `${cut(title ?? id)} – Bilan`;
  }, [title, id]);
  const refused = dossier.refused ?? assessment.refused ?? graded.refused;
  // Asked again they come one by one, or not all: two states of a dossier are never shown as one.
  const busy = dossier.busy || assessment.busy || graded.busy;
  const apart = busy || refused !== undefined;
  const shown = useRef<{file: File; confidant: boolean}>(undefined);
  const file = useMemo(() => {
    // Who somebody is does not stay in sight for whoever may no more know it.
    const closed = shown.current?.confidant === true && !confidant;
    if (closed || !dossier.value || !assessment.value || !graded.value) {
      shown.current = undefined;
    } else if (!apart) {
      const overrides = new Map(graded.value.items.map((one) => [one.claim, one.override]));
      shown.current = {file: fileOf(dossier.value, assessment.value, overrides), confidant};
    }
    return shown.current?.file;
  }, [dossier.value, assessment.value, graded.value, apart, confidant]);
  const asked = useRef(false);
  useEffect(() => {
    // What was pressed may have gone with what is shown now.
    if (asked.current && !busy) {
      asked.current = false;
      leadLost(HEAD);
    }
  }, [busy]);
  const again = () => {
    asked.current = true;
    dossier.again();
    assessment.again();
    graded.again();
  };
  const [waits, wait] = useWaiting();
  if (file === undefined) {
    return (
      <>
        <h1 id={HEAD} tabIndex={-1}>
          {words.unnamed(id)}
        </h1>
        {refused === undefined ? <Loading /> : <Refusal refused={refused} again={again} />}
      </>
    );
  }
  const place = placeOf(id, route.query);
  const chosen =
    place.claim !== undefined && file.judged.has(place.claim)
      ? place.claim
      : inOrder(file)[0]?.claim;
  return (
    <FileContext.Provider value={file}>
      <Whole.Provider value={place.all}>
        <Waiting.Provider value={wait}>
          {refused !== undefined && (
            <div class="stale">
              <Refusal refused={refused} again={again} />
            </div>
          )}
          <article class="incident">
            <Head place={place} waits={waits} />
            <Glance place={place} chosen={chosen} graded={again} />
            <Parts place={place} chosen={chosen} graded={again} />
          </article>
        </Waiting.Provider>
      </Whole.Provider>
    </FileContext.Provider>
  );
}
