import {Sentence} from "../parts/Sentence";
import {reasons} from "../words/reasons";
import {useFormat} from "../words/format";
import {terms} from "../words/terms";
import {useWords} from "../words/words";
import {ArcPlot} from "./ArcPlot";
import {clashesOf, type Clash} from "./clashes";
import {Facts} from "./Facts";
import {useFew} from "./Few";
import {inOrder, useFile, useNames} from "./file";
import type {Place} from "./place";
import {Wide} from "../parts/Wide";

/** Claims that are drawn; the table has them all. */
const DRAWN = 12;

function Row({clash, place}: {clash: Clash; place: Place}) {
  const words = useWords(reasons).contradictions;
  const names = useNames();
  const terminology = useWords(terms);
  const {signed, list} = useFormat();
  const {finding} = clash;
  return (
    <tr>
      <th scope="row">
        <bdi>{names.claim(clash.claim)}</bdi>
      </th>
      <td>{list(clash.on.map((one) => terminology.proposition[one.proposition]))}</td>
      <td>
        {clash.denies && <>{words.deny} </>}
        {clash.doubts && <>{words.doubt} </>}
        {clash.others.length > 0 && (
          <ul class="plain">
            {clash.others.map((other) => (
              <li>
                <bdi>{names.claim(other)}</bdi>
              </li>
            ))}
          </ul>
        )}
      </td>
      <td>
        <Sentence text={finding.because.text} />
        <Facts ids={finding.facts} claim={clash.claim} place={place} />
      </td>
      <td class="number">{[...new Set(clash.on.map((one) => signed(one.weight)))].join(" / ")}</td>
    </tr>
  );
}

/** Which claims contradict each other, in what, and who denies or doubts which. */
export function Contradictions({place}: {place: Place}) {
  const words = useWords(reasons).contradictions;
  const {number} = useFormat();
  const file = useFile();
  const all = inOrder(file).map((judged) => judged.claim);
  const clashes = clashesOf(file, all);
  const [rows, more] = useFew(clashes, 30);
  if (clashes.length === 0) {
    return <p>{words.none}</p>;
  }
  const drawn = all.slice(0, DRAWN);
  return (
    <>
      <p class="muted">{words.lead}</p>
      <ArcPlot shown={drawn} clashes={clashes} />
      {all.length > DRAWN && <p class="muted">{words.only(number(DRAWN))}</p>}
      <Wide>
        <table>
          <caption>{words.table}</caption>
          <thead>
            <tr>
              <th scope="col">{words.against}</th>
              <th scope="col">{words.on}</th>
              <th scope="col">{words.by}</th>
              <th scope="col">{words.finding}</th>
              <th scope="col" class="number">
                {words.weight}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((clash) => (
              <Row clash={clash} place={place} />
            ))}
          </tbody>
        </table>
      </Wide>
      {more}
    </>
  );
}
