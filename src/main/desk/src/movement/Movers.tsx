import type {Mover} from "../api/comparison";
import {GradeBadge} from "../parts/GradeBadge";
import {Cut, Said} from "../parts/Said";
import {address} from "../shell/route";
import {useFormat} from "../words/format";
import {movement} from "../words/movement";
import {terms} from "../words/terms";
import {useWords} from "../words/words";
import {alike} from "./alike";
import {MoversPlot} from "./MoversPlot";
import {Wide} from "../parts/Wide";

/** The claims that moved farthest, as a plot and with the findings that differ. */
export function Movers({movers}: {movers: Mover[]}) {
  const words = useWords(movement);
  if (movers.length === 0) {
    return <p>{words.moversNone}</p>;
  }
  return (
    <>
      <p class="muted">{words.moversWhat}</p>
      <MoversPlot movers={movers} />
      <Wide>
        <table>
          <caption class="unseen">{words.movers}</caption>
          <thead>
            <tr>
              <th scope="col">{words.incident}</th>
              <th scope="col">{words.claim}</th>
              <th scope="col" class="number">
                {words.score}
              </th>
              <th scope="col">{words.grade}</th>
              <th scope="col">{words.findings}</th>
            </tr>
          </thead>
          <tbody>
            {movers.map((mover) => (
              <Row mover={mover} />
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  );
}

function Row({mover}: {mover: Mover}) {
  const {proposition} = useWords(terms);
  const {none} = useWords(movement);
  const {signed, number, list} = useFormat();
  const {before, after} = mover;
  const weight = (value: number | undefined) => (value === undefined ? none : signed(value));
  return (
    <tr>
      <th scope="row">
        <a href={address(["incidents", mover.incident])}>
          <Cut text={mover.incident} most={60} />
        </a>
      </th>
      <td>
        <Said text={mover.claim} most={60} />
      </td>
      <td class="number">
        {number(before.score)} → <strong>{number(after.score)}</strong>
      </td>
      <td>
        <GradeBadge grade={before.grade} />
        {before.grade !== after.grade && (
          <>
            {" "}
            → <GradeBadge grade={after.grade} />
          </>
        )}
      </td>
      <td>
        <ul class="plain-list">
          {alike(mover.findings).map((finding) => (
            <li>
              <a href={address(["tuning", finding.rule])}>
                <code>{finding.rule}</code>
              </a>{" "}
              <span class="muted">({list(finding.on.map((one) => proposition[one]))})</span>{" "}
              <span class="number">
                {weight(finding.before)} → {weight(finding.after)}
              </span>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
