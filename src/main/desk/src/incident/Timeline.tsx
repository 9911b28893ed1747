import type {Timeline as Told} from "../api/assessments";
import {useAnswer} from "../api/useAnswer";
import {Loading} from "../parts/Loading";
import {Refusal} from "../parts/Refusal";
import {records} from "../words/records";
import {useFormat} from "../words/format";
import {useWords} from "../words/words";
import {inOrder, useFile} from "./file";
import type {Place} from "./place";
import {TimelinePlot} from "./TimelinePlot";
import {TimelineTable} from "./TimelineTable";

/** Claims that are drawn: more lines nobody tells apart. */
const DRAWN = 6;

/** Reports as they came in, and each claim's score moving with them. */
export function Timeline({place, chosen}: {place: Place; chosen: string}) {
  const words = useWords(records).timeline;
  const {number, sentence} = useFormat();
  const file = useFile();
  const told = useAnswer<Told>(`/dossiers/${encodeURIComponent(place.id)}/timeline`);
  if (told.refused !== undefined) {
    return <Refusal refused={told.refused} again={told.again} />;
  }
  if (told.value === undefined) {
    return <Loading />;
  }
  const {points, notes = []} = told.value;
  const order = inOrder(file).map((judged) => judged.claim);
  const all = [chosen, ...order.filter((claim) => claim !== chosen)];
  const shown = all.slice(0, DRAWN);
  return (
    <>
      <p class="muted">{words.lead}</p>
      {notes.map((note) => (
        <p>{sentence(note)}</p>
      ))}
      <TimelinePlot points={points} claims={shown} />
      {all.length > DRAWN && <p class="muted">{words.only(number(DRAWN))}</p>}
      <TimelineTable timeline={told.value} claims={all} place={place} />
    </>
  );
}
