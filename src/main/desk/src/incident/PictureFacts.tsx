import type {ComponentChildren} from "preact";
import type {PictureTold} from "../api/assessments";
import {Said} from "../parts/Said";
import {records} from "../words/records";
import {useFormat} from "../words/format";
import {terms} from "../words/terms";
import {useWords} from "../words/words";
import {Wide} from "../parts/Wide";

const ROWS = [
  "capturedAt",
  "place",
  "firstSeenAt",
  "device",
  "software",
  "editedAt",
  "credentials",
  "contradictions",
] as const;
type RowKey = (typeof ROWS)[number];

/** What the dossier says of a picture beside what its file says. */
export function PictureFacts(props: {
  id: string;
  said: PictureTold;
  established: PictureTold | undefined;
  differ: readonly string[];
}) {
  const words = useWords(records).pictures;
  const {said, established = {}} = props;
  const rows = ROWS.filter((key) => said[key] !== undefined || established[key] !== undefined);
  if (rows.length === 0) {
    return null;
  }
  return (
    <Wide>
      <table>
        <caption class="unseen">{words.facts(props.id)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.fact}</th>
            <th scope="col">{words.said}</th>
            <th scope="col">{words.established}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((key) => (
            <tr class={props.differ.includes(key) ? "differs" : undefined}>
              <th scope="row">
                {words[key]}
                {props.differ.includes(key) && <strong class="tag">{words.differs}</strong>}
              </th>
              <td>
                <Value told={said} fact={key} />
              </td>
              <td>
                <Value told={established} fact={key} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function Value({told, fact}: {told: PictureTold; fact: RowKey}): ComponentChildren {
  const words = useWords(records).pictures;
  const names = useWords(terms);
  const {moment, list, degrees} = useFormat();
  if (told[fact] === undefined) {
    return <span class="muted">{words.nothing}</span>;
  }
  switch (fact) {
    case "capturedAt":
    case "firstSeenAt":
    case "editedAt":
      return moment(told[fact]!);
    case "place": {
      const {name, lat, lon} = told.place!;
      return (
        <>
          {name !== undefined && <Said text={name} most={100} />}{" "}
          {lat !== undefined && lon !== undefined && degrees(lat, lon, 5)}
        </>
      );
    }
    case "device":
      return <Said text={told.device!} most={100} />;
    case "software":
      return <Said text={told.software!.join(", ")} most={160} />;
    case "credentials":
      return names.credentials[told.credentials!];
    case "contradictions":
      return list(
        told.contradictions!.map(
          (one) => words.contradiction[one as keyof typeof words.contradiction] ?? one,
        ),
      );
  }
}
