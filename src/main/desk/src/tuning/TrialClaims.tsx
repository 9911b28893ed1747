import type {ClaimChange, Standing} from "../api/comparison";
import {alike} from "../movement/alike";
import {GradeBadge} from "../parts/GradeBadge";
import {Said} from "../parts/Said";
import {ScoreBar} from "../parts/ScoreBar";
import {address} from "../shell/route";
import {useFormat} from "../words/format";
import {movement} from "../words/movement";
import {useTitleOf, type Titled} from "../words/claims";
import {terms} from "../words/terms";
import {trial} from "../words/trial";
import {useWords} from "../words/words";
import type {Cards} from "./cards";
import {Wide} from "../parts/Wide";

/** A dossier's claim, as far as it names it to a person. */
export interface ToldClaim extends Titled {
  id: string;
}

/** Claims with their score and grade before and after, and what made the difference. */
export function TrialClaims(props: {
  claims: ClaimChange[];
  told: ToldClaim[];
  cards: Cards;
  compared: boolean;
}) {
  const words = useWords(trial);
  const moves = useWords(movement);
  return (
    <Wide>
      <table class="claims">
        <caption class="unseen">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{moves.claim}</th>
            <th scope="col">{props.compared ? moves.before : moves.score}</th>
            {props.compared && <th scope="col">{moves.after}</th>}
          </tr>
        </thead>
        <tbody>
          {props.claims.map((claim) => (
            <>
              <tr class={claim.changed ? "moved" : undefined}>
                <th scope="row">
                  <Named claim={claim.claim} told={props.told} />
                </th>
                <td>{claim.before !== undefined && <Stands standing={claim.before} />}</td>
                {props.compared && (
                  <td>
                    {claim.changed ? (
                      claim.after !== undefined && (
                        <Stands standing={claim.after} before={claim.before} />
                      )
                    ) : (
                      <span class="muted">{words.same}</span>
                    )}
                  </td>
                )}
              </tr>
              {claim.changed && <Findings claim={claim} cards={props.cards} />}
            </>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function Named({claim, told}: {claim: string; told: ToldClaim[]}) {
  const titleOf = useTitleOf();
  const own = told.find((one) => one.id === claim);
  return own === undefined ? (
    <Said text={claim} most={60} />
  ) : (
    <>
      <bdi>{titleOf(own)}</bdi>{" "}
      <small class="muted">
        <Said text={claim} most={60} />
      </small>
    </>
  );
}

function Stands({standing, before}: {standing: Standing; before?: Standing | undefined}) {
  const moves = useWords(movement);
  const {signed, one} = useFormat();
  const by = before === undefined ? 0 : standing.score - before.score;
  return (
    <div class="stands">
      <p>
        <ScoreBar score={standing.score} label={moves.score} />
        {by !== 0 && <strong class={by > 0 ? "for" : "against"}>{signed(by)}</strong>}
      </p>
      <span class={before !== undefined && before.grade !== standing.grade ? "regraded" : ""}>
        <GradeBadge grade={standing.grade} />
      </span>
      <small class="muted">
        {moves.evidence(signed(standing.evidence), one(standing.evidence))}
      </small>
    </div>
  );
}

function Findings({claim, cards}: {claim: ClaimChange; cards: Cards}) {
  const moves = useWords(movement);
  const {proposition} = useWords(terms);
  const {signed, list} = useFormat();
  const {came = [], went = [], moved = []} = claim.findings;
  const weight = (one: number | undefined) => (one === undefined ? moves.none : signed(one));
  const found = alike([
    ...came.map((after) => ({...after, after: after.weight})),
    ...went.map((before) => ({...before, before: before.weight})),
    ...moved.map(({before, after}) => ({...after, before: before.weight, after: after.weight})),
  ]);
  return found.length === 0 ? null : (
    <tr class="why">
      <td colSpan={3}>
        <ul class="findings">
          {found.map(({rule, before, after, on}) => (
            <li>
              <span class="how">
                {before === undefined ? moves.came : after === undefined ? moves.went : moves.moved}
              </span>{" "}
              <a href={address(["tuning", rule])}>{cards.title(rule)}</a>{" "}
              <span class="muted">({list(on.map((one) => proposition[one]))})</span>{" "}
              <span class="number">
                {weight(before)} → {weight(after)}
              </span>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
