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
import "../style/incident.css";
import {incident} from "../words/incident";
import {useWords} from "../words/words";
import {FileContext, fileOf, inOrder, type File} from "./file";
import {Glance} from "./Glance";
import {Head} from "./Head";
import {Parts} from "./Parts";
import {placeOf} from "./place";

/** One disputed incident: who says what, what holds, and why. */
export default function Incident({route, id}: {route: Route; id: string}) {
  const words = useWords(incident);
  const base = `/dossiers/${encodeURIComponent(id)}`;
  const dossier = useAnswer<Dossier>(base);
  const assessment = useAnswer<Assessment>(`${base}/assessment`);
  const graded = useAnswer<Page<OverriddenClaim>>(path("/overrides", {incident: id, size: 500}));
  const title = dossier.value?.incident.title;
  useEffect(() => {
    document.title = `${cut(title ?? id)} – Bilan`;
  }, [title, id]);
  // Asked again they come one by one: two states of a dossier are never shown as one.
  const coming = dossier.busy || assessment.busy || graded.busy;
  const shown = useRef<File>(undefined);
  const file = useMemo(() => {
    if (dossier.value === undefined || assessment.value === undefined || !graded.value) {
      shown.current = undefined;
    } else if (!coming || shown.current === undefined) {
      shown.current = fileOf(
        dossier.value,
        assessment.value,
        new Map(graded.value.items.map((one) => [one.claim, one.override])),
      );
    }
    return shown.current;
  }, [dossier.value, assessment.value, graded.value, coming]);
  const again = () => {
    dossier.again();
    assessment.again();
    graded.again();
  };
  const [waits, wait] = useWaiting();
  const refused = dossier.refused ?? assessment.refused ?? graded.refused;
  if (file === undefined) {
    return (
      <>
        <h1>{words.unnamed(id)}</h1>
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
